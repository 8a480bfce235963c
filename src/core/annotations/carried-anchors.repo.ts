import type { AnchorPart, AnchorState } from '../../shared/domain/anchor.ts'
import type { ArticleId, HighlightId, LinkId, SegmentId, SpanId } from '../../shared/domain/ids.ts'
import type { ReadDb, SqlParams, WriteDb } from '../store/handles.ts'

/** Whose anchor it is: a span of a highlight, or an end of a link. */
export type AnchorOwner =
  | { readonly kind: 'span'; readonly spanId: SpanId; readonly highlightId: HighlightId }
  | { readonly kind: 'link-end'; readonly linkId: LinkId; readonly role: 'from' | 'to' }

/** An anchor as it is stored, with whose it is. */
export interface StoredAnchor {
  readonly owner: AnchorOwner
  readonly articleId: ArticleId
  readonly parts: readonly AnchorPart[]
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly state: AnchorState
  /** The quote from before it came to be in doubt; null where it is not, and where a person has detached it. */
  readonly was: string | null
}

interface AnchorRow extends Omit<StoredAnchor, 'owner' | 'parts'> {
  readonly parts: string
}

const PART = `json_object('segmentId', segment_id, 'start', start, 'end', "end")`

const SPAN = `
  SELECT sp.id AS spanId, sp.highlight_id AS highlightId, sp.article_id AS articleId, sp.exact, sp.prefix, sp.suffix,
    sp.state, sp.was,
    (SELECT json_group_array(${PART}) FROM (SELECT * FROM span_parts WHERE span_id = sp.id ORDER BY ordinal)) AS parts
  FROM spans AS sp`

const END = `
  SELECT e.link_id AS linkId, e.role, e.article_id AS articleId, e.exact, e.prefix, e.suffix, e.state, e.was,
    (SELECT json_group_array(${PART}) FROM (
       SELECT * FROM link_end_parts WHERE link_id = e.link_id AND role = e.role ORDER BY ordinal)) AS parts
  FROM link_ends AS e`

/** The anchors that have a part in one of the segments. */
export function readAnchorsIn(db: ReadDb, segmentIds: readonly SegmentId[]): StoredAnchor[] {
  const list = [JSON.stringify(segmentIds)]
  const spans = readSpans(
    db,
    `${SPAN} WHERE sp.id IN (
       SELECT span_id FROM span_parts WHERE segment_id IN (SELECT value FROM json_each(?)))`,
    list,
  )
  const ends = readEnds(
    db,
    `WITH touched AS (SELECT DISTINCT link_id, role FROM link_end_parts
       WHERE segment_id IN (SELECT value FROM json_each(?)))
     ${END} JOIN touched ON e.link_id = touched.link_id AND e.role = touched.role`,
    list,
  )
  return [...spans, ...ends]
}

/** All anchors of an article, lost ones too. */
export function readAnchorsOf(db: ReadDb, articleId: ArticleId): StoredAnchor[] {
  return [
    ...readSpans(db, `${SPAN} WHERE sp.article_id = ?`, [articleId]),
    ...readEnds(db, `${END} WHERE e.article_id = ?`, [articleId]),
  ]
}

/** Its owner's anchor, as it is now; null for one that is gone. */
export function readAnchor(db: ReadDb, owner: AnchorOwner): StoredAnchor | null {
  const [anchor] =
    owner.kind === 'span'
      ? readSpans(db, `${SPAN} WHERE sp.id = ? AND sp.highlight_id = ?`, [owner.spanId, owner.highlightId])
      : readEnds(db, `${END} WHERE e.link_id = ? AND e.role = ?`, [owner.linkId, owner.role])
  return anchor ?? null
}

/** The anchors that a person should look at, of articles, links and pairs that are in the library. */
export function readAnchorsInDoubt(db: ReadDb): StoredAnchor[] {
  const present = 'IN (SELECT id FROM articles WHERE deleted_at IS NULL)'
  return [
    ...readSpans(db, `${SPAN} WHERE sp.state <> 'ok' AND sp.article_id ${present}`, []),
    ...readEnds(
      db,
      `${END} JOIN links AS l ON l.id = e.link_id AND l.status = 'accepted'
       WHERE e.state <> 'ok'
         AND (SELECT count(*) FROM link_ends WHERE link_id = l.id AND article_id ${present}) = 2
         AND (l.pair_id IS NULL OR l.pair_id IN (SELECT id FROM pairs WHERE deleted_at IS NULL))`,
      [],
    ),
  ]
}

function readSpans(db: ReadDb, sql: string, params: SqlParams): StoredAnchor[] {
  return db
    .all<AnchorRow & { spanId: SpanId; highlightId: HighlightId }>(sql, params)
    .map(({ spanId, highlightId, ...row }) => toAnchor({ kind: 'span', spanId, highlightId }, row))
}

function readEnds(db: ReadDb, sql: string, params: SqlParams): StoredAnchor[] {
  return db
    .all<AnchorRow & { linkId: LinkId; role: 'from' | 'to' }>(sql, params)
    .map(({ linkId, role, ...row }) => toAnchor({ kind: 'link-end', linkId, role }, row))
}

function toAnchor(owner: AnchorOwner, row: AnchorRow): StoredAnchor {
  return { ...row, owner, parts: JSON.parse(row.parts) as AnchorPart[] }
}

/** Writes where an anchor is now. Its parts are written anew only if they differ. */
export function writeAnchor(db: WriteDb, before: StoredAnchor, after: StoredAnchor): void {
  const { owner, exact, prefix, suffix, state, was, parts } = after
  const partsDiffer = JSON.stringify(before.parts) !== JSON.stringify(parts)
  const textDiffers =
    before.exact !== exact ||
    before.prefix !== prefix ||
    before.suffix !== suffix ||
    before.state !== state ||
    before.was !== was
  if (owner.kind === 'span') {
    if (textDiffers) {
      db.run('UPDATE spans SET exact = ?, prefix = ?, suffix = ?, state = ?, was = ? WHERE id = ?', [
        exact,
        prefix,
        suffix,
        state,
        was,
        owner.spanId,
      ])
    }
    if (!partsDiffer) return
    db.run('DELETE FROM span_parts WHERE span_id = ?', [owner.spanId])
    for (const [ordinal, part] of parts.entries()) {
      db.run(
        'INSERT INTO span_parts (span_id, ordinal, highlight_id, segment_id, start, "end") VALUES (?, ?, ?, ?, ?, ?)',
        [owner.spanId, ordinal, owner.highlightId, part.segmentId, part.start, part.end],
      )
    }
    return
  }
  const key = [owner.linkId, owner.role]
  if (textDiffers) {
    db.run(
      'UPDATE link_ends SET exact = ?, prefix = ?, suffix = ?, state = ?, was = ? WHERE link_id = ? AND role = ?',
      [exact, prefix, suffix, state, was, ...key],
    )
  }
  if (!partsDiffer) return
  db.run('DELETE FROM link_end_parts WHERE link_id = ? AND role = ?', key)
  for (const [ordinal, part] of parts.entries()) {
    db.run(
      'INSERT INTO link_end_parts (link_id, role, ordinal, segment_id, start, "end") VALUES (?, ?, ?, ?, ?, ?)',
      [...key, ordinal, part.segmentId, part.start, part.end],
    )
  }
}
