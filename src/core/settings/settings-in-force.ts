import { DEFAULT_SETTINGS, settings, type Settings } from '../../shared/contract/schemas/settings.ts'
import type { ReadDb } from '../store/handles.ts'
import { readSettings } from './settings.repo.ts'

/** The settings; one that no longer fits (an older or newer program wrote it) gives way to its default, alone. */
export function settingsInForce(db: ReadDb): Settings {
  const stored = readSettings(db)
  const fitting = Object.entries(settings.shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(stored[key])
    return parsed.success ? [[key, parsed.data]] : []
  })
  return { ...DEFAULT_SETTINGS, ...(Object.fromEntries(fitting) as Partial<Settings>) }
}
