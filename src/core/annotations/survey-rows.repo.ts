import type { SurveyRow } from '../../shared/contract/schemas/survey.ts'
import { ANCHOR_STATES } from '../../shared/domain/anchor.ts'
import type { ArticleId, HighlightId, PairId, SegmentId, TagId } from '../../shared/domain/ids.ts'
import { edgeAtOrBefore } from '../../shared/text/graphemes.ts'
import { plainNote } from '../notes/plain-note.ts'
import type { ReadDb } from '../store/handles.ts'

/** As much of a quote or a note as a list shows, in UTF-16 code units. */
const QUOTE_LENGTH = 600
const NOTE_LENGTH = 240

interface RowFound extends Omit<
  SurveyRow,
  'state' | 'quote' | 'counterpart' | 'pairId' | 'tagIds' | 'note' | 'speaker'
> {
  readonly doubt: number
  readonly exact: string
  readonly mirror: string | null
  readonly mirrorLanguage: string | null
  readonly note: string | null
  readonly speaker: string | null
}

/** The rows of a page of highlights, in the order of their ids. Statements as many for one as for hundreds. */
export function readSurveyRows(db: ReadDb, ids: readonly HighlightId[]): SurveyRow[] {
  const wanted = JSON.stringify(ids)
  const rows = db.all<RowFound>(
    `SELECT f.highlight_id AS id, f.color, f.doubt, sp.exact, a.language, m.exact AS mirror,
       ma.language AS mirrorLanguage, f.article_id AS articleId, a.title AS articleTitle, a.date,
       (SELECT p.segment_id FROM span_parts AS p WHERE p.span_id = sp.id AND p.ordinal = 0) AS segmentId,
       (SELECT name FROM speaker_names WHERE speaker_id = f.speaker_id
        ORDER BY language <> a.language, language LIMIT 1) AS speaker,
       n.body AS note, f.created_at AS createdAt, f.updated_at AS updatedAt
     FROM json_each(?) AS o
     CROSS JOIN highlight_facts AS f ON f.highlight_id = o.value
     JOIN spans AS sp ON sp.highlight_id = f.highlight_id AND sp.role = 'primary'
     JOIN articles AS a ON a.id = f.article_id
     LEFT JOIN spans AS m ON m.highlight_id = f.highlight_id AND m.role = 'mirror'
     LEFT JOIN articles AS ma ON ma.id = m.article_id
     LEFT JOIN notes AS n ON n.highlight_id = f.highlight_id
     ORDER BY o.key`,
    [wanted],
  )
  const tagIds = readTagIds(db, wanted)
  const pairs = readPairs(db, [...new Set(rows.map(({ articleId }) => articleId))])
  const facing = readFacing(
    db,
    rows.filter((row) => row.mirror === null).map(({ id }) => id),
    [...pairs.values()],
  )
  return rows.map(({ doubt, exact, mirror, mirrorLanguage, note, ...row }) => {
    const pair = pairs.get(row.articleId)
    return {
      ...row,
      state: ANCHOR_STATES[doubt] ?? 'ok',
      quote: cut(exact, QUOTE_LENGTH),
      counterpart:
        mirror !== null && mirrorLanguage !== null
          ? { kind: 'mirror', quote: cut(mirror, QUOTE_LENGTH), language: mirrorLanguage }
          : facingOf(facing.get(row.id), pair),
      pairId: pair?.pairId ?? null,
      tagIds: tagIds.get(row.id) ?? [],
      note: note === null ? null : cut(plainNote(note).trim().replace(/\s+/gu, ' '), NOTE_LENGTH),
    }
  })
}

function facingOf(text: string | undefined, pair: PairFound | undefined): SurveyRow['counterpart'] {
  if (text === undefined || text.trim() === '' || pair === undefined) return null
  return { kind: 'facing', quote: cut(text.trim(), QUOTE_LENGTH), language: pair.language }
}

/** Never between the halves of what is one character to a reader. */
function cut(text: string, length: number): { text: string; isCut: boolean } {
  if (text.length <= length) return { text, isCut: false }
  return { text: text.slice(0, edgeAtOrBefore(text, length)), isCut: true }
}

function readTagIds(db: ReadDb, wanted: string): Map<HighlightId, TagId[]> {
  const found = new Map<HighlightId, TagId[]>()
  const rows = db.all<{ highlightId: HighlightId; tagId: TagId }>(
    `SELECT highlight_id AS highlightId, tag_id AS tagId FROM highlight_tags
     WHERE highlight_id IN (SELECT value FROM json_each(?)) ORDER BY highlight_id, created_at, tag_id`,
    [wanted],
  )
  for (const { highlightId, tagId } of rows) {
    const own = found.get(highlightId)
    if (own === undefined) found.set(highlightId, [tagId])
    else own.push(tagId)
  }
  return found
}

