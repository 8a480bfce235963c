import type { Side } from './article.ts'
import type { BeadId, SegmentId } from './ids.ts'

/**
 * What a person can do to the beads of a pair, one step each. None changes any text or the order of segments;
 * all keep every segment of both sides in exactly one bead. A bead whose segments change is no longer verified.
 */
export type BeadOperation =
  /** This side of the bead, and what follows on this side, moves up one bead, as far as the next gap or verified bead; out of a one-sided bead alone. */
  | { readonly kind: 'pull'; readonly beadId: BeadId; readonly side: Side }
  /** This side of the bead, and what follows on this side, moves down one bead, as far as the next gap or verified bead. */
  | { readonly kind: 'push'; readonly beadId: BeadId; readonly side: Side }
  /** The bead becomes one with the bead before it. */
  | { readonly kind: 'merge-previous'; readonly beadId: BeadId }
  | { readonly kind: 'merge-next'; readonly beadId: BeadId }
  /** An empty bead comes before this one, to move segments into. */
  | { readonly kind: 'insert'; readonly beadId: BeadId }
  /** The first segment of this side goes to the bead before. */
  | { readonly kind: 'shift'; readonly beadId: BeadId; readonly side: Side }
  /** The last segment of this side goes to the bead after. */
  | { readonly kind: 'pop'; readonly beadId: BeadId; readonly side: Side }
  /** This segment and what follows it on its side leave for a new bead after this one. */
  | { readonly kind: 'split'; readonly segmentId: SegmentId }
  /** The bead's sides part: each becomes a one-sided bead marked as having no counterpart. On a one-sided bead: the mark alone, on or off. */
  | { readonly kind: 'unmatch'; readonly beadId: BeadId }
  /** The bead and the next are translated in the other order: they become one bead, with two links across. */
  | { readonly kind: 'swap'; readonly beadId: BeadId }
  /** These two segments belong together: bead borders are drawn before and after them, and the rest keeps its order around them. */
  | { readonly kind: 'pinpoint'; readonly left: SegmentId; readonly right: SegmentId }
  /** The segment goes to another bead; those of its side that lie between go with it, so that the order stays. */
  | { readonly kind: 'move'; readonly segmentId: SegmentId; readonly beadId: BeadId }

export type BeadOperationKind = BeadOperation['kind']
