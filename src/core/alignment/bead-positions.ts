import type { BeadId, PairId } from '../../shared/domain/ids.ts'
import { POSITION_STEP } from '../articles/text.repo.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

/** Neighbours on either side that are moved at first when there is no room left between two beads. */
const NEIGHBOURS = 32
/** Room that is worth making: each gap can be halved some six times before it is used up again. */
const ENOUGH_ROOM = 64

/**
 * A position for each bead in order: known ones stay, as far as they rise; the others are spread evenly over the
 * gap they stand in. Null when a gap has no room.
 */
export function placeBeads(
  ids: readonly BeadId[],
  known: ReadonlyMap<BeadId, number>,
): ReadonlyMap<BeadId, number> | null {
  const placed = new Map<BeadId, number>()
  let waiting: BeadId[] = []
  let last: number | null = null
  const settle = (next: number | null): boolean => {
    const count = waiting.length + 1
    const from: number = last ?? (next ?? POSITION_STEP * count) - POSITION_STEP * count
    const to: number = next ?? from + POSITION_STEP * count
    if (to - from < count) return false
    for (const [index, id] of waiting.entries()) {
      placed.set(id, from + Math.floor(((to - from) * (index + 1)) / count))
    }
    waiting = []
    return true
  }
  for (const id of ids) {
    const position = known.get(id)
    if (position === undefined || (last !== null && position <= last)) {
      waiting.push(id)
      continue
    }
    if (waiting.length > 0 && !settle(position)) return null
    placed.set(id, position)
    last = position
  }
  return waiting.length > 0 && !settle(null) ? null : placed
}

/**
 * Spreads the beads around a position apart, no more of them than it takes, so that new ones fit between any
 * two. `count`: how many new ones there are to place.
 */
export function makeRoom(db: WriteDb, pairId: PairId, around: number, count: number): void {
  for (let reach = NEIGHBOURS; ; reach *= 4) {
    const before = readPositions(db, pairId, { around, reach, direction: 'before' })
    const after = readPositions(db, pairId, { around, reach, direction: 'after' })
    const beads = [...before.toReversed(), ...after]
    const outer = {
      before: before.length > reach ? beads.shift() : undefined,
      after: after.length > reach ? beads.pop() : undefined,
    }
    const span = Math.max(POSITION_STEP, ENOUGH_ROOM + count) * (beads.length + 1)
    const from = outer.before?.position ?? (outer.after === undefined ? 0 : outer.after.position - span)
    const to = outer.after?.position ?? from + span
    const step = Math.floor((to - from) / (beads.length + 1))
    if (step < ENOUGH_ROOM + count && (outer.before !== undefined || outer.after !== undefined)) continue
    for (const [index, bead] of beads.entries()) {
      db.run('UPDATE beads SET position = ? WHERE id = ?', [from + step * (index + 1), bead.id])
    }
    return
  }
}

interface Positions {
  readonly around: number
  readonly reach: number
  readonly direction: 'before' | 'after'
}

/** From the position outward; one more than `reach`, if there are so many. */
function readPositions(
  db: ReadDb,
  pairId: PairId,
  { around, reach, direction }: Positions,
): { id: BeadId; position: number }[] {
  const [compare, order] = direction === 'before' ? ['<=', 'DESC'] : ['>', 'ASC']
  return db.all(
    `SELECT id, position FROM beads WHERE pair_id = ? AND position ${compare} ?
     ORDER BY position ${order} LIMIT ?`,
    [pairId, around, reach + 1],
  )
}
