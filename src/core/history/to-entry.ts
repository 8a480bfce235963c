import type { HistoryEntry } from '../../shared/contract/schemas/history.ts'
import type { LoggedCommand } from '../store/command-log.ts'

export function toEntry({ seq, at, state, label, scope }: LoggedCommand): HistoryEntry {
  return { seq, at, state, label, scope }
}
