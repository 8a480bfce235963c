import { DuizhaoError } from '../../shared/domain/error.ts'
import type { Output } from '../../shared/contract/contract.ts'
import { HISTORY_STEPS } from '../store/command-log.ts'
import type { Store } from '../store/store.ts'
import { toEntry } from './to-entry.ts'

/**
 * Undoes or redoes until the step is the last that is done; null: until none is. Each step is a transaction of its own,
 * so that what was done before one that is in conflict stays done. Throws `not_found` for a step that is not kept.
 */
export function goTo(store: Store, seq: number | null, origin: string | null): Output<'history.goTo'> {
  // A few more may be kept than are counted.
  const steps = store.history(2 * HISTORY_STEPS)
  const target = steps.find((step) => step.seq === seq)
  if (seq !== null && target === undefined)
    throw new DuizhaoError('not_found', 'This step is no longer kept in the history.')
  const isBack = target?.state !== 'undone'
  const count = steps.filter((step) =>
    isBack
      ? step.state === 'done' && step.seq > (seq ?? -1)
      : step.state === 'undone' && step.seq <= (seq ?? -1),
  ).length
  let taken = 0
  let stoppedAt = null
  try {
    while (taken < count && (isBack ? store.undo(origin) : store.redo(origin)) !== null) taken += 1
  } catch (error) {
    if (!(error instanceof DuizhaoError) || error.code !== 'conflict') throw error
    const after = store.history(2 * HISTORY_STEPS)
    const next = isBack
      ? after.find(({ state }) => state === 'done')
      : after.findLast(({ state }) => state === 'undone')
    stoppedAt = next === undefined ? null : toEntry(next)
  }
  return { undone: isBack ? taken : 0, redone: isBack ? 0 : taken, stoppedAt }
}
