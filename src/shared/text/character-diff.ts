import { diffCleanupSemantic, diffMain } from 'diff-match-patch-es'

/** A stretch of a difference between two texts. */
export interface DiffPiece {
  readonly kind: 'kept' | 'removed' | 'added'
  readonly text: string
}

/**
 * The difference between two texts, unit by unit (Myers 1986). With `readable`, stray letters that happen to agree
 * amid a rewriting count as rewritten too. No time limit, so that the same texts always give the same answer;
 * the caller keeps them short. May cut surrogate pairs.
 */
export function characterDiff(oldText: string, newText: string, readable: boolean): DiffPiece[] {
  const diffs = diffMain(oldText, newText, { diffTimeout: 0 }, false)
  if (readable) diffCleanupSemantic(diffs)
  return diffs.map(([operation, text]) => ({
    kind: operation === 0 ? 'kept' : operation < 0 ? 'removed' : 'added',
    text,
  }))
}
