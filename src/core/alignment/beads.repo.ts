import type { AlignSegment } from '../../shared/align/aligner.ts'
import type { Side } from '../../shared/domain/article.ts'
import type { Bead } from '../../shared/domain/bead.ts'
import type { ArticleId, BeadId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import { POSITION_STEP } from '../articles/text.repo.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

export interface AlignableSegment extends AlignSegment {
  readonly id: SegmentId
}

/** An article's segments as an aligner wants them, in reading order. */
export function readAlignableSegments(db: ReadDb, articleId: ArticleId): AlignableSegment[] {
  interface Row {
    id: SegmentId
    text: string
    kind: AlignSegment['kind']
    opensBlock: 0 | 1
  }
  return db
    .all<Row>(
      `SELECT s.id, s.text, b.kind,
         s.position = min(s.position) OVER (PARTITION BY s.block_id) AS opensBlock
       FROM blocks AS b JOIN segments AS s ON s.block_id = b.id
       WHERE b.article_id = ? ORDER BY b.position, s.position`,
      [articleId],
    )
    .map((row) => ({ ...row, opensBlock: row.opensBlock === 1 }))
}

/** A bead with where it stands among the others. Positions rise; they only order. */
export interface PlacedBead extends Bead {
  readonly position: number
}

/** Where a pair's beads end: beyond every position. */
export const LAST_POSITION = Number.MAX_SAFE_INTEGER
const FIRST_POSITION = Number.MIN_SAFE_INTEGER

/** The pair's beads in order, or those from one position to another, both included. */
export function readBeads(
  db: ReadDb,
  pairId: PairId,
  from: number = FIRST_POSITION,
  to: number = LAST_POSITION,
): PlacedBead[] {
  interface Row extends Pick<PlacedBead, 'id' | 'position' | 'confidence' | 'status'> {
    readonly unmatched: 0 | 1
    readonly byHand: 0 | 1
    readonly review: 0 | 1
  }
  const cells = new Map<BeadId, Record<Side, SegmentId[]>>()
  const segments = db.all<{ beadId: BeadId; side: Side; segmentId: SegmentId }>(
    `SELECT b.id AS beadId, bs.side, bs.segment_id AS segmentId
     FROM beads AS b JOIN bead_segments AS bs ON bs.bead_id = b.id
     WHERE b.pair_id = ? AND b.position BETWEEN ? AND ? ORDER BY b.position, bs.side, bs.position`,
    [pairId, from, to],
  )
  for (const { beadId, side, segmentId } of segments) {
    const cell = cells.get(beadId) ?? { left: [], right: [] }
    cell[side].push(segmentId)
    cells.set(beadId, cell)
  }
  return db
    .all<Row>(
      `SELECT id, position, confidence, status, unmatched, by_hand AS byHand, review FROM beads
       WHERE pair_id = ? AND position BETWEEN ? AND ? ORDER BY position`,
      [pairId, from, to],
    )
    .map((row) => ({
      ...row,
      ...(cells.get(row.id) ?? { left: [], right: [] }),
      unmatched: row.unmatched === 1,
      byHand: row.byHand === 1,
      review: row.review === 1,
    }))
}

/** A bead's position; null when the pair has no such bead. */
export function findBeadPosition(db: ReadDb, pairId: PairId, id: BeadId): number | null {
  return db.value<number>('SELECT position FROM beads WHERE id = ? AND pair_id = ?', [id, pairId]) ?? null
}

/** The position of the bead that holds a segment; null when none of the pair's does. */
export function findSegmentPosition(db: ReadDb, pairId: PairId, segmentId: SegmentId): number | null {
  return (
    db.value<number>(
      `SELECT b.position FROM bead_segments AS bs JOIN beads AS b ON b.id = bs.bead_id
       WHERE bs.pair_id = ? AND bs.segment_id = ?`,
      [pairId, segmentId],
    ) ?? null
  )
}

/** The position of the neighbour; the given position itself at an edge of the pair. */
export function positionBeside(
  db: ReadDb,
  pairId: PairId,
  position: number,
  direction: 'before' | 'after',
): number {
  const [compare, order] = direction === 'before' ? ['<', 'DESC'] : ['>', 'ASC']
  return (
    db.value<number>(
      `SELECT position FROM beads WHERE pair_id = ? AND position ${compare} ?
       ORDER BY position ${order} LIMIT 1`,
      [pairId, position],
    ) ?? position
  )
}

/** Where the next bead stands after a position that is verified, or whose cell on a side is (or is not) empty. */
export function findStop(
  db: ReadDb,
  pairId: PairId,
  after: number,
  stop: { readonly side: Side; readonly cell: 'empty' | 'filled' },
): number | null {
  const not = stop.cell === 'empty' ? 'NOT ' : ''
  return (
    db.value<number>(
      `SELECT b.position FROM beads AS b WHERE b.pair_id = ? AND b.position > ? AND (b.status = 'verified'
         OR ${not}EXISTS (SELECT 1 FROM bead_segments AS bs WHERE bs.bead_id = b.id AND bs.side = ?))
       ORDER BY b.position LIMIT 1`,
      [pairId, after, stop.side],
    ) ?? null
  )
}

/** How many beads of the pair come before a position. */
export function countBeadsBefore(db: ReadDb, pairId: PairId, position: number): number {
  return (
    db.value<number>('SELECT count(*) FROM beads WHERE pair_id = ? AND position < ?', [pairId, position]) ?? 0
  )
}

/** Writes the beads of a pair that has none, in order. */
export function insertBeads(db: WriteDb, pairId: PairId, beads: readonly Bead[]): void {
  for (const [index, bead] of beads.entries()) {
    insertBead(db, pairId, { ...bead, position: (index + 1) * POSITION_STEP })
    for (const side of ['left', 'right'] as const) {
      for (const [place, segmentId] of bead[side].entries()) {
        insertBeadSegment(db, pairId, { beadId: bead.id, side, segmentId, place })
      }
    }
  }
}

/** Writes a bead's own row, without its segments. */
export function insertBead(db: WriteDb, pairId: PairId, bead: PlacedBead): void {
  db.run(
    `INSERT INTO beads (id, pair_id, position, confidence, status, unmatched, by_hand, review)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      bead.id,
      pairId,
      bead.position,
      bead.confidence,
      bead.status,
      bead.unmatched ? 1 : 0,
      bead.byHand ? 1 : 0,
      bead.review ? 1 : 0,
    ],
  )
}

export function updateBead(db: WriteDb, bead: PlacedBead): void {
  db.run(
    `UPDATE beads SET position = ?, confidence = ?, status = ?, unmatched = ?, by_hand = ?, review = ?
     WHERE id = ?`,
    [
      bead.position,
      bead.confidence,
      bead.status,
      bead.unmatched ? 1 : 0,
      bead.byHand ? 1 : 0,
      bead.review ? 1 : 0,
      bead.id,
    ],
  )
}

/** Deletes a bead, which must have no segments any more. */
export function deleteBead(db: WriteDb, id: BeadId): void {
  db.run('DELETE FROM beads WHERE id = ?', [id])
}

/** Where a segment stands: its bead, its side, and its place in that cell, from 0. */
export interface BeadMember {
  readonly beadId: BeadId
  readonly side: Side
  readonly segmentId: SegmentId
  readonly place: number
}

export function insertBeadSegment(db: WriteDb, pairId: PairId, member: BeadMember): void {
  db.run('INSERT INTO bead_segments (pair_id, segment_id, bead_id, side, position) VALUES (?, ?, ?, ?, ?)', [
    pairId,
    member.segmentId,
    member.beadId,
    member.side,
    member.place,
  ])
}

export function moveBeadSegment(db: WriteDb, pairId: PairId, member: BeadMember): void {
  db.run('UPDATE bead_segments SET bead_id = ?, position = ? WHERE pair_id = ? AND segment_id = ?', [
    member.beadId,
    member.place,
    pairId,
    member.segmentId,
  ])
}

/** Hangs the notes of a bead on another one. */
export function moveBeadNotes(db: WriteDb, from: BeadId, to: BeadId): void {
  db.run('UPDATE notes SET bead_id = ? WHERE bead_id = ?', [to, from])
}
