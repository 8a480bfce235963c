import type { ArticleId, BlockId, SegmentId } from '../../shared/domain/ids.ts'
import type { Mark } from '../../shared/domain/text.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import { parseMarks, POSITION_STEP } from './text.repo.ts'

/** A segment's own row. */
export interface StoredSegment {
  readonly id: SegmentId
  readonly articleId: ArticleId
  readonly blockId: BlockId
  readonly position: number
  readonly text: string
  readonly marks: readonly Mark[]
}

interface Row extends Omit<StoredSegment, 'marks'> {
  readonly marks: string
}

const SEGMENT = 'SELECT id, article_id AS articleId, block_id AS blockId, position, text, marks FROM segments'

export function readSegment(db: ReadDb, id: SegmentId): StoredSegment | null {
  const row = db.get<Row>(`${SEGMENT} WHERE id = ?`, [id])
  return row === undefined ? null : { ...row, marks: parseMarks(row.marks) }
}

/** The next segment of the same block. */
export function readNextOfBlock(db: ReadDb, segment: StoredSegment): StoredSegment | null {
  const row = db.get<Row>(`${SEGMENT} WHERE block_id = ? AND position > ? ORDER BY position LIMIT 1`, [
    segment.blockId,
    segment.position,
  ])
  return row === undefined ? null : { ...row, marks: parseMarks(row.marks) }
}

export function updateSegment(db: WriteDb, id: SegmentId, text: string, marks: readonly Mark[]): void {
  db.run('UPDATE segments SET text = ?, marks = ? WHERE id = ?', [text, toJson(marks), id])
}

/** Puts a new segment right after another one of its block. */
export function insertSegmentAfter(
  db: WriteDb,
  segment: StoredSegment,
  fresh: { readonly id: SegmentId; readonly text: string; readonly marks: readonly Mark[] },
): void {
  const position = findRoomAfter(db, segment) ?? makeRoomAfter(db, segment)
  db.run('INSERT INTO segments (id, article_id, block_id, position, text, marks) VALUES (?, ?, ?, ?, ?, ?)', [
    fresh.id,
    segment.articleId,
    segment.blockId,
    position,
    fresh.text,
    toJson(fresh.marks),
  ])
}

export function deleteSegment(db: WriteDb, id: SegmentId): void {
  db.run('DELETE FROM segments WHERE id = ?', [id])
}

/** Adds to what an article counts of itself; characters are UTF-16 code units. */
export function addToCounts(
  db: WriteDb,
  articleId: ArticleId,
  added: {
    readonly blocks?: number
    readonly segments?: number
    readonly characters?: number
    readonly at: number
  },
): void {
  const { blocks = 0, segments = 0, characters = 0, at } = added
  db.run(
    `UPDATE articles SET block_count = block_count + ?, segment_count = segment_count + ?,
       character_count = character_count + ?, updated_at = ? WHERE id = ?`,
    [blocks, segments, characters, at, articleId],
  )
}

/** Sends whoever was reading in a segment that goes to where its text is now. */
export function moveReadingPositions(
  db: WriteDb,
  from: SegmentId,
  to: { readonly id: SegmentId; readonly offset: number },
): void {
  db.run('UPDATE reading_positions SET segment_id = ?, offset = offset + ? WHERE segment_id = ?', [
    to.id,
    to.offset,
    from,
  ])
}

function findRoomAfter(db: ReadDb, segment: StoredSegment): number | null {
  const next = readNextOfBlock(db, segment)
  if (next === null) return segment.position + POSITION_STEP
  const middle = Math.floor((segment.position + next.position) / 2)
  return middle > segment.position ? middle : null
}

/** Numbers the block's segments anew; a block is short. */
function makeRoomAfter(db: WriteDb, segment: StoredSegment): number {
  const ids = db.all<{ id: SegmentId }>('SELECT id FROM segments WHERE block_id = ? ORDER BY position', [
    segment.blockId,
  ])
  for (const [index, { id }] of ids.entries()) {
    db.run('UPDATE segments SET position = ? WHERE id = ?', [(index + 1) * POSITION_STEP, id])
  }
  const place = ids.findIndex(({ id }) => id === segment.id)
  return (place + 1) * POSITION_STEP + POSITION_STEP / 2
}

function toJson(marks: readonly Mark[]): string {
  return marks.length === 0 ? '[]' : JSON.stringify(marks)
}
