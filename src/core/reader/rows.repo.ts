import type { Run } from '../../shared/contract/schemas/reader.ts'
import type { Side } from '../../shared/domain/article.ts'
import type { BeadFilter, BeadStatus } from '../../shared/domain/bead.ts'
import type { ArticleId, BeadId, BlockId, PairId, SegmentId, SpeakerId } from '../../shared/domain/ids.ts'
import type { BlockKind } from '../../shared/domain/text.ts'
import { beadCondition } from '../alignment/bead-condition.ts'
import { parseMarks } from '../articles/text.repo.ts'
import type { ReadDb } from '../store/handles.ts'

/** A segment with all that its row needs to know of it. */
interface SegmentRow {
  readonly id: SegmentId
  readonly text: string
  readonly marks: string
  readonly blockId: BlockId
  readonly kind: BlockKind
  readonly level: number
  readonly speakerId: SpeakerId | null
  readonly starts: 0 | 1
  readonly ends: 0 | 1
}

const SEGMENT_COLUMNS = `
  s.id, s.text, s.marks, b.id AS blockId, b.kind, b.level, b.speaker_id AS speakerId,
  s.position = (SELECT min(position) FROM segments WHERE block_id = b.id) AS starts,
  s.position = (SELECT max(position) FROM segments WHERE block_id = b.id) AS ends`

/** Neighbouring segments of one block make one run. */
function addToRuns(runs: Run[], row: SegmentRow): void {
  const segment = { id: row.id, text: row.text, marks: [...parseMarks(row.marks)] }
  const last = runs.at(-1)
  if (last !== undefined && last.blockId === row.blockId && row.starts === 0) {
    last.segments.push(segment)
    last.ends = row.ends === 1
    return
  }
  runs.push({
    blockId: row.blockId,
    kind: row.kind,
    level: row.level,
    speakerId: row.speakerId,
    starts: row.starts === 1,
    ends: row.ends === 1,
    segments: [segment],
  })
}

/** Blocks `[from, from + limit)` of an article as runs, one block a row. */
export function readBlockRuns(db: ReadDb, articleId: ArticleId, from: number, limit: number): Run[][] {
  const rows = db.all<SegmentRow>(
    `SELECT ${SEGMENT_COLUMNS}
     FROM (SELECT id FROM blocks WHERE article_id = ? ORDER BY position LIMIT ? OFFSET ?) AS page
     JOIN blocks AS b ON b.id = page.id
     JOIN segments AS s ON s.block_id = b.id ORDER BY b.position, s.position`,
    [articleId, limit, from],
  )
  const blocks: Run[] = []
  for (const row of rows) addToRuns(blocks, row)
  return blocks.map((run) => [run])
}

export interface BeadRuns {
  readonly id: BeadId
  /** Among all beads of the pair, from 1. */
  readonly number: number
  readonly confidence: number | null
  readonly status: BeadStatus
  readonly unmatched: boolean
  readonly byHand: boolean
  readonly review: boolean
  readonly left: Run[]
  readonly right: Run[]
}

interface BeadRow {
  readonly id: BeadId
  readonly number: number
  readonly confidence: number | null
  readonly status: BeadStatus
  readonly unmatched: 0 | 1
  readonly byHand: 0 | 1
  readonly review: 0 | 1
}

/** `by_hand` under its own name too: conditions on what has been numbered ask for it. */
const BEAD_COLUMNS =
  'b.id, b.confidence, b.status, b.unmatched, b.by_hand, b.by_hand AS byHand, b.review, b.position'

/** Rows `[from, from + limit)` of a pair's beads, or of those that a filter lets through. */
function readBeadPage(
  db: ReadDb,
  pairId: PairId,
  filter: BeadFilter,
  from: number,
  limit: number,
): BeadRow[] {
  if (filter === 'all') {
    return db
      .all<Omit<BeadRow, 'number'>>(
        `SELECT ${BEAD_COLUMNS} FROM beads AS b WHERE b.pair_id = ? ORDER BY b.position LIMIT ? OFFSET ?`,
        [pairId, limit, from],
      )
      .map((row, index) => ({ ...row, number: from + index + 1 }))
  }
  // Numbered before they are filtered: the number is among all beads.
  return db.all<BeadRow>(
    `SELECT numbered.* FROM (
       SELECT ${BEAD_COLUMNS}, row_number() OVER (ORDER BY b.position) AS number FROM beads AS b WHERE b.pair_id = ?
     ) AS numbered WHERE ${beadCondition(filter, 'numbered')} ORDER BY numbered.position LIMIT ? OFFSET ?`,
    [pairId, limit, from],
  )
}

/** Rows `[from, from + limit)` of a pair's beads, or of those that a filter lets through, with their text. */
export function readBeadRuns(
  db: ReadDb,
  pairId: PairId,
  filter: BeadFilter,
  from: number,
  limit: number,
): BeadRuns[] {
  const beads = readBeadPage(db, pairId, filter, from, limit)
  const rows = db.all<SegmentRow & { beadId: BeadId; side: Side }>(
    `SELECT bs.bead_id AS beadId, bs.side, ${SEGMENT_COLUMNS}
     FROM json_each(?) AS wanted
     JOIN bead_segments AS bs ON bs.bead_id = wanted.value
     JOIN segments AS s ON s.id = bs.segment_id
     JOIN blocks AS b ON b.id = s.block_id
     ORDER BY wanted.key, bs.side, bs.position`,
    [JSON.stringify(beads.map((bead) => bead.id))],
  )
  const found = new Map<BeadId, BeadRuns>(
    beads.map(({ id, number, confidence, status, unmatched, byHand, review }) => [
      id,
      {
        id,
        number,
        confidence,
        status,
        unmatched: unmatched === 1,
        byHand: byHand === 1,
        review: review === 1,
        left: [],
        right: [],
      },
    ]),
  )
  for (const row of rows) {
    const bead = found.get(row.beadId)
    if (bead !== undefined) addToRuns(bead[row.side], row)
  }
  return [...found.values()]
}