interface PairFound {
  readonly pairId: PairId
  /** Of the other side. */
  readonly language: string
}

/** For each article the pair it is best read in: an aligned one before others, then the oldest. */
function readPairs(db: ReadDb, articleIds: readonly ArticleId[]): Map<ArticleId, PairFound> {
  const wanted = JSON.stringify(articleIds)
  // One branch for each side: with an OR, SQLite reads all pairs.
  const rows = db.all<PairFound & { articleId: ArticleId }>(
    `SELECT t.articleId, t.pairId, a.language FROM (
       SELECT left_article_id AS articleId, id AS pairId, right_article_id AS other, aligned_at, created_at
       FROM pairs WHERE deleted_at IS NULL AND left_article_id IN (SELECT value FROM json_each(?))
       UNION ALL
       SELECT right_article_id, id, left_article_id, aligned_at, created_at
       FROM pairs WHERE deleted_at IS NULL AND right_article_id IN (SELECT value FROM json_each(?))
     ) AS t JOIN articles AS a ON a.id = t.other AND a.deleted_at IS NULL
     ORDER BY t.aligned_at IS NOT NULL, t.created_at DESC, t.pairId DESC`,
    [wanted, wanted],
  )
  return new Map(rows.map(({ articleId, ...pair }) => [articleId, pair]))
}

/** What faces the primary spans: the other side of the beads they touch, in the pairs they are read in. */
function readFacing(
  db: ReadDb,
  ids: readonly HighlightId[],
  pairs: readonly PairFound[],
): Map<HighlightId, string> {
  const found = new Map<HighlightId, string>()
  if (ids.length === 0 || pairs.length === 0) return found
  const rows = db.all<{ highlightId: HighlightId; text: string }>(
    `SELECT t.highlight_id AS highlightId, s.text FROM (
       SELECT DISTINCT sp.highlight_id, own.bead_id, own.side FROM spans AS sp
       JOIN span_parts AS p ON p.span_id = sp.id
       JOIN bead_segments AS own ON own.segment_id = p.segment_id
       WHERE sp.role = 'primary' AND sp.highlight_id IN (SELECT value FROM json_each(?))
         AND own.pair_id IN (SELECT value FROM json_each(?))
     ) AS t
     JOIN beads AS b ON b.id = t.bead_id
     JOIN bead_segments AS other ON other.bead_id = t.bead_id AND other.side <> t.side
     JOIN segments AS s ON s.id = other.segment_id
     ORDER BY t.highlight_id, b.position, other.position`,
    [JSON.stringify(ids), JSON.stringify(pairs.map(({ pairId }) => pairId))],
  )
  for (const { highlightId, text } of rows) {
    const before = found.get(highlightId) ?? ''
    // A highlight of half a book faces half a book; only its beginning is shown.
    if (before.length <= QUOTE_LENGTH) found.set(highlightId, before + text)
  }
  return found
}

/** What the primary spans cover in the text as it is; null for a lost one. Offsets are UTF-16, so not cut by SQL. */
export function readCovered(
  db: ReadDb,
  ids: readonly HighlightId[],
): { highlightId: HighlightId; text: string | null }[] {
  const rows = db.all<{
    highlightId: HighlightId
    text: string | null
    start: number | null
    end: number | null
    segmentId: SegmentId | null
  }>(
    `SELECT sp.highlight_id AS highlightId, s.text, p.start, p."end", s.id AS segmentId
     FROM json_each(?) AS o
     JOIN spans AS sp ON sp.highlight_id = o.value AND sp.role = 'primary'
     LEFT JOIN span_parts AS p ON p.span_id = sp.id
     LEFT JOIN segments AS s ON s.id = p.segment_id
     ORDER BY o.key, p.ordinal`,
    [JSON.stringify(ids)],
  )
  const covered = new Map<HighlightId, string | null>()
  for (const { highlightId, text, start, end } of rows) {
    const piece = text === null || start === null || end === null ? null : text.slice(start, end)
    covered.set(highlightId, piece === null ? null : (covered.get(highlightId) ?? '') + piece)
  }
  return [...covered].map(([highlightId, text]) => ({ highlightId, text }))
}
