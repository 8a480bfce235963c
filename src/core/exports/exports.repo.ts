import type { AnchorPart } from '../../shared/domain/anchor.ts'
import { assertNever } from '../../shared/domain/error.ts'
import type { Bead } from '../../shared/domain/bead.ts'
import type {
  ArticleId,
  BeadId,
  BlockId,
  HighlightId,
  NoteId,
  PairId,
  SegmentId,
  TagId,
} from '../../shared/domain/ids.ts'
import type { Block, Mark, Segment } from '../../shared/domain/text.ts'
import type { ExportScope } from '../../shared/contract/schemas/export.ts'
import type {
  ExportAnnotation,
  ExportArticle,
  ExportModel,
  ExportNote,
  ExportPair,
  ExportSpan,
  ExportSpeaker,
  ExportTag,
} from '../../shared/export/export-model.ts'
import { listHighlightsOfTag } from '../annotations/annotations.repo.ts'
import { plainNote } from '../notes/plain-note.ts'
import { listFound } from '../annotations/survey.repo.ts'
import { listHighlightsOfSpeaker } from '../speakers/speakers.repo.ts'
import type { ReadDb } from '../store/handles.ts'

/** `IN` over a list given as one JSON parameter: one statement whatever the length. */
const WITHIN = 'IN (SELECT value FROM json_each(?))'

/**
 * Everything a scope's export is made of, in a dozen statements whatever the library's size. Removed
 * articles and pairs are left out, and with them the spans in them. Reads only; to be called without
 * interruption so that it is one state of the library.
 */
export function readExportModel(db: ReadDb, scope: ExportScope): ExportModel {
  const annotations = readAnnotations(db, highlightsIn(db, scope))
  const spanned = annotations.flatMap((annotation) => annotation.spans.map((span) => span.articleId))
  const pairs = pairsIn(db, scope, spanned)
  const sides = pairs.flatMap((pair) => [pair.leftArticleId, pair.rightArticleId])
  const own =
    scope.kind === 'article' ? [scope.articleId] : scope.kind === 'library' ? presentArticles(db) : []
  const articles = readArticles(db, distinct([...own, ...spanned, ...sides]))
  return {
    articles,
    pairs: readBeads(db, pairs),
    annotations,
    notes: readNotes(db, scope, articles, pairs),
    speakers: readSpeakers(
      db,
      distinct([
        ...(scope.kind === 'speaker' ? [scope.speakerId] : []),
        ...articles.flatMap((article) => article.blocks.flatMap(speakerOf)),
      ]),
    ),
    tags: db.all<ExportTag>('SELECT id, parent_id AS parentId, name, description FROM tags'),
    colorNames: readColorNames(db),
  }
}

function highlightsIn(db: ReadDb, scope: ExportScope): HighlightId[] {
  const ids = (sql: string, params: readonly string[]): HighlightId[] =>
    db.all<{ id: HighlightId }>(sql, params).map((row) => row.id)
  switch (scope.kind) {
    case 'article':
      return ids('SELECT DISTINCT highlight_id AS id FROM spans WHERE article_id = ?', [scope.articleId])
    case 'pair':
      return ids(
        `SELECT DISTINCT s.highlight_id AS id FROM pairs AS p
         JOIN spans AS s ON s.article_id IN (p.left_article_id, p.right_article_id) WHERE p.id = ?`,
        [scope.pairId],
      )
    case 'tag':
      return listHighlightsOfTag(db, scope.tagId)
    case 'highlights': {
      const left = new Set(scope.except)
      const chosen = scope.highlightIds ?? (scope.filter === undefined ? [] : listFound(db, scope.filter))
      return chosen.filter((id) => !left.has(id))
    }
    case 'speaker':
      return listHighlightsOfSpeaker(db, scope.speakerId)
    case 'library':
      return ids('SELECT id FROM highlights', [])
    default:
      return assertNever(scope)
  }
}

function pairsIn(db: ReadDb, scope: ExportScope, spanned: readonly ArticleId[]): ExportPair[] {
  const PAIRS = `
    SELECT p.id, p.kind, p.left_article_id AS leftArticleId, p.right_article_id AS rightArticleId
    FROM pairs AS p
    JOIN articles AS l ON l.id = p.left_article_id AND l.deleted_at IS NULL
    JOIN articles AS r ON r.id = p.right_article_id AND r.deleted_at IS NULL
    WHERE p.deleted_at IS NULL`
  const read = (condition: string, params: readonly string[]): ExportPair[] =>
    db.all<Omit<ExportPair, 'beads'>>(PAIRS + condition, params).map((pair) => ({ ...pair, beads: [] }))
  const ofArticles = (ids: readonly ArticleId[]): ExportPair[] => {
    const list = JSON.stringify(distinct(ids))
    return read(` AND (p.left_article_id ${WITHIN} OR p.right_article_id ${WITHIN})`, [list, list])
  }
  switch (scope.kind) {
    case 'article':
      return ofArticles([scope.articleId])
    case 'pair':
      return read(' AND p.id = ?', [scope.pairId])
    case 'tag':
    case 'highlights':
    case 'speaker':
      return ofArticles(spanned)
    case 'library':
      return read('', [])
    default:
      return assertNever(scope)
  }
}

