import { diffCleanupSemantic, diffMain } from 'diff-match-patch-es'
import { oneUnitEach } from './astral-units.ts'

/** A stretch of a difference between two texts. */
export interface DiffPiece {
  readonly kind: 'kept' | 'removed' | 'added'
  readonly text: string
}

/**
 * The difference between two texts, character by character (Myers 1986). With `readable`, stray letters that happen to
 * agree amid a rewriting count as rewritten too. No time limit, so that the same texts always give the same answer;
 * the caller keeps them short. No piece ends inside a surrogate pair of the texts.
 */
export function characterDiff(oldText: string, newText: string, readable: boolean): DiffPiece[] {
  const single = oneUnitEach(oldText, newText)
  const [one, other] = single === null ? [oldText, newText] : [single.one, single.other]
  const diffs = diffMain(one, other, { diffTimeout: 0 }, false)
  if (readable) diffCleanupSemantic(diffs)
  return diffs.map(([operation, text]) => ({
    kind: operation === 0 ? 'kept' : operation < 0 ? 'removed' : 'added',
    text: single === null ? text : single.decode(text),
  }))
}
