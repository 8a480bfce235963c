import type { Annotation, Note, Span } from '../../shared/contract/schemas/annotation.ts'
import type { Anchor } from '../../shared/domain/anchor.ts'
import type { Color, SpanRole } from '../../shared/domain/highlight.ts'
import type { ArticleId, HighlightId, SpanId, TagId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

/** Ids of highlights that have a span in one of the articles. */
export function listHighlightsOfArticles(db: ReadDb, articleIds: readonly ArticleId[]): HighlightId[] {
  return db
    .all<{ id: HighlightId }>(
      'SELECT DISTINCT highlight_id AS id FROM spans WHERE article_id IN (SELECT value FROM json_each(?))',
      [JSON.stringify(articleIds)],
    )
    .map((row) => row.id)
}

/** Ids of highlights that carry the tag or one below it, each once. */
export function listHighlightsOfTag(db: ReadDb, tagId: TagId): HighlightId[] {
  return db
    .all<{ id: HighlightId }>(
      `WITH RECURSIVE below (id) AS (
         VALUES (?) UNION SELECT t.id FROM tags AS t JOIN below ON t.parent_id = below.id)
       SELECT DISTINCT ht.highlight_id AS id FROM below JOIN highlight_tags AS ht ON ht.tag_id = below.id`,
      [tagId],
    )
    .map((row) => row.id)
}

/** Ids of all highlights of articles that are in the library. */
export function listAllHighlights(db: ReadDb): HighlightId[] {
  return db
    .all<{ id: HighlightId }>(
      `SELECT DISTINCT highlight_id AS id FROM spans
       WHERE article_id IN (SELECT id FROM articles WHERE deleted_at IS NULL)`,
    )
    .map((row) => row.id)
}

/** The first of the ids that is of no highlight; null when all are. One statement, however many. */
export function findMissingHighlight(db: ReadDb, ids: readonly HighlightId[]): HighlightId | null {
  return (
    db.value<HighlightId>(
      'SELECT o.value FROM json_each(?) AS o WHERE NOT EXISTS (SELECT 1 FROM highlights WHERE id = o.value) LIMIT 1',
      [JSON.stringify(ids)],
    ) ?? null
  )
}

interface SpanRow extends Omit<Span, 'parts' | 'order'> {
  readonly highlightId: HighlightId
  readonly parts: string
  readonly blockPosition: number | null
  readonly segmentPosition: number | null
  readonly start: number | null
}

const SPANS = `
  SELECT sp.id, sp.highlight_id AS highlightId, sp.role, sp.article_id AS articleId,
    sp.exact, sp.prefix, sp.suffix, sp.state,
    (SELECT json_group_array(json_object('segmentId', segment_id, 'start', start, 'end', "end"))
     FROM (SELECT * FROM span_parts WHERE span_id = sp.id ORDER BY ordinal)) AS parts,
    b.position AS blockPosition, s.position AS segmentPosition, p.start
  FROM spans AS sp
  LEFT JOIN span_parts AS p ON p.span_id = sp.id AND p.ordinal = 0
  LEFT JOIN segments AS s ON s.id = p.segment_id
  LEFT JOIN blocks AS b ON b.id = s.block_id`

function toSpan({
  highlightId: _highlight,
  parts,
  blockPosition,
  segmentPosition,
  start,
  ...span
}: SpanRow): Span {
  const placed = blockPosition !== null && segmentPosition !== null && start !== null
  return {
    ...span,
    parts: JSON.parse(parts) as Span['parts'],
    order: placed ? [blockPosition, segmentPosition, start] : null,
  }
}

/** The highlights of these ids that exist, each with its spans (primary first), tags and note. */
export function readAnnotations(db: ReadDb, ids: readonly HighlightId[]): Annotation[] {
  const list = [JSON.stringify(ids)]
  const within = 'IN (SELECT value FROM json_each(?))'
  const highlights = db.all<{ id: HighlightId; color: Color; createdAt: number; updatedAt: number }>(
    `SELECT id, color, created_at AS createdAt, updated_at AS updatedAt FROM highlights WHERE id ${within}`,
    list,
  )
  const found = new Map<HighlightId, Annotation>(
    highlights.map((highlight) => [highlight.id, { ...highlight, spans: [], tagIds: [], note: null }]),
  )
  // 'primary' sorts after 'mirror', hence DESC.
  for (const row of db.all<SpanRow>(`${SPANS} WHERE sp.highlight_id ${within} ORDER BY sp.role DESC`, list)) {
    found.get(row.highlightId)?.spans.push(toSpan(row))
  }
  const tags = db.all<{ highlightId: HighlightId; tagId: TagId }>(
    `SELECT highlight_id AS highlightId, tag_id AS tagId FROM highlight_tags WHERE highlight_id ${within}
     ORDER BY created_at, tag_id`,
    list,
  )
  for (const { highlightId, tagId } of tags) found.get(highlightId)?.tagIds.push(tagId)
  const notes = db.all<Note & { highlightId: HighlightId }>(
    `SELECT id, body, highlight_id AS highlightId, created_at AS createdAt, updated_at AS updatedAt
     FROM notes WHERE highlight_id ${within}`,
    list,
  )
  for (const { highlightId, ...note } of notes) {
    const annotation = found.get(highlightId)
    if (annotation !== undefined) annotation.note = note
  }
  return [...found.values()]
}

export function insertHighlight(db: WriteDb, id: HighlightId, color: Color, at: number): void {
  db.run('INSERT INTO highlights (id, color, created_at, updated_at) VALUES (?, ?, ?, ?)', [
    id,
    color,
    at,
    at,
  ])
}

export function insertSpan(
  db: WriteDb,
  span: { id: SpanId; highlightId: HighlightId; role: SpanRole; anchor: Anchor },
): void {
  const { anchor } = span
  db.run(
    `INSERT INTO spans (id, highlight_id, role, article_id, exact, prefix, suffix, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'ok')`,
    [span.id, span.highlightId, span.role, anchor.articleId, anchor.exact, anchor.prefix, anchor.suffix],
  )
  insertParts(db, span.id, span.highlightId, anchor)
}

/** Puts a span somewhere else; it is then where a person wanted it, so its state is `ok`. */
export function replaceSpanAnchor(
  db: WriteDb,
  spanId: SpanId,
  highlightId: HighlightId,
  anchor: Anchor,
): void {
  db.run(
    "UPDATE spans SET article_id = ?, exact = ?, prefix = ?, suffix = ?, state = 'ok', was = NULL WHERE id = ?",
    [anchor.articleId, anchor.exact, anchor.prefix, anchor.suffix, spanId],
  )
  db.run('DELETE FROM span_parts WHERE span_id = ?', [spanId])
  insertParts(db, spanId, highlightId, anchor)
}

function insertParts(db: WriteDb, spanId: SpanId, highlightId: HighlightId, anchor: Anchor): void {
  for (const [ordinal, part] of anchor.parts.entries()) {
    db.run(
      'INSERT INTO span_parts (span_id, ordinal, highlight_id, segment_id, start, "end") VALUES (?, ?, ?, ?, ?, ?)',
      [spanId, ordinal, highlightId, part.segmentId, part.start, part.end],
    )
  }
}

export function updateHighlightColor(db: WriteDb, id: HighlightId, color: Color, at: number): void {
  db.run('UPDATE highlights SET color = ?, updated_at = ? WHERE id = ? AND color <> ?', [
    color,
    at,
    id,
    color,
  ])
}

export function touchHighlight(db: WriteDb, id: HighlightId, at: number): void {
  db.run('UPDATE highlights SET updated_at = ? WHERE id = ?', [at, id])
}

/** Deletes the highlight with its spans, its note and its places under tags (by cascade). */
export function deleteHighlight(db: WriteDb, id: HighlightId): void {
  db.run('DELETE FROM highlights WHERE id = ?', [id])
}
