import { diffCleanupSemantic, diffMain } from 'diff-match-patch-es'

/** A stretch of a difference between two texts. */
export interface DiffPiece {
  readonly kind: 'kept' | 'removed' | 'added'
  readonly text: string
}

/**
 * The difference between two texts, unit by unit (Myers 1986). No time limit, so that the same texts always
 * give the same answer; the caller keeps them short. With `semantic`, stray letters that happen to agree
 * amid a rewriting count as rewritten too. May cut surrogate pairs.
 */
export function characterDiff(oldText: string, newText: string, semantic = false): DiffPiece[] {
  const diffs = diffMain(oldText, newText, { diffTimeout: 0 }, false)
  if (semantic) diffCleanupSemantic(diffs)
  return diffs.map(([operation, text]) => ({
    kind: operation === 0 ? 'kept' : operation < 0 ? 'removed' : 'added',
    text,
  }))
}
