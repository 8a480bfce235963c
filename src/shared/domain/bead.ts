import type { BeadId, SegmentId } from './ids.ts'

export const BEAD_STATUSES = ['auto', 'verified'] as const
export type BeadStatus = (typeof BEAD_STATUSES)[number]

/** An aligned unit of a pair (对应单元): N segments of the left article ↔ M of the right; one side may be empty. */
export interface Bead {
  readonly id: BeadId
  readonly left: readonly SegmentId[]
  readonly right: readonly SegmentId[]
  /** From 0 to 1; null where the aligner gives none. */
  readonly confidence: number | null
  readonly status: BeadStatus
}
