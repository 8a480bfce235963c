import { DEFAULT_SETTINGS, type Settings } from '../../shared/contract/schemas/settings.ts'
import { api } from '../api/api.ts'
import { queryClient, reportError } from './query-client.ts'
import { useApiQuery } from './use-api-query.ts'

const KEY = ['settings.get', {}] as const

/** The settings as they are; the defaults until they have come. */
export function useSettings(): Settings {
  return useApiQuery('settings.get', {}).data ?? DEFAULT_SETTINGS
}

/** The settings outside of a component. */
export function currentSettings(): Settings {
  return queryClient.getQueryData<Settings>(KEY) ?? DEFAULT_SETTINGS
}

/** Changes settings: at once on the screen, and kept in the library. */
export async function updateSettings(patch: Partial<Settings>): Promise<void> {
  const before = currentSettings()
  queryClient.setQueryData<Settings>(KEY, { ...before, ...patch })
  try {
    queryClient.setQueryData<Settings>(KEY, await api.settings.update({ patch }))
  } catch (error) {
    queryClient.setQueryData<Settings>(KEY, before)
    reportError(error)
  }
}