function presentArticles(db: ReadDb): ArticleId[] {
  return db.all<{ id: ArticleId }>('SELECT id FROM articles WHERE deleted_at IS NULL').map((row) => row.id)
}

interface ArticleRow extends Omit<ExportArticle, 'blocks' | 'titleGuessed'> {
  readonly titleGuessed: 0 | 1
}

function readArticles(db: ReadDb, ids: readonly ArticleId[]): ExportArticle[] {
  const list = [JSON.stringify(ids)]
  const blocks = readBlocks(db, list)
  return db
    .all<ArticleRow>(
      `SELECT id, title, title_guessed AS titleGuessed, language, kind, date, source, place, author
       FROM articles WHERE id ${WITHIN}`,
      list,
    )
    .map((row) => ({ ...row, titleGuessed: row.titleGuessed === 1, blocks: blocks.get(row.id) ?? [] }))
}

interface BlockRow extends Omit<Block, 'segments'> {
  readonly articleId: ArticleId
}

interface SegmentRow extends Omit<Segment, 'marks'> {
  readonly blockId: BlockId
  readonly marks: string
}

function readBlocks(db: ReadDb, list: readonly string[]): Map<ArticleId, Block[]> {
  const segments = new Map<BlockId, Segment[]>()
  const segmentRows = db.all<SegmentRow>(
    `SELECT id, block_id AS blockId, text, marks FROM segments WHERE article_id ${WITHIN} ORDER BY position, id`,
    list,
  )
  for (const { blockId, marks, ...segment } of segmentRows) {
    append(segments, blockId, { ...segment, marks: marks === '[]' ? [] : (JSON.parse(marks) as Mark[]) })
  }
  const blocks = new Map<ArticleId, Block[]>()
  const blockRows = db.all<BlockRow>(
    `SELECT id, article_id AS articleId, kind, level, speaker_id AS speakerId FROM blocks
     WHERE article_id ${WITHIN} ORDER BY position, id`,
    list,
  )
  for (const { articleId, ...block } of blockRows) {
    append(blocks, articleId, { ...block, segments: segments.get(block.id) ?? [] })
  }
  return blocks
}

interface BeadRow extends Omit<Bead, 'left' | 'right' | 'unmatched' | 'byHand' | 'review'> {
  readonly pairId: PairId
  readonly unmatched: 0 | 1
  readonly byHand: 0 | 1
  readonly review: 0 | 1
}

function readBeads(db: ReadDb, pairs: readonly ExportPair[]): ExportPair[] {
  const list = [JSON.stringify(pairs.map((pair) => pair.id))]
  const sides = new Map<BeadId, { left: SegmentId[]; right: SegmentId[] }>()
  const segmentRows = db.all<{ beadId: BeadId; segmentId: SegmentId; side: 'left' | 'right' }>(
    `SELECT bead_id AS beadId, segment_id AS segmentId, side FROM bead_segments
     WHERE pair_id ${WITHIN} ORDER BY position, segment_id`,
    list,
  )
  for (const { beadId, segmentId, side } of segmentRows) {
    const bead = sides.get(beadId) ?? { left: [], right: [] }
    bead[side].push(segmentId)
    sides.set(beadId, bead)
  }
  const beads = new Map<PairId, Bead[]>()
  const beadRows = db.all<BeadRow>(
    `SELECT id, pair_id AS pairId, confidence, status, unmatched, by_hand AS byHand, review FROM beads
     WHERE pair_id ${WITHIN} ORDER BY position, id`,
    list,
  )
  for (const { pairId, unmatched, byHand, review, ...bead } of beadRows) {
    const own = sides.get(bead.id) ?? { left: [], right: [] }
    const marks = { unmatched: unmatched === 1, byHand: byHand === 1, review: review === 1 }
    append(beads, pairId, { ...bead, ...own, ...marks })
  }
  return pairs.map((pair) => ({ ...pair, beads: beads.get(pair.id) ?? [] }))
}

interface SpanRow extends Omit<ExportSpan, 'parts'> {
  readonly highlightId: HighlightId
}

