import type { Side } from '../domain/article.ts'
import type { Bead } from '../domain/bead.ts'
import { DuizhaoError } from '../domain/error.ts'
import type { BeadId, SegmentId } from '../domain/ids.ts'
import {
  isEmptyRow,
  oneSidedRow,
  otherSide,
  placeOfBead,
  placeOfSegment,
  refuseToCrossVerified,
  withCell,
  type Rearranged,
} from './bead-operations-rows.ts'

/** Beads whose cells of one side move together by one row: `[start, end)`. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * From the bead on (from the next segment on, if its own cell is a gap) as far as the next gap of this side,
 * the next verified bead, or the end. Throws `conflict` when there is nothing to move before that.
 */
function stretchFrom(beads: readonly Bead[], from: number, side: Side): Stretch {
  const isVerified = (place: number): boolean => beads[place]?.status === 'verified'
  const isGap = (place: number): boolean => beads[place]?.[side].length === 0
  let start = from
  while (start < beads.length && isGap(start) && (start === from || !isVerified(start))) start += 1
  if (start >= beads.length || (start > from && isVerified(start))) {
    throw new DuizhaoError('conflict', 'There is nothing to move here on this side.', { reason: 'nothing' })
  }
  let end = start + 1
  while (end < beads.length && !isVerified(end) && !isGap(end)) end += 1
  return { start, end }
}

/**
 * The cells of one side move up by one row: the first joins the cell above it, the last leaves a gap. On a gap,
 * what comes after it moves up to close it. Out of a bead that has nothing else its cell goes whole and alone, as if the
 * bead had never been split off.
 */
export function pull(beads: readonly Bead[], beadId: BeadId, side: Side): Rearranged {
  const place = placeOfBead(beads, beadId)
  const stretch = stretchFrom(beads, place, side)
  const { start } = stretch
  if (start === 0)
    throw new DuizhaoError('conflict', 'This is the first row: there is none above it.', { reason: 'edge' })
  const cell = (row: number): readonly SegmentId[] => beads[row]?.[side] ?? []
  const standsAlone = start === place && beads[place]?.[otherSide(side)].length === 0
  const end = standsAlone ? start + 1 : stretch.end
  const rows = beads.map((bead, row) => {
    if (row === start - 1) return withCell(bead, side, [...cell(row), ...cell(start)])
    if (row < start || row >= end) return bead
    return withCell(bead, side, row === end - 1 ? [] : cell(row + 1))
  })
  // Said is only where the first cell belongs; where it is the only one, that it left as well.
  const moved = beads.slice(start, end)
  return { rows, current: beadId, shifted: moved.length > 1 ? moved.map((bead) => bead.id) : [] }
}

/**
 * The cells of one side move down by one row and leave a gap where they began; the last fills the gap it meets.
 * Where there is none, before a verified bead and at the end, it gets a row of its own.
 */
export function push(beads: readonly Bead[], beadId: BeadId, side: Side, newId: () => BeadId): Rearranged {
  const place = placeOfBead(beads, beadId)
  const { start, end } = stretchFrom(beads, place, side)
  const cell = (row: number): readonly SegmentId[] => beads[row]?.[side] ?? []
  const stop = beads[end]
  const fillsGap = stop !== undefined && stop.status !== 'verified'
  const rows = beads.map((bead, row) => {
    if (row < start || row > end || (row === end && !fillsGap)) return bead
    return withCell(bead, side, row === start ? [] : cell(row - 1))
  })
  const own = fillsGap ? [] : [oneSidedRow(newId(), side, cell(end - 1))]
  const all = [...rows.slice(0, end), ...own, ...rows.slice(end)]
  // Said is that the first cell belongs one row down, and so that nothing stands beside what it leaves.
  const shifted = all.slice(start + 2, end + 1).map((row) => row.id)
  return { rows: all, current: beadId, shifted }
}

/** The first segment of a cell goes to the end of the cell above; above the first row, a row is made for it. */
export function shift(beads: readonly Bead[], beadId: BeadId, side: Side, newId: () => BeadId): Rearranged {
  const place = placeOfBead(beads, beadId)
  const [first, ...rest] = cellToMove(beads, place, side)
  return moveOver(beads, { place, side, moving: [first], staying: rest, direction: 'up' }, newId)
}

/** The last segment of a cell goes to the beginning of the cell below; below the last row, a row is made for it. */
export function pop(beads: readonly Bead[], beadId: BeadId, side: Side, newId: () => BeadId): Rearranged {
  const place = placeOfBead(beads, beadId)
  const cell = cellToMove(beads, place, side)
  const moving = cell.slice(-1)
  return moveOver(beads, { place, side, moving, staying: cell.slice(0, -1), direction: 'down' }, newId)
}

function cellToMove(
  beads: readonly Bead[],
  place: number,
  side: Side,
): readonly [SegmentId, ...(readonly SegmentId[])] {
  const [first, ...rest] = beads[place]?.[side] ?? []
  if (first === undefined)
    throw new DuizhaoError('conflict', 'There is nothing to move here on this side.', { reason: 'nothing' })
  return [first, ...rest]
}

interface MoveOver {
  readonly place: number
  readonly side: Side
  readonly moving: readonly SegmentId[]
  readonly staying: readonly SegmentId[]
  readonly direction: 'up' | 'down'
}

function moveOver(beads: readonly Bead[], move: MoveOver, newId: () => BeadId): Rearranged {
  const { place, side, moving, staying, direction } = move
  const neighbour = beads[direction === 'up' ? place - 1 : place + 1]
  const rows = beads.map((bead, row) => {
    if (row === place) return withCell(bead, side, staying)
    if (bead !== neighbour) return bead
    return withCell(bead, side, direction === 'up' ? [...bead[side], ...moving] : [...moving, ...bead[side]])
  })
  const current = beads[place]?.id ?? newId()
  if (neighbour !== undefined) return { rows, current }
  const left = rows[place]
  if (left === undefined || isEmptyRow(left)) {
    throw new DuizhaoError(
      'conflict',
      'This sentence has a row of its own at the edge of the text already.',
      { reason: 'edge' },
    )
  }
  const own = oneSidedRow(newId(), side, moving)
  return { rows: direction === 'up' ? [own, ...rows] : [...rows, own], current }
}

/** A segment goes to another row; what stands between on its side goes along, so that the order stays. */
export function move(beads: readonly Bead[], segmentId: SegmentId, beadId: BeadId): Rearranged {
  const { row: from, side, place } = placeOfSegment(beads, segmentId)
  const to = placeOfBead(beads, beadId)
  if (from === to) return { rows: beads, current: beadId }
  refuseToCrossVerified(beads, from, to)
  const source = beads[from]?.[side] ?? []
  const between = beads.slice(Math.min(from, to) + 1, Math.max(from, to)).flatMap((bead) => bead[side])
  const [staying, carried] =
    to < from
      ? [source.slice(place + 1), [...between, ...source.slice(0, place + 1)]]
      : [source.slice(0, place), [...source.slice(place), ...between]]
  const rows = beads.map((bead, row) => {
    if (row === from) return withCell(bead, side, staying)
    if (row === to) {
      return withCell(bead, side, to < from ? [...bead[side], ...carried] : [...carried, ...bead[side]])
    }
    return row > Math.min(from, to) && row < Math.max(from, to) ? withCell(bead, side, []) : bead
  })
  const shifted = beads.slice(Math.min(from, to) + 1, Math.max(from, to)).map((bead) => bead.id)
  return { rows, current: beadId, shifted }
}