export function countBeads(db: ReadDb, pairId: PairId, filter: BeadFilter): number {
  return (
    db.value<number>(
      `SELECT count(*) FROM beads AS b WHERE b.pair_id = ? AND ${beadCondition(filter, 'b')}`,
      [pairId],
    ) ?? 0
  )
}

/** How much text each chunk of rows holds on one side, in characters; chunks without any are left out. */
interface ChunkWeight {
  readonly chunk: number
  readonly characters: number
}

// Numbers are bound as doubles: without the cast, every row would be a chunk of its own.
export function weighBlocks(db: ReadDb, articleId: ArticleId, chunkSize: number): ChunkWeight[] {
  return db.all<ChunkWeight>(
    `SELECT o.chunk, sum(length(s.text)) AS characters
     FROM (SELECT id, (row_number() OVER (ORDER BY position) - 1) / CAST(@chunkSize AS INTEGER) AS chunk
           FROM blocks WHERE article_id = @articleId) AS o
     JOIN segments AS s ON s.block_id = o.id GROUP BY o.chunk`,
    { articleId, chunkSize },
  )
}

export function weighBeads(
  db: ReadDb,
  pairId: PairId,
  filter: BeadFilter,
  chunkSize: number,
): (ChunkWeight & { side: Side })[] {
  return db.all<ChunkWeight & { side: Side }>(
    `SELECT o.chunk, bs.side, sum(length(s.text)) AS characters
     FROM (SELECT id, (row_number() OVER (ORDER BY position) - 1) / CAST(@chunkSize AS INTEGER) AS chunk
           FROM beads AS b WHERE pair_id = @pairId AND ${beadCondition(filter, 'b')}) AS o
     JOIN bead_segments AS bs ON bs.bead_id = o.id
     JOIN segments AS s ON s.id = bs.segment_id GROUP BY o.chunk, bs.side`,
    { pairId, chunkSize },
  )
}

/** A segment's text with the row it stands in. */
export interface LocatedText {
  readonly rowIndex: number
  readonly side: Side
  readonly segmentId: SegmentId
  readonly text: string
}

/** Every segment of the rows that a filter lets through, in their order, left before right. */
export function readBeadTexts(db: ReadDb, pairId: PairId, filter: BeadFilter): LocatedText[] {
  return db.all<LocatedText>(
    `SELECT o.rowIndex, bs.side, s.id AS segmentId, s.text
     FROM (SELECT id, row_number() OVER (ORDER BY position) - 1 AS rowIndex
           FROM beads AS b WHERE pair_id = ? AND ${beadCondition(filter, 'b')}) AS o
     JOIN bead_segments AS bs ON bs.bead_id = o.id
     JOIN segments AS s ON s.id = bs.segment_id
     ORDER BY o.rowIndex, bs.side, bs.position`,
    [pairId],
  )
}

/** Every segment of an article, one block a row. */
export function readBlockTexts(db: ReadDb, articleId: ArticleId, side: Side): LocatedText[] {
  return db.all<LocatedText>(
    `SELECT o.rowIndex, @side AS side, s.id AS segmentId, s.text
     FROM (SELECT id, row_number() OVER (ORDER BY position) - 1 AS rowIndex
           FROM blocks WHERE article_id = @articleId) AS o
     JOIN segments AS s ON s.block_id = o.id
     ORDER BY o.rowIndex, s.position`,
    { articleId, side },
  )
}

/** The row of the bead that holds the segment; null when none does, or its bead is filtered out. */
export function locateInBeads(
  db: ReadDb,
  pairId: PairId,
  filter: BeadFilter,
  segmentId: SegmentId,
): number | null {
  return (
    db.value<number>(
      `SELECT (SELECT count(*) FROM beads AS b
               WHERE b.pair_id = o.pair_id AND b.position < o.position AND ${beadCondition(filter, 'b')})
       FROM bead_segments AS bs JOIN beads AS o ON o.id = bs.bead_id
       WHERE bs.pair_id = ? AND bs.segment_id = ? AND ${beadCondition(filter, 'o')}`,
      [pairId, segmentId],
    ) ?? null
  )
}

/** How many blocks of its article come before the segment's; null when it is in none of the articles. */
export function locateInBlocks(
  db: ReadDb,
  articleIds: readonly ArticleId[],
  segmentId: SegmentId,
): number | null {
  return (
    db.value<number>(
      `SELECT (SELECT count(*) FROM blocks AS before
               WHERE before.article_id = b.article_id AND before.position < b.position)
       FROM segments AS s JOIN blocks AS b ON b.id = s.block_id
       WHERE s.id = ? AND s.article_id IN (SELECT value FROM json_each(?))`,
      [segmentId, JSON.stringify(articleIds)],
    ) ?? null
  )
}