/** Highlights with the spans they have in articles of the library; those without any are left out. */
function readAnnotations(db: ReadDb, ids: readonly HighlightId[]): ExportAnnotation[] {
  const list = [JSON.stringify(ids)]
  const parts = new Map<string, AnchorPart[]>()
  const partRows = db.all<AnchorPart & { spanId: string }>(
    `SELECT sp.id AS spanId, p.segment_id AS segmentId, p.start, p."end" FROM spans AS sp
     JOIN span_parts AS p ON p.span_id = sp.id WHERE sp.highlight_id ${WITHIN} ORDER BY sp.id, p.ordinal`,
    list,
  )
  for (const { spanId, ...part } of partRows) append(parts, spanId, part)
  const spans = new Map<HighlightId, ExportSpan[]>()
  const spanRows = db.all<SpanRow>(
    `SELECT sp.id, sp.highlight_id AS highlightId, sp.role, sp.article_id AS articleId, sp.exact, sp.prefix,
       sp.suffix, sp.state
     FROM spans AS sp JOIN articles AS a ON a.id = sp.article_id AND a.deleted_at IS NULL
     WHERE sp.highlight_id ${WITHIN}`,
    list,
  )
  for (const { highlightId, ...span } of spanRows) {
    append(spans, highlightId, { ...span, parts: parts.get(span.id) ?? [] })
  }
  const tagIds = new Map<HighlightId, TagId[]>()
  const tagRows = db.all<{ highlightId: HighlightId; tagId: TagId }>(
    `SELECT highlight_id AS highlightId, tag_id AS tagId FROM highlight_tags WHERE highlight_id ${WITHIN}`,
    list,
  )
  for (const { highlightId, tagId } of tagRows) append(tagIds, highlightId, tagId)
  return db
    .all<Pick<ExportAnnotation, 'id' | 'color' | 'note' | 'noteId'>>(
      `SELECT h.id, h.color, n.body AS note, n.id AS noteId FROM highlights AS h
       LEFT JOIN notes AS n ON n.highlight_id = h.id WHERE h.id ${WITHIN}`,
      list,
    )
    .flatMap((row) => {
      const own = spans.get(row.id)
      return own === undefined ? [] : [{ ...row, spans: own, tagIds: tagIds.get(row.id) ?? [] }]
    })
}

interface NoteRow {
  readonly id: NoteId
  readonly body: string
  readonly articleId: ArticleId | null
  readonly beadId: BeadId | null
}

/** Notes on the articles and the rows of what is exported; of the whole library also the free ones. */
function readNotes(
  db: ReadDb,
  scope: ExportScope,
  articles: readonly ExportArticle[],
  pairs: readonly ExportPair[],
): ExportNote[] {
  if (scope.kind === 'tag') return []
  const ids = (things: readonly { readonly id: string }[]): string =>
    JSON.stringify(things.map(({ id }) => id))
  const rows = db.all<NoteRow>(
    `SELECT id, body, article_id AS articleId, bead_id AS beadId FROM notes
     WHERE article_id ${WITHIN} OR bead_id IN (SELECT id FROM beads WHERE pair_id ${WITHIN})
       OR (? AND highlight_id IS NULL AND article_id IS NULL AND bead_id IS NULL)`,
    [ids(articles), ids(pairs), scope.kind === 'library' ? 1 : 0],
  )
  return rows.map(({ id, body, articleId, beadId }) => ({
    id,
    title: titleOf(body),
    body,
    on:
      articleId !== null
        ? { kind: 'article', articleId }
        : beadId !== null
          ? { kind: 'bead', beadId }
          : { kind: 'free' },
  }))
}

/** A note's first line as one reads it. */
function titleOf(body: string): string {
  const line = plainNote(body).trim().split('\n', 1)[0] ?? ''
  return [...line.trim()].slice(0, 60).join('')
}

function readSpeakers(db: ReadDb, ids: readonly ExportSpeaker['id'][]): ExportSpeaker[] {
  const names = new Map<ExportSpeaker['id'], ExportSpeaker['names'][number][]>()
  const rows = db.all<ExportSpeaker['names'][number] & { id: ExportSpeaker['id'] }>(
    `SELECT speaker_id AS id, language, name, role FROM speaker_names
     WHERE speaker_id ${WITHIN} ORDER BY speaker_id, language`,
    [JSON.stringify(ids)],
  )
  for (const { id, ...name } of rows) append(names, id, name)
  return [...names].map(([id, known]) => ({ id, names: known }))
}

/** The settings' names of colors; unreadable ones count as none. */
function readColorNames(db: ReadDb): string[] {
  const stored = db.value<string>("SELECT value FROM settings WHERE key = 'colorNames'")
  const names: unknown = stored === undefined ? [] : JSON.parse(stored)
  return Array.isArray(names) ? names.map((name) => (typeof name === 'string' ? name : '')) : []
}

function speakerOf(block: Block): ExportSpeaker['id'][] {
  return block.speakerId === null ? [] : [block.speakerId]
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
