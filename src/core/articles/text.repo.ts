import type { ArticleId, BlockId, SegmentId, SpeakerId } from '../../shared/domain/ids.ts'
import type { Block, BlockKind, Mark, Segment } from '../../shared/domain/text.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

/** Neighbouring positions leave room for what may be put between them later. */
export const POSITION_STEP = 1024

interface BlockRow {
  readonly id: BlockId
  readonly kind: BlockKind
  readonly level: number
  readonly speakerId: SpeakerId | null
}

interface SegmentRow {
  readonly id: SegmentId
  readonly blockId: BlockId
  readonly text: string
  readonly marks: string
}

/** Marks are rare; most rows hold the very text `[]`. */
export function parseMarks(json: string): readonly Mark[] {
  return json === '[]' ? [] : (JSON.parse(json) as Mark[])
}

/** Blocks `[from, from + limit)` of an article, in reading order, with their segments. */
export function readBlocks(db: ReadDb, articleId: ArticleId, from: number, limit: number): Block[] {
  const blocks = db.all<BlockRow>(
    `SELECT id, kind, level, speaker_id AS speakerId FROM blocks WHERE article_id = ?
     ORDER BY position LIMIT ? OFFSET ?`,
    [articleId, limit, from],
  )
  const segments = db.all<SegmentRow>(
    `SELECT s.id, s.block_id AS blockId, s.text, s.marks
     FROM (SELECT id, position FROM blocks WHERE article_id = ? ORDER BY position LIMIT ? OFFSET ?) AS page
     JOIN segments AS s ON s.block_id = page.id ORDER BY page.position, s.position`,
    [articleId, limit, from],
  )
  const byBlock = new Map<BlockId, Segment[]>(blocks.map((block) => [block.id, []]))
  for (const { id, blockId, text, marks } of segments) {
    byBlock.get(blockId)?.push({ id, text, marks: parseMarks(marks) })
  }
  return blocks.map((block) => ({ ...block, segments: byBlock.get(block.id) ?? [] }))
}

/** The whole text. */
export function readAllBlocks(db: ReadDb, articleId: ArticleId): Block[] {
  return readBlocks(db, articleId, 0, Number.MAX_SAFE_INTEGER)
}

/** Every segment of an article in reading order: what anchors are placed in. */
export function readSegmentTexts(db: ReadDb, articleId: ArticleId): { id: SegmentId; text: string }[] {
  return db.all(
    `SELECT s.id, s.text FROM blocks AS b JOIN segments AS s ON s.block_id = b.id
     WHERE b.article_id = ? ORDER BY b.position, s.position`,
    [articleId],
  )
}

/** A segment with where it stands, for ordering. */
export interface PlacedSegment {
  readonly id: SegmentId
  readonly articleId: ArticleId
  readonly text: string
  readonly blockPosition: number
  readonly position: number
}

export function findSegment(db: ReadDb, id: SegmentId): PlacedSegment | null {
  const row = db.get<PlacedSegment>(
    `SELECT s.id, s.article_id AS articleId, s.text, b.position AS blockPosition, s.position
     FROM segments AS s JOIN blocks AS b ON b.id = s.block_id WHERE s.id = ?`,
    [id],
  )
  return row ?? null
}

/** The segments of an article from one to another, both included, in reading order. */
export function readSegmentsBetween(
  db: ReadDb,
  articleId: ArticleId,
  first: PlacedSegment,
  last: PlacedSegment,
): { id: SegmentId; text: string }[] {
  return db.all(
    `SELECT s.id, s.text FROM blocks AS b JOIN segments AS s ON s.block_id = b.id
     WHERE b.article_id = @articleId AND b.position BETWEEN @firstBlock AND @lastBlock
       AND (b.position, s.position) >= (@firstBlock, @first) AND (b.position, s.position) <= (@lastBlock, @last)
     ORDER BY b.position, s.position`,
    {
      articleId,
      firstBlock: first.blockPosition,
      first: first.position,
      lastBlock: last.blockPosition,
      last: last.position,
    },
  )
}

/**
 * The segments just before or after one, in reading order: as many as it takes to have `length` code units
 * of text, fewer at an end of the article.
 */
export function readNeighbours(
  db: ReadDb,
  articleId: ArticleId,
  from: PlacedSegment,
  direction: 'before' | 'after',
  length: number,
): { id: SegmentId; text: string }[] {
  const [compare, bound, order] = direction === 'before' ? ['<', '<=', 'DESC'] : ['>', '>=', 'ASC']
  // No segment is empty, so `length` of them always hold enough.
  const nearest = db.all<{ id: SegmentId; text: string }>(
    `SELECT s.id, s.text FROM blocks AS b JOIN segments AS s ON s.block_id = b.id
     WHERE b.article_id = @articleId AND b.position ${bound} @block
       AND (b.position, s.position) ${compare} (@block, @position)
     ORDER BY b.position ${order}, s.position ${order} LIMIT @length`,
    { articleId, block: from.blockPosition, position: from.position, length },
  )
  const needed: typeof nearest = []
  let had = 0
  for (const segment of nearest) {
    if (had >= length) break
    needed.push(segment)
    had += segment.text.length
  }
  return direction === 'before' ? needed.toReversed() : needed
}

export interface NewBlock {
  readonly id: BlockId
  readonly kind: BlockKind
  readonly level: number
  readonly speakerId: SpeakerId | null
  readonly segments: readonly Segment[]
}

/** Writes an article's blocks and segments in order. */
export function insertBlocks(db: WriteDb, articleId: ArticleId, blocks: readonly NewBlock[]): void {
  for (const [index, block] of blocks.entries()) {
    db.run(
      'INSERT INTO blocks (id, article_id, position, kind, level, speaker_id) VALUES (?, ?, ?, ?, ?, ?)',
      [block.id, articleId, (index + 1) * POSITION_STEP, block.kind, block.level, block.speakerId],
    )
    for (const [place, segment] of block.segments.entries()) {
      db.run(
        'INSERT INTO segments (id, article_id, block_id, position, text, marks) VALUES (?, ?, ?, ?, ?, ?)',
        [
          segment.id,
          articleId,
          block.id,
          (place + 1) * POSITION_STEP,
          segment.text,
          segment.marks.length === 0 ? '[]' : JSON.stringify(segment.marks),
        ],
      )
    }
  }
}
