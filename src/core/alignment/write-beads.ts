import type { Bead } from '../../shared/domain/bead.ts'
import type { BeadId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import type { WriteDb } from '../store/handles.ts'
import { makeRoom, placeBeads } from './bead-positions.ts'
import {
  deleteBead,
  findBeadPosition,
  insertBead,
  insertBeadSegment,
  moveBeadNotes,
  moveBeadSegment,
  updateBead,
  type BeadMember,
  type PlacedBead,
} from './beads.repo.ts'

/**
 * Makes some neighbouring beads of a pair into others that hold the same segments, and writes only what differs.
 * New beads may not come first or last unless the window's edge is the pair's. `heirs` says which bead gets the
 * notes of one that goes.
 */
export function writeBeads(
  db: WriteDb,
  pairId: PairId,
  change: {
    readonly window: readonly PlacedBead[]
    readonly beads: readonly Bead[]
    readonly heirs: ReadonlyMap<BeadId, BeadId>
  },
): void {
  const { window, beads, heirs } = change
  const { wanted, stored } = findPositions(db, pairId, window, beads)
  const known = new Map(window.map((bead) => [bead.id, bead]))
  for (const bead of beads) {
    const placed: PlacedBead = { ...bead, position: wanted.get(bead.id) ?? 0 }
    const before = known.get(bead.id)
    if (before === undefined) insertBead(db, pairId, placed)
    else if (differs({ ...before, position: stored.get(bead.id) ?? 0 }, placed)) updateBead(db, placed)
  }
  const members = new Map(
    window.flatMap((bead) => membersOf(bead).map((member) => [member.segmentId, member])),
  )
  for (const member of beads.flatMap(membersOf)) writeMember(db, pairId, member, members)
  const kept = new Set(beads.map((bead) => bead.id))
  for (const { id } of window) {
    if (kept.has(id)) continue
    const heir = heirs.get(id)
    if (heir !== undefined) moveBeadNotes(db, id, heir)
    deleteBead(db, id)
  }
}

interface Positions {
  readonly wanted: ReadonlyMap<BeadId, number>
  readonly stored: ReadonlyMap<BeadId, number>
}

/** Where the beads shall stand. Where there is no room for new ones, their neighbours are moved apart first. */
function findPositions(
  db: WriteDb,
  pairId: PairId,
  window: readonly PlacedBead[],
  beads: readonly Bead[],
): Positions {
  const ids = beads.map((bead) => bead.id)
  const stored = new Map(window.map((bead) => [bead.id, bead.position]))
  const found = placeBeads(ids, stored)
  if (found !== null) return { wanted: found, stored }
  for (const [index, id] of ids.entries()) {
    const previous = ids[index - 1]
    const isRunOfNew = !stored.has(id) && previous !== undefined && stored.has(previous)
    if (isRunOfNew) makeRoom(db, pairId, findBeadPosition(db, pairId, previous) ?? 0, beads.length)
  }
  const apart = new Map(window.map(({ id }) => [id, findBeadPosition(db, pairId, id) ?? 0]))
  const wanted = placeBeads(ids, apart)
  if (wanted === null) throw new Error('no room was made for new beads')
  return { wanted, stored: apart }
}

function differs(one: PlacedBead, other: PlacedBead): boolean {
  return (
    one.position !== other.position ||
    one.confidence !== other.confidence ||
    one.status !== other.status ||
    one.unmatched !== other.unmatched ||
    one.byHand !== other.byHand ||
    one.review !== other.review
  )
}

function membersOf(bead: Bead): BeadMember[] {
  return (['left', 'right'] as const).flatMap((side) =>
    bead[side].map((segmentId, place) => ({ beadId: bead.id, side, segmentId, place })),
  )
}

function writeMember(
  db: WriteDb,
  pairId: PairId,
  member: BeadMember,
  members: ReadonlyMap<SegmentId, BeadMember>,
): void {
  const before = members.get(member.segmentId)
  if (before === undefined) insertBeadSegment(db, pairId, member)
  else if (before.beadId !== member.beadId || before.place !== member.place) {
    moveBeadSegment(db, pairId, member)
  }
}
