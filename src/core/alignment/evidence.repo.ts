import type { Side } from '../../shared/domain/article.ts'
import type { BeadId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import type { ReadDb } from '../store/handles.ts'

export interface BeadSegment {
  readonly id: SegmentId
  readonly text: string
}

/** A bead's segments on either side, in reading order. */
export interface BeadSides {
  readonly id: BeadId
  readonly left: BeadSegment[]
  readonly right: BeadSegment[]
}

/** Those of the beads that are the pair's, in its order. */
export function readBeadSides(db: ReadDb, pairId: PairId, beadIds: readonly BeadId[]): BeadSides[] {
  const rows = db.all<BeadSegment & { beadId: BeadId; side: Side }>(
    `SELECT o.id AS beadId, bs.side, s.id, s.text
     FROM beads AS o JOIN bead_segments AS bs ON bs.bead_id = o.id JOIN segments AS s ON s.id = bs.segment_id
     WHERE o.id IN (SELECT value FROM json_each(@beadIds)) AND o.pair_id = @pairId
     ORDER BY o.position, bs.side, bs.position`,
    { pairId, beadIds: JSON.stringify(beadIds) },
  )
  const found = new Map<BeadId, BeadSides>()
  for (const { beadId, side, id, text } of rows) {
    const bead = found.get(beadId) ?? { id: beadId, left: [], right: [] }
    found.set(beadId, bead)
    bead[side].push({ id, text })
  }
  return [...found.values()]
}

/** The beads from the one that holds the first segment to the one that holds the last, at most `limit`; none where one is in no bead. */
export function listBeadsBetween(
  db: ReadDb,
  pairId: PairId,
  first: SegmentId,
  last: SegmentId,
  limit: number,
): BeadId[] {
  const position = `SELECT o.position FROM bead_segments AS bs JOIN beads AS o ON o.id = bs.bead_id
    WHERE bs.pair_id = @pairId AND bs.segment_id = `
  return db
    .all<{ id: BeadId }>(
      `SELECT id FROM beads WHERE pair_id = @pairId AND position BETWEEN (${position} @first) AND (${position} @last)
       ORDER BY position LIMIT @limit`,
      { pairId, first, last, limit },
    )
    .map((row) => row.id)
}
