import { DEFAULT_SETTINGS, settings, type Settings } from '../../shared/contract/schemas/settings.ts'
import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'
import { readSettings, writeSetting } from './settings.repo.ts'

/** A value that no longer fits (an older or newer program wrote it) gives way to its default, alone. */
function lenient(stored: Record<string, unknown>): Settings {
  const fitting = Object.entries(settings.shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(stored[key])
    return parsed.success ? [[key, parsed.data]] : []
  })
  return { ...DEFAULT_SETTINGS, ...(Object.fromEntries(fitting) as Partial<Settings>) }
}

export function settingsHandlers({ store }: AreaContext): AreaHandlers<'settings'> {
  return {
    'settings.get': () => lenient(readSettings(store.read)),
    'settings.update': ({ patch }, { origin }) => {
      store.write({ label: null, scope: '', origin, touches: ['setting'] }, (db) => {
        for (const [key, value] of Object.entries(patch))
          if (value !== undefined) writeSetting(db, key, value)
      })
      return lenient(readSettings(store.read))
    },
  }
}
