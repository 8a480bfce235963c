import type { Side } from '../../shared/domain/article.ts'
import type { ArticleId, BeadId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import type {
  BitextBead,
  BitextModel,
  BitextSegment,
  BitextSide,
} from '../../shared/export/bitext/bitext-model.ts'
import type { BlockForm } from '../../shared/domain/block-form.ts'
import type { BlockKind } from '../../shared/domain/text.ts'
import type { ReadDb } from '../store/handles.ts'

interface PairRow {
  readonly leftArticleId: ArticleId
  readonly rightArticleId: ArticleId
  readonly changedAt: number
}

/** A side with the place of each of its segments. */
interface PlacedSide {
  readonly side: BitextSide
  readonly indexOf: ReadonlyMap<SegmentId, number>
}

/**
 * A pair that is in the library, read whole in six statements. No beads: not aligned yet. To be called without
 * interruption so that it is one state of the library. `version` is Duizhao's own.
 */
export function bitextModelOf(db: ReadDb, pairId: PairId, version: string): BitextModel {
  const pair = db.get<PairRow>(
    `SELECT left_article_id AS leftArticleId, right_article_id AS rightArticleId,
       max(updated_at, coalesce(aligned_at, 0)) AS changedAt FROM pairs WHERE id = ?`,
    [pairId],
  )
  if (pair === undefined) throw new Error('the pair was there a moment ago')
  const left = readSide(db, pair.leftArticleId)
  const right = readSide(db, pair.rightArticleId)
  return {
    title: `${left.side.title} – ${right.side.title}`,
    left: left.side,
    right: right.side,
    beads: readBeads(db, pairId, left, right),
    version,
    changedAt: pair.changedAt,
  }
}

/** Pairs with beads, both of their articles in the library, by id. */
export function listAlignedPairs(db: ReadDb): PairId[] {
  return db
    .all<{ id: PairId }>(
      `SELECT p.id FROM pairs AS p
       JOIN articles AS l ON l.id = p.left_article_id AND l.deleted_at IS NULL
       JOIN articles AS r ON r.id = p.right_article_id AND r.deleted_at IS NULL
       WHERE p.deleted_at IS NULL AND EXISTS (SELECT 1 FROM beads AS b WHERE b.pair_id = p.id)
       ORDER BY p.id`,
    )
    .map(({ id }) => id)
}

/** The side of a pair that is locked. */
export function readLockedSide(db: ReadDb, pairId: PairId): Side | null {
  return db.value<Side | null>('SELECT locked_side FROM pairs WHERE id = ?', [pairId]) ?? null
}

interface SegmentRow {
  readonly id: SegmentId
  readonly text: string
  readonly blockId: string
  readonly kind: BlockKind
  readonly level: number
  readonly speaker: string | null
  readonly role: string | null
}

function readSide(db: ReadDb, articleId: ArticleId): PlacedSide {
  const head = db.get<Omit<BitextSide, 'segments'>>(
    'SELECT language, title, source, author, date FROM articles WHERE id = ?',
    [articleId],
  )
  if (head === undefined) throw new Error('a pair has both of its articles')
  const rows = db.all<SegmentRow>(
    `SELECT s.id, s.text, s.block_id AS blockId, b.kind, b.level, n.name AS speaker, n.role
     FROM blocks AS b JOIN segments AS s ON s.block_id = b.id
     LEFT JOIN speaker_names AS n ON n.speaker_id = b.speaker_id AND n.language = ?
     WHERE b.article_id = ? ORDER BY b.position, b.id, s.position, s.id`,
    [head.language, articleId],
  )
  const segments = rows.map((row, index): BitextSegment => {
    const opensBlock = rows[index - 1]?.blockId !== row.blockId
    const block = opensBlock ? formOf(row) : null
    return block === null ? { text: row.text, opensBlock } : { text: row.text, opensBlock, block }
  })
  return { side: { ...head, segments }, indexOf: new Map(rows.map(({ id }, index) => [id, index])) }
}

/** Null for a plain paragraph. */
function formOf({ kind, level, speaker, role }: SegmentRow): BlockForm | null {
  if (kind === 'paragraph' && level === 0 && speaker === null) return null
  return { kind, level, speaker: speaker === null ? null : { name: speaker, role } }
}

interface BeadRow extends Omit<BitextBead, 'left' | 'right' | 'unmatched' | 'review'> {
  readonly id: BeadId
  readonly unmatched: 0 | 1
  readonly review: 0 | 1
}

function readBeads(db: ReadDb, pairId: PairId, left: PlacedSide, right: PlacedSide): BitextBead[] {
  const counts = { left: new Map<BeadId, number[]>(), right: new Map<BeadId, number[]>() }
  const held = db.all<{ beadId: BeadId; segmentId: SegmentId; side: 'left' | 'right' }>(
    'SELECT bead_id AS beadId, segment_id AS segmentId, side FROM bead_segments WHERE pair_id = ?',
    [pairId],
  )
  for (const { beadId, segmentId, side } of held) {
    const index = (side === 'left' ? left : right).indexOf.get(segmentId)
    if (index === undefined) continue
    const indices = counts[side].get(beadId)
    if (indices === undefined) counts[side].set(beadId, [index])
    else indices.push(index)
  }
  const rows = db.all<BeadRow>(
    `SELECT b.id, b.confidence, b.status, b.unmatched, b.review, n.body AS note FROM beads AS b
     LEFT JOIN notes AS n ON n.bead_id = b.id WHERE b.pair_id = ? ORDER BY b.position, b.id`,
    [pairId],
  )
  const end = { left: 0, right: 0 }
  const rangeOf = (side: 'left' | 'right', id: BeadId): readonly [number, number] => {
    const from = end[side]
    const indices = (counts[side].get(id) ?? []).toSorted((a, b) => a - b)
    if (indices.some((index, at) => index !== from + at))
      throw new Error('beads follow the order of the text')
    end[side] = from + indices.length
    return [from, end[side]]
  }
  return rows.map(({ unmatched, review, confidence, ...bead }) => ({
    ...bead,
    confidence: confidence === null ? null : roundedDown(confidence),
    unmatched: unmatched === 1,
    review: review === 1,
    left: rangeOf('left', bead.id),
    right: rangeOf('right', bead.id),
  }))
}

/** To four places, which is more than a confidence is worth. Down, so that no border is claimed that was not reached. */
function roundedDown(confidence: number): number {
  return Math.floor(confidence * 10_000 + 1e-6) / 10_000
}
