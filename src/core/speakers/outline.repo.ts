import type { ArticleId, BlockId, PairId, SegmentId, SpeakerId } from '../../shared/domain/ids.ts'
import type { BlockKind } from '../../shared/domain/text.ts'
import type { ReadDb } from '../store/handles.ts'

/** As much of a block's beginning as any rule looks at, in UTF-16 code units. */
const OPENING = 240

/** A block as the rules see it: what it is, and how its text begins and ends. */
export interface OutlineBlock {
  readonly id: BlockId
  readonly position: number
  readonly kind: BlockKind
  readonly speakerId: SpeakerId | null
  /** Its first sentence; null for a block without any. */
  readonly segmentId: SegmentId | null
  /** The text's beginning; all of it where it is short. */
  readonly opening: string
  /** Its last characters. */
  readonly closing: string
}

/** The blocks of an article in reading order, or those from one position to another. */
export function readOutline(
  db: ReadDb,
  articleId: ArticleId,
  range: { readonly from: number; readonly to: number } | null = null,
): OutlineBlock[] {
  const rows = db.all<Omit<OutlineBlock, 'opening' | 'closing'> & { text: string | null }>(
    `SELECT b.id, b.position, b.kind, b.speaker_id AS speakerId, s.id AS segmentId, s.text
     FROM blocks AS b LEFT JOIN segments AS s ON s.block_id = b.id
     WHERE b.article_id = ?${range === null ? '' : ' AND b.position BETWEEN ? AND ?'}
     ORDER BY b.position, s.position`,
    range === null ? [articleId] : [articleId, range.from, range.to],
  )
  const blocks: { -readonly [Key in keyof OutlineBlock]: OutlineBlock[Key] }[] = []
  for (const { text, ...row } of rows) {
    let block = blocks.at(-1)
    if (block?.id !== row.id) blocks.push((block = { ...row, opening: '', closing: '' }))
    if (text === null) continue
    if (block.opening.length < OPENING) block.opening = (block.opening + text).slice(0, OPENING)
    block.closing = (block.closing + text).slice(-40)
  }
  return blocks
}

export interface SpeakerAt {
  readonly articleId: ArticleId
  readonly position: number
  readonly speakerId: SpeakerId | null
}

/** Who speaks in each block of the articles, in reading order; null where nobody does. */
export function readSpeakersAt(db: ReadDb, articleIds: readonly ArticleId[]): SpeakerAt[] {
  return db.all(
    `SELECT article_id AS articleId, position, speaker_id AS speakerId FROM blocks
     WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY article_id, position`,
    [JSON.stringify(articleIds)],
  )
}

/** In how many places a block faces a speaker's words. */
export interface Facing {
  readonly blockId: BlockId
  readonly speakerId: SpeakerId
  readonly count: number
}

/** Whose words the blocks of an article face, in pairs that are in the library (or in the given one). */
export function readFacing(db: ReadDb, articleId: ArticleId, pairId: PairId | null = null): Facing[] {
  // Most texts face nobody's words, which is soon seen.
  const faces = db.value<number>(
    `SELECT 1 WHERE EXISTS (
       SELECT 1 FROM pairs AS p JOIN blocks AS b ON b.article_id = p.right_article_id
       WHERE p.left_article_id = @articleId AND p.deleted_at IS NULL AND b.speaker_id IS NOT NULL)
     OR EXISTS (
       SELECT 1 FROM pairs AS p JOIN blocks AS b ON b.article_id = p.left_article_id
       WHERE p.right_article_id = @articleId AND p.deleted_at IS NULL AND b.speaker_id IS NOT NULL)`,
    { articleId },
  )
  if (faces === undefined) return []
  return db.all(
    `SELECT own.block_id AS blockId, b.speaker_id AS speakerId, count(*) AS count
     FROM segments AS own
     JOIN bead_segments AS m ON m.segment_id = own.id
     JOIN pairs AS p ON p.id = m.pair_id AND p.deleted_at IS NULL
     JOIN bead_segments AS o ON o.bead_id = m.bead_id AND o.side <> m.side
     JOIN segments AS s ON s.id = o.segment_id
     JOIN blocks AS b ON b.id = s.block_id
     WHERE own.article_id = @articleId AND b.speaker_id IS NOT NULL AND (@pairId IS NULL OR m.pair_id = @pairId)
     GROUP BY own.block_id, b.speaker_id ORDER BY count(*) DESC, b.speaker_id`,
    { articleId, pairId },
  )
}
