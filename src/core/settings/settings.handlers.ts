import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'
import { settingsInForce } from './settings-in-force.ts'
import { writeSetting } from './settings.repo.ts'

export function settingsHandlers({ store }: AreaContext): AreaHandlers<'settings'> {
  return {
    'settings.get': () => settingsInForce(store.read),
    'settings.update': ({ patch }, { origin }) => {
      store.write({ label: null, scope: '', origin, touches: ['setting'] }, (db) => {
        for (const [key, value] of Object.entries(patch))
          if (value !== undefined) writeSetting(db, key, value)
      })
      return settingsInForce(store.read)
    },
  }
}
