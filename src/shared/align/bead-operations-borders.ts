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
  type BeadRow,
  type Rearranged,
} from './bead-operations-rows.ts'

/** Two neighbours become one; it is the first of them, unless that one is empty. */
function joinAt(beads: readonly Bead[], first: number): Rearranged {
  const [one, two] = [beads[first], beads[first + 1]]
  if (one === undefined || two === undefined) {
    throw new DuizhaoError('conflict', 'There is no row beyond this one to merge with.', { reason: 'edge' })
  }
  const joined: BeadRow = {
    id: isEmptyRow(one) ? two.id : one.id,
    left: [...one.left, ...two.left],
    right: [...one.right, ...two.right],
  }
  return { rows: [...beads.slice(0, first), joined, ...beads.slice(first + 2)], current: joined.id }
}

export function mergePrevious(beads: readonly Bead[], beadId: BeadId): Rearranged {
  return joinAt(beads, placeOfBead(beads, beadId) - 1)
}

export function mergeNext(beads: readonly Bead[], beadId: BeadId): Rearranged {
  return joinAt(beads, placeOfBead(beads, beadId))
}

/** The bead and the next become one, inside which each half of the one is linked to the far half of the other. */
export function swap(beads: readonly Bead[], beadId: BeadId): Rearranged {
  const place = placeOfBead(beads, beadId)
  const joined = joinAt(beads, place)
  const [one, two] = [beads[place], beads[place + 1]]
  const links = [
    { left: one?.left ?? [], right: two?.right ?? [] },
    { left: two?.left ?? [], right: one?.right ?? [] },
  ].filter((link) => link.left.length > 0 && link.right.length > 0)
  if (links.length === 0) {
    throw new DuizhaoError('conflict', 'These two rows have nothing that could stand in the other order.', {
      reason: 'nothing',
    })
  }
  return { ...joined, links }
}

/** An empty row comes before the bead. */
export function insert(beads: readonly Bead[], beadId: BeadId, newId: () => BeadId): Rearranged {
  const place = placeOfBead(beads, beadId)
  const own: BeadRow = { id: newId(), left: [], right: [] }
  return {
    rows: [...beads.slice(0, place), own, ...beads.slice(place)],
    current: own.id,
    inserted: own.id,
  }
}

/** A segment and what follows it in its cell get a row of their own, after the bead. */
export function split(beads: readonly Bead[], segmentId: SegmentId, newId: () => BeadId): Rearranged {
  const { row, side, place } = placeOfSegment(beads, segmentId)
  const bead = beads[row]
  // Before the first of several it parts the sides; at the beginning of a lone one there is nothing to tell apart.
  const isEdge = place === 0 && (bead?.[otherSide(side)].length === 0 || bead?.[side].length === 1)
  if (bead === undefined || isEdge) {
    throw new DuizhaoError('conflict', 'Nothing stands before this sentence in its row.', {
      reason: 'nothing',
    })
  }
  const own = oneSidedRow(newId(), side, bead[side].slice(place))
  const rest = withCell(bead, side, bead[side].slice(0, place))
  return { rows: [...beads.slice(0, row), rest, own, ...beads.slice(row + 1)], current: own.id }
}

/** Two sides part, each marked as having no counterpart; a single side is marked, or its mark is taken back. */
export function unmatch(beads: readonly Bead[], beadId: BeadId, newId: () => BeadId): Rearranged {
  const place = placeOfBead(beads, beadId)
  const bead = beads[place]
  if (bead === undefined || isEmptyRow(bead)) {
    throw new DuizhaoError('conflict', 'This row is empty: there is nothing in it to mark.', {
      reason: 'nothing',
    })
  }
  if (bead.left.length === 0 || bead.right.length === 0) {
    const toggled = bead.unmatched ? { unmarked: beadId } : { marked: [beadId] }
    return { rows: beads, current: beadId, ...toggled }
  }
  const own = oneSidedRow(newId(), 'right', bead.right)
  return {
    rows: [...beads.slice(0, place), withCell(bead, 'right', []), own, ...beads.slice(place + 1)],
    current: beadId,
    marked: [beadId, own.id],
  }
}

/**
 * Makes a bead of exactly two segments. All that stands before either of them comes before it, all that stands
 * after comes after it, in the rows it was in.
 */
export function pinpoint(
  beads: readonly Bead[],
  left: SegmentId,
  right: SegmentId,
  newId: () => BeadId,
): Rearranged {
  const [one, two] = [placeOfSegment(beads, left), placeOfSegment(beads, right)]
  if (one.side !== 'left' || two.side !== 'right') {
    throw new DuizhaoError('invalid_input', 'The two sentences must be on the two sides of the pair.')
  }
  refuseToCrossVerified(beads, one.row, two.row)
  const [first, last] = [Math.min(one.row, two.row), Math.max(one.row, two.row)]
  const concerned = beads.slice(first, last + 1)
  const before = concerned.map((bead, index) => ({
    ...bead,
    left: beforePlace(bead.left, first + index, one),
    right: beforePlace(bead.right, first + index, two),
  }))
  const after = concerned.map((bead, index) => ({
    ...bead,
    left: afterPlace(bead.left, first + index, one),
    right: afterPlace(bead.right, first + index, two),
  }))

  // A bead's identity goes where its first segment goes.
  const isGone = (row: number): boolean => isEmptyRow(before[row - first] ?? { left: [], right: [] })
  const isUsedUp = (row: number): boolean =>
    isGone(row) && isEmptyRow(after[row - first] ?? { left: [], right: [] })
  const heir = isGone(one.row) ? one.row : isUsedUp(two.row) ? two.row : null
  const pin: BeadRow = { id: beads[heir ?? -1]?.id ?? newId(), left: [left], right: [right] }
  const following = after
    .filter((row) => !isEmptyRow(row))
    .map((row) => {
      const isTaken = row.id === pin.id || !isGone(placeOfBead(beads, row.id))
      return isTaken ? { ...row, id: newId() } : row
    })
  const preceding = before.filter((row, index) => !isEmptyRow(row) || isEmptyRow(concerned[index] ?? row))
  return {
    rows: [...beads.slice(0, first), ...preceding, pin, ...following, ...beads.slice(last + 1)],
    current: pin.id,
    // Who pins two sentences says nothing about the others.
    shifted: [...preceding, ...following].map((row) => row.id),
  }
}

interface SegmentPlace {
  readonly row: number
  readonly place: number
}

function beforePlace(cell: readonly SegmentId[], row: number, at: SegmentPlace): readonly SegmentId[] {
  if (row === at.row) return cell.slice(0, at.place)
  return row < at.row ? cell : []
}

function afterPlace(cell: readonly SegmentId[], row: number, at: SegmentPlace): readonly SegmentId[] {
  if (row === at.row) return cell.slice(at.place + 1)
  return row > at.row ? cell : []
}
