import type { HistoryEntry } from '../../../shared/contract/schemas/history.ts'

/** The way from now to a step of the history. */
export interface Path {
  /** The step that will be the last one done; null: none will. */
  readonly seq: number | null
  readonly direction: 'undo' | 'redo'
  readonly count: number
}

export function pathTo(steps: readonly HistoryEntry[], seq: number | null): Path {
  const target = steps.find((step) => step.seq === seq)
  if (target?.state === 'undone') {
    const count = steps.filter((step) => step.state === 'undone' && step.seq <= target.seq).length
    return { seq, direction: 'redo', count }
  }
  const count = steps.filter((step) => step.state === 'done' && step.seq > (seq ?? -1)).length
  return { seq, direction: 'undo', count }
}
