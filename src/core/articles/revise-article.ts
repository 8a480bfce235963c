import { LAST_POSITION, readBeads } from '../alignment/beads.repo.ts'
import { rebuildBeads, type RebuiltSegment } from '../alignment/rebuild-beads.ts'
import { writeBeads } from '../alignment/write-beads.ts'
import { readAnchorsOf, writeAnchor, type StoredAnchor } from '../annotations/carried-anchors.repo.ts'
import { carried } from '../annotations/carry-anchors.ts'
import { newId } from '../area-context.ts'
import { deleteBlock } from './blocks.repo.ts'
import { placeInOrder } from './place-in-order.ts'
import { deleteSegment } from './segments.repo.ts'
import type { NewBlock } from './text.repo.ts'
import {
  insertBlockRow,
  insertSegmentRow,
  placeReader,
  readPositionsIn,
  readTextRows,
  setCounts,
  updateBlockRow,
  updateSegmentRow,
  type BlockRow,
  type SegmentRow,
  type TextRows,
} from './text-rows.repo.ts'
import type { Side } from '../../shared/domain/article.ts'
import type { ArticleId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import type { CarriedOver, CarryOverInput } from '../../shared/text/carry-over.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

/** An article's text and all that is anchored in it, at one moment. */
export interface ArticleState {
  readonly articleId: ArticleId
  readonly rows: TextRows
  readonly anchors: readonly StoredAnchor[]
}

export function readArticleState(db: ReadDb, articleId: ArticleId): ArticleState {
  return { articleId, rows: readTextRows(db, articleId), anchors: readAnchorsOf(db, articleId) }
}

/** What is carried over. One that a person has taken off the text stays off it. */
export function carryOverInput(
  { articleId, rows, anchors }: ArticleState,
  revised: Pick<CarryOverInput, 'after' | 'ids' | 'identity'>,
): CarryOverInput {
  return {
    ...revised,
    before: { articleId, segments: rows.segments.map(({ id, text }) => ({ id, text })) },
    anchors: anchors.filter(isCarried).map(({ parts, exact, prefix, suffix }) => ({
      articleId,
      parts,
      exact,
      prefix,
      suffix,
    })),
  }
}

/** The anchors as they will be, each beside what it was. */
export function carriedAnchors(
  { anchors }: ArticleState,
  over: CarriedOver,
): readonly { readonly before: StoredAnchor; readonly after: StoredAnchor }[] {
  let next = 0
  return anchors.map((before) => {
    if (!isCarried(before)) return { before, after: before }
    const moved = over.anchors[next]
    next += 1
    return { before, after: moved === undefined ? before : carried(before, moved) }
  })
}

function isCarried({ state, was }: StoredAnchor): boolean {
  return state !== 'lost' || was !== null
}

/**
 * Makes the text of an article another one, inside a running write: rows that are the same stay untouched, anchors,
 * beads and readers go where `over` says. `state` is the article as it stands.
 */
export function writeText(
  db: WriteDb,
  state: ArticleState,
  blocks: readonly NewBlock[],
  over: CarriedOver,
  at: number,
): void {
  const { articleId, rows } = state
  const revised = placeRows(rows, blocks)
  writeRows(
    rows.blocks,
    revised.blocks,
    (row) => insertBlockRow(db, articleId, row),
    (row) => updateBlockRow(db, row),
  )
  writeRows(
    rows.segments,
    revised.segments,
    (row) => insertSegmentRow(db, articleId, row),
    (row) => updateSegmentRow(db, row),
  )
  for (const { before, after } of carriedAnchors(state, over)) writeAnchor(db, before, after)
  const segments = over.ids.map((id, index) => ({ id, origin: over.origins[index] ?? null }))
  rewriteBeads(db, articleId, segments)
  moveReaders(db, rows, revised, over)
  for (const { id } of goneFrom(rows.segments, revised.segments)) deleteSegment(db, id)
  for (const { id } of goneFrom(rows.blocks, revised.blocks)) deleteBlock(db, id)
  setCounts(db, articleId, {
    blocks: blocks.length,
    segments: revised.segments.length,
    characters: revised.segments.reduce((sum, segment) => sum + segment.text.length, 0),
    at,
  })
}

/** The rows for a text, at positions that leave as many rows as can be where they are. */
export function placeRows(rows: TextRows, blocks: readonly NewBlock[]): TextRows {
  const oldBlocks = new Map(rows.blocks.map((row) => [row.id, row]))
  const oldSegments = new Map(rows.segments.map((row) => [row.id, row]))
  const positions = placeInOrder(blocks.map(({ id }) => oldBlocks.get(id)?.position ?? null))
  return {
    blocks: blocks.map(({ id, kind, level, speakerId }, index) => ({
      id,
      position: positions[index] ?? 0,
      kind,
      level,
      speakerId,
    })),
    segments: blocks.flatMap((block) => {
      const places = placeInOrder(
        block.segments.map(({ id }) => {
          const old = oldSegments.get(id)
          return old?.blockId === block.id ? old.position : null
        }),
      )
      return block.segments.map(({ id, text, marks }, index) => ({
        id,
        blockId: block.id,
        position: places[index] ?? 0,
        text,
        marks: JSON.stringify(marks),
      }))
    }),
  }
}

/** Whether two states of a text are one. */
export function isSameText(one: TextRows, other: TextRows): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function writeRows<Row extends BlockRow | SegmentRow>(
  before: readonly Row[],
  after: readonly Row[],
  insert: (row: Row) => void,
  update: (row: Row) => void,
): void {
  const known = new Map(before.map((row) => [row.id, JSON.stringify(row)]))
  for (const row of after) {
    const old = known.get(row.id)
    if (old === undefined) insert(row)
    else if (old !== JSON.stringify(row)) update(row)
  }
}

function goneFrom<Row extends BlockRow | SegmentRow>(before: readonly Row[], after: readonly Row[]): Row[] {
  const kept = new Set(after.map((row) => row.id))
  return before.filter((row) => !kept.has(row.id))
}

/** In every pair that has the article and is aligned, removed ones too. */
function rewriteBeads(db: WriteDb, articleId: ArticleId, segments: readonly RebuiltSegment[]): void {
  const pairs = db.all<{ id: PairId; side: Side }>(
    `SELECT id, CASE left_article_id WHEN @articleId THEN 'left' ELSE 'right' END AS side FROM pairs
     WHERE (left_article_id = @articleId OR right_article_id = @articleId)
       AND EXISTS (SELECT 1 FROM beads WHERE pair_id = pairs.id)`,
    { articleId },
  )
  for (const { id, side } of pairs) {
    const window = readBeads(db, id, undefined, LAST_POSITION)
    writeBeads(db, id, { window, ...rebuildBeads(window, side, segments, newId<'bead'>) })
  }
}

/** Whoever was reading in a sentence that goes is sent to where its text is. */
function moveReaders(db: WriteDb, rows: TextRows, revised: TextRows, over: CarriedOver): void {
  const gone = goneFrom(rows.segments, revised.segments).map(({ id }) => id)
  const lengths = new Map<SegmentId, number>(revised.segments.map(({ id, text }) => [id, text.length]))
  for (const { target, segmentId, offset } of readPositionsIn(db, gone)) {
    const place = over.destinations.get(segmentId)
    if (place === undefined) continue
    placeReader(db, target, place.id, Math.min(place.offset + offset, lengths.get(place.id) ?? 0))
  }
}
