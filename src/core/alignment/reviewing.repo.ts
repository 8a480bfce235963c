import type { BeadFilter } from '../../shared/domain/bead.ts'
import type { BeadId, PairId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import { beadCondition, beadShape, uncertain } from './bead-condition.ts'
import { deleteBead, moveBeadNotes } from './beads.repo.ts'

/** Sums over a pair's beads. An empty bead, inserted to move segments into, counts in `total` alone. */
export interface BeadCounts {
  readonly total: number
  readonly oneToOne: number
  readonly other: number
  readonly oneSided: number
  readonly verified: number
  readonly uncertain: number
  readonly review: number
}

export function countBeadKinds(db: ReadDb, pairId: PairId): BeadCounts {
  const shape = beadShape('b')
  const counts = db.get<BeadCounts>(
    // Materialised, or every sum would count a bead's segments anew.
    `WITH shapes AS MATERIALIZED (
       SELECT b.status, b.review, ${uncertain('b')} AS uncertain, ${shape.left} AS l, ${shape.right} AS r
       FROM beads AS b WHERE b.pair_id = ?)
     SELECT count(*) AS total,
       ifnull(sum(l = 1 AND r = 1), 0) AS oneToOne,
       ifnull(sum(l > 0 AND r > 0 AND NOT (l = 1 AND r = 1)), 0) AS other,
       ifnull(sum((l = 0) <> (r = 0)), 0) AS oneSided,
       ifnull(sum(status = 'verified'), 0) AS verified,
       ifnull(sum(uncertain), 0) AS uncertain,
       ifnull(sum(review), 0) AS review
     FROM shapes`,
    [pairId],
  )
  return counts ?? { total: 0, oneToOne: 0, other: 0, oneSided: 0, verified: 0, uncertain: 0, review: 0 }
}

/** The first bead of a filter beyond a position, or from the pair's edge on. */
export function findNextBead(
  db: ReadDb,
  pairId: PairId,
  filter: BeadFilter,
  from: { readonly position: number | null; readonly direction: 'forward' | 'backward' },
): BeadId | null {
  const [compare, order] = from.direction === 'forward' ? ['>', 'ASC'] : ['<', 'DESC']
  const beyond = from.position === null ? '' : `AND b.position ${compare} @position`
  return (
    db.value<BeadId>(
      `SELECT b.id FROM beads AS b WHERE b.pair_id = @pairId ${beyond} AND ${beadCondition(filter, 'b')}
       ORDER BY b.position ${order} LIMIT 1`,
      { pairId, ...(from.position !== null && { position: from.position }) },
    ) ?? null
  )
}

/**
 * The least sure bead that nobody verified, other than one; beads without a figure come last, and after them those
 * that a person has spoken for.
 */
export function findLeastSure(db: ReadDb, pairId: PairId, except: BeadId | null): BeadId | null {
  return (
    db.value<BeadId>(
      `SELECT id FROM beads WHERE pair_id = ? AND status <> 'verified'
       ORDER BY id IS ?, by_hand OR unmatched, confidence IS NULL, confidence, position LIMIT 1`,
      [pairId, except],
    ) ?? null
  )
}

/** Which of a pair's beads: these, all up to a position, or all. */
export type BeadRange =
  | { readonly kind: 'beads'; readonly beadIds: readonly BeadId[] }
  | { readonly kind: 'up-to'; readonly position: number; readonly filter: BeadFilter }
  | { readonly kind: 'all'; readonly filter: BeadFilter }

interface Choice {
  readonly condition: string
  readonly params: Readonly<Record<string, string | number>>
}

/** The beads of a range that have the other status. Empty beads are never verified. */
function toVerify(pairId: PairId, range: BeadRange, verified: boolean): Choice {
  const filled = verified ? 'AND EXISTS (SELECT 1 FROM bead_segments WHERE bead_id = beads.id)' : ''
  const condition = `pair_id = @pairId AND status <> @status ${filled}`
  const params = { pairId, status: verified ? 'verified' : 'auto' }
  switch (range.kind) {
    case 'beads':
      return {
        condition: `${condition} AND id IN (SELECT value FROM json_each(@ids))`,
        params: { ...params, ids: JSON.stringify(range.beadIds) },
      }
    case 'up-to':
      return {
        condition: `${condition} AND position <= @position AND ${beadCondition(range.filter, 'beads')}`,
        params: { ...params, position: range.position },
      }
    case 'all':
      return { condition: `${condition} AND ${beadCondition(range.filter, 'beads')}`, params }
  }
}

export function countToVerify(db: ReadDb, pairId: PairId, range: BeadRange, verified: boolean): number {
  const { condition, params } = toVerify(pairId, range, verified)
  return db.value<number>(`SELECT count(*) FROM beads WHERE ${condition}`, params) ?? 0
}

/** Verifies beads, or takes it back; answers how many were changed. */
export function setVerified(db: WriteDb, pairId: PairId, range: BeadRange, verified: boolean): number {
  const { condition, params } = toVerify(pairId, range, verified)
  return db.run(`UPDATE beads SET status = @status WHERE ${condition}`, params)
}

/**
 * Removes the empty beads of a range: there is nothing in them to verify, and they would be left over for ever. Their
 * notes go to the bead before, else to the one after. Answers how many have gone; none where a pair has no others.
 */
export function removeEmpty(db: WriteDb, pairId: PairId, range: BeadRange): number {
  const empty = readEmpty(db, pairId, range)
  for (const { id, position } of empty) {
    const heir = findFilled(db, pairId, position)
    if (heir === null) return 0
    moveBeadNotes(db, id, heir)
    deleteBead(db, id)
  }
  return empty.length
}

export function countEmpty(db: ReadDb, pairId: PairId, range: BeadRange): number {
  return readEmpty(db, pairId, range).length
}

function readEmpty(db: ReadDb, pairId: PairId, range: BeadRange): { id: BeadId; position: number }[] {
  const empty = db.all<{ id: BeadId; position: number }>(
    `SELECT id, position FROM beads WHERE pair_id = ?
       AND NOT EXISTS (SELECT 1 FROM bead_segments WHERE bead_id = beads.id) ORDER BY position`,
    [pairId],
  )
  if (range.kind === 'all') return empty
  if (range.kind === 'up-to') return empty.filter(({ position }) => position <= range.position)
  return empty.filter(({ id }) => range.beadIds.includes(id))
}

/** The last bead with a segment before a position, or the first after it. */
function findFilled(db: ReadDb, pairId: PairId, position: number): BeadId | null {
  return (
    db.value<BeadId>(
      `SELECT id FROM beads WHERE pair_id = @pairId
         AND EXISTS (SELECT 1 FROM bead_segments WHERE bead_id = beads.id)
       ORDER BY position > @position, abs(position - @position) LIMIT 1`,
      { pairId, position },
    ) ?? null
  )
}

export function setReview(db: WriteDb, id: BeadId, review: boolean): void {
  db.run('UPDATE beads SET review = ? WHERE id = ? AND review <> ?', [review ? 1 : 0, id, review ? 1 : 0])
}
