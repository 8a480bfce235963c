import type { HistoryEntry } from '../../shared/contract/schemas/history.ts'
import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'
import type { LoggedCommand } from '../store/command-log.ts'
import { changedSegment } from './changed-segment.ts'

function toEntry({ seq, at, state, label, scope }: LoggedCommand): HistoryEntry {
  return { seq, at, state, label, scope }
}

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
  }
}
