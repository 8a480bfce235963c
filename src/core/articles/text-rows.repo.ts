import type { ArticleId, BlockId, SegmentId, SpeakerId } from '../../shared/domain/ids.ts'
import type { BlockKind } from '../../shared/domain/text.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

export interface BlockRow {
  readonly id: BlockId
  readonly position: number
  readonly kind: BlockKind
  readonly level: number
  readonly speakerId: SpeakerId | null
}

export interface SegmentRow {
  readonly id: SegmentId
  readonly blockId: BlockId
  readonly position: number
  readonly text: string
  /** As JSON. */
  readonly marks: string
}

/** An article's rows in reading order. */
export interface TextRows {
  readonly blocks: readonly BlockRow[]
  readonly segments: readonly SegmentRow[]
}

export function readTextRows(db: ReadDb, articleId: ArticleId): TextRows {
  return {
    blocks: db.all<BlockRow>(
      `SELECT id, position, kind, level, speaker_id AS speakerId FROM blocks WHERE article_id = ?
       ORDER BY position`,
      [articleId],
    ),
    segments: db.all<SegmentRow>(
      `SELECT s.id, s.block_id AS blockId, s.position, s.text, s.marks
       FROM blocks AS b JOIN segments AS s ON s.block_id = b.id
       WHERE b.article_id = ? ORDER BY b.position, s.position`,
      [articleId],
    ),
  }
}

export function insertBlockRow(db: WriteDb, articleId: ArticleId, row: BlockRow): void {
  db.run('INSERT INTO blocks (id, article_id, position, kind, level, speaker_id) VALUES (?, ?, ?, ?, ?, ?)', [
    row.id,
    articleId,
    row.position,
    row.kind,
    row.level,
    row.speakerId,
  ])
}

export function updateBlockRow(db: WriteDb, row: BlockRow): void {
  db.run('UPDATE blocks SET position = ?, kind = ?, level = ?, speaker_id = ? WHERE id = ?', [
    row.position,
    row.kind,
    row.level,
    row.speakerId,
    row.id,
  ])
}

export function insertSegmentRow(db: WriteDb, articleId: ArticleId, row: SegmentRow): void {
  db.run('INSERT INTO segments (id, article_id, block_id, position, text, marks) VALUES (?, ?, ?, ?, ?, ?)', [
    row.id,
    articleId,
    row.blockId,
    row.position,
    row.text,
    row.marks,
  ])
}

export function updateSegmentRow(db: WriteDb, row: SegmentRow): void {
  db.run('UPDATE segments SET block_id = ?, position = ?, text = ?, marks = ? WHERE id = ?', [
    row.blockId,
    row.position,
    row.text,
    row.marks,
    row.id,
  ])
}

/** Where readers are in some segments. */
export function readPositionsIn(
  db: ReadDb,
  segmentIds: readonly SegmentId[],
): { target: string; segmentId: SegmentId; offset: number }[] {
  return db.all(
    `SELECT target, segment_id AS segmentId, offset FROM reading_positions
     WHERE segment_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(segmentIds)],
  )
}

export function placeReader(db: WriteDb, target: string, segmentId: SegmentId, offset: number): void {
  db.run('UPDATE reading_positions SET segment_id = ?, offset = ? WHERE target = ?', [
    segmentId,
    offset,
    target,
  ])
}

/** What an article counts of itself. */
export function setCounts(
  db: WriteDb,
  articleId: ArticleId,
  counts: {
    readonly blocks: number
    readonly segments: number
    readonly characters: number
    readonly at: number
  },
): void {
  db.run(
    'UPDATE articles SET block_count = ?, segment_count = ?, character_count = ?, updated_at = ? WHERE id = ?',
    [counts.blocks, counts.segments, counts.characters, counts.at, articleId],
  )
}
