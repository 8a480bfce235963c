import type { AlignedBead, FixedBead, KnownEvidence } from '../../shared/align/aligner.ts'
import type { LanguageTag, Side } from '../../shared/domain/article.ts'
import type { Bead } from '../../shared/domain/bead.ts'
import { newId } from '../area-context.ts'
import type { JobControls } from '../jobs/job-runner.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import type { AlignableSegment } from './beads.repo.ts'
import { keepFixed } from './keep-fixed.ts'

/** Written beside the beads it made, so that a later version can tell what they are worth. */
export const ALIGNER = 'lexical-1'

export interface AlignableSide {
  readonly language: LanguageTag
  readonly segments: readonly AlignableSegment[]
}

/** What is known before two texts are aligned. */
export interface AlignedBefore {
  readonly fixed: readonly FixedBead[]
  readonly known: KnownEvidence
  readonly lockedSide: Side | null
}

/**
 * Has the worker align two texts; gives beads with new ids that cover every segment once. Without the lexicon it
 * aligns by what is left, and warns.
 */
export async function alignSegments(
  pool: WorkerPool,
  left: AlignableSide,
  right: AlignableSide,
  controls: JobControls,
  before: AlignedBefore = {
    fixed: [],
    known: { beads: [], terms: [] },
    lockedSide: null,
  },
): Promise<Bead[]> {
  const { beads, hadLexicon } = await pool.run('align', { left, right, ...before }, controls)
  if (!hadLexicon) controls.warn('no-lexicon')
  return toBeads(keepFixed(beads, before.fixed), left.segments, right.segments)
}

/** Beads with new ids for ranges of segments. */
export function toBeads(
  ranges: readonly AlignedBead[],
  left: readonly AlignableSegment[],
  right: readonly AlignableSegment[],
): Bead[] {
  return ranges.map((range) => ({
    id: newId<'bead'>(),
    left: left.slice(...range.left).map((segment) => segment.id),
    right: right.slice(...range.right).map((segment) => segment.id),
    confidence: range.confidence,
    status: 'auto',
    unmatched: false,
    byHand: false,
    review: false,
  }))
}
