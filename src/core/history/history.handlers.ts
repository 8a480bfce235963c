import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'
import { changedSegment } from './changed-segment.ts'
import { goTo } from './go-to.ts'
import { toEntry } from './to-entry.ts'

export function historyHandlers({ store }: AreaContext): AreaHandlers<'history'> {
  return {
    'history.list': ({ limit }) => store.history(limit).map(toEntry),
    'history.undo': (_input, { origin }) => {
      const undone = store.undo(origin)
      return {
        undone: undone === null ? null : toEntry(undone),
        segmentId: undone === null ? null : changedSegment(store.read, undone.changes),
      }
    },
    'history.redo': (_input, { origin }) => {
      const redone = store.redo(origin)
      return { redone: redone === null ? null : toEntry(redone) }
    },
    'history.goTo': ({ seq }, { origin }) => goTo(store, seq, origin),
  }
}
