import type { BeadId, SegmentId } from './ids.ts'

export const BEAD_STATUSES = ['auto', 'verified'] as const
export type BeadStatus = (typeof BEAD_STATUSES)[number]

/** An aligned unit of a pair (对应单元): N segments of the left article ↔ M of the right; one side may be empty. */
export interface Bead {
  readonly id: BeadId
  readonly left: readonly SegmentId[]
  readonly right: readonly SegmentId[]
  /** From 0 to 1; null where the aligner gives none, and once a person has changed the bead. */
  readonly confidence: number | null
  readonly status: BeadStatus
  /** A person said that this one-sided bead has no counterpart: untranslated, or added by the translator. */
  readonly unmatched: boolean
  /** A person made this bead what it is. Not so where an operation on another bead only moved it along. */
  readonly byHand: boolean
  /** A person wants to look at this bead again. */
  readonly review: boolean
}

/** Below this confidence, a bead that nobody has verified is called uncertain. */
export const UNCERTAIN_BELOW = 0.9

/** Which beads are shown, or looked for. */
export const BEAD_FILTERS = [
  'all',
  'uncertain',
  'not-one-to-one',
  'unverified',
  'review',
  'one-sided',
] as const
export type BeadFilter = (typeof BEAD_FILTERS)[number]
