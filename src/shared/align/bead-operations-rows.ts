import type { Side } from '../domain/article.ts'
import type { Bead } from '../domain/bead.ts'
import { DuizhaoError } from '../domain/error.ts'
import type { BeadId, SegmentId } from '../domain/ids.ts'

/** What an operation moves about: a bead's identity and its two cells. A row may be empty while it is in hand. */
export interface BeadRow {
  readonly id: BeadId
  readonly left: readonly SegmentId[]
  readonly right: readonly SegmentId[]
}

/** Segments of the two sides that say the same though they stand in the other order. */
export interface CrossLink {
  readonly left: readonly SegmentId[]
  readonly right: readonly SegmentId[]
}

/** What an operation makes of the rows it was given. */
export interface Rearranged {
  readonly rows: readonly BeadRow[]
  readonly current: BeadId
  /** One-sided beads that are said to have no counterpart. */
  readonly marked?: readonly BeadId[]
  /** A one-sided bead of which that is no longer said. */
  readonly unmarked?: BeadId
  /** A row that was made to be empty. */
  readonly inserted?: BeadId
  readonly links?: readonly CrossLink[]
  /** Rows that only moved along: nobody says that what faces each other in them belongs together. */
  readonly shifted?: readonly BeadId[]
}

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left')

export const isEmptyRow = (row: Pick<BeadRow, Side>): boolean =>
  row.left.length === 0 && row.right.length === 0

/** A row with one of its cells replaced. */
export function withCell<Row extends Pick<BeadRow, Side>>(
  row: Row,
  side: Side,
  cell: readonly SegmentId[],
): Row {
  return { ...row, [side]: cell }
}

/** A row that holds segments on one side only. */
export function oneSidedRow(id: BeadId, side: Side, cell: readonly SegmentId[]): BeadRow {
  return withCell({ id, left: [], right: [] }, side, cell)
}

/** The place of a bead among the beads. Throws `not_found`. */
export function placeOfBead(beads: readonly Bead[], id: BeadId): number {
  const place = beads.findIndex((bead) => bead.id === id)
  if (place < 0) throw new DuizhaoError('not_found', 'There is no such row in this pair any more.', { id })
  return place
}

/** The row that holds a segment, with the side and the segment's place in its cell. Throws `not_found`. */
export function placeOfSegment(
  beads: readonly Bead[],
  id: SegmentId,
): { readonly row: number; readonly side: Side; readonly place: number } {
  for (const [row, bead] of beads.entries()) {
    for (const side of ['left', 'right'] as const) {
      const place = bead[side].indexOf(id)
      if (place >= 0) return { row, side, place }
    }
  }
  throw new DuizhaoError('not_found', 'This sentence is in no row of this pair.', { id })
}

/** Throws `conflict` when a verified bead lies strictly between two places, which may come in either order. */
export function refuseToCrossVerified(beads: readonly Bead[], one: number, other: number): void {
  const between = beads.slice(Math.min(one, other) + 1, Math.max(one, other))
  if (between.some((bead) => bead.status === 'verified')) {
    throw new DuizhaoError(
      'conflict',
      'A verified row lies between. Take its verification back first, or move in smaller steps.',
      { reason: 'verified' },
    )
  }
}
