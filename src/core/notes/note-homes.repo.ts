import type { NoteHome } from '../../shared/contract/schemas/note.ts'
import type { ReadingTarget } from '../../shared/contract/schemas/reader.ts'
import type { Color } from '../../shared/domain/highlight.ts'
import type { ArticleId, BeadId, HighlightId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import type { ReadDb } from '../store/handles.ts'
import type { StoredNote } from './notes.repo.ts'

const WITHIN = 'IN (SELECT value FROM json_each(?))'
/** As much of a quote as is told of it, in UTF-16 code units. */
const QUOTE_LENGTH = 400

/**
 * What each note is on. Notes whose article or pair has been removed are left out, as are those on what is gone.
 */
export function readHomes(db: ReadDb, notes: readonly StoredNote[]): Map<StoredNote, NoteHome> {
  const highlights = readHighlightHomes(
    db,
    idsOf(notes, ({ highlightId }) => highlightId),
  )
  const beads = readBeadHomes(
    db,
    idsOf(notes, ({ beadId }) => beadId),
  )
  const articles = readArticleHomes(
    db,
    idsOf(notes, ({ articleId }) => articleId),
  )
  const homes = new Map<StoredNote, NoteHome>()
  for (const note of notes) {
    const { highlightId, beadId, articleId } = note
    const home =
      highlightId !== null
        ? highlights.get(highlightId)
        : beadId !== null
          ? beads.get(beadId)
          : articleId !== null
            ? articles.get(articleId)
            : ({ kind: 'free' } as const)
    if (home !== undefined) homes.set(note, home)
  }
  return homes
}

function idsOf<Id>(notes: readonly StoredNote[], idOf: (note: StoredNote) => Id | null): Id[] {
  return notes.flatMap((note) => idOf(note) ?? [])
}

/** Where the articles are best read: in the newest pair they are a side of, or alone. */
export function readTargets(db: ReadDb, articleIds: readonly ArticleId[]): Map<ArticleId, ReadingTarget> {
  const list = JSON.stringify([...new Set(articleIds)])
  const pairs = db.all<{ articleId: ArticleId; pairId: PairId }>(
    `SELECT wanted.value AS articleId, p.id AS pairId FROM json_each(?) AS wanted
     JOIN pairs AS p ON (p.left_article_id = wanted.value OR p.right_article_id = wanted.value)
     JOIN articles AS l ON l.id = p.left_article_id AND l.deleted_at IS NULL
     JOIN articles AS r ON r.id = p.right_article_id AND r.deleted_at IS NULL
     WHERE p.deleted_at IS NULL ORDER BY p.id`,
    [list],
  )
  const targets = new Map<ArticleId, ReadingTarget>(
    articleIds.map((articleId) => [articleId, { kind: 'article', articleId }]),
  )
  for (const { articleId, pairId } of pairs) targets.set(articleId, { kind: 'pair', pairId })
  return targets
}

interface HighlightRow {
  readonly id: HighlightId
  readonly color: Color
  readonly exact: string
  readonly articleId: ArticleId
  readonly title: string
  readonly language: string
  readonly segmentId: SegmentId | null
}

/** The spans of highlights that are in the library, one each: the user's own before the mirror. */
export function readHighlightPlaces(db: ReadDb, ids: readonly HighlightId[]): Map<HighlightId, HighlightRow> {
  // 'mirror' sorts before 'primary', and the last of a highlight's rows stays.
  const rows = db.all<HighlightRow>(
    `SELECT h.id, h.color, s.exact, a.id AS articleId, a.title, a.language, p.segment_id AS segmentId
     FROM highlights AS h
     JOIN spans AS s ON s.highlight_id = h.id
     JOIN articles AS a ON a.id = s.article_id AND a.deleted_at IS NULL
     LEFT JOIN span_parts AS p ON p.span_id = s.id AND p.ordinal = 0
     WHERE h.id ${WITHIN} ORDER BY s.role`,
    [JSON.stringify(ids)],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function readHighlightHomes(db: ReadDb, ids: readonly HighlightId[]): Map<HighlightId, NoteHome> {
  const rows = [...readHighlightPlaces(db, ids).values()]
  const targets = readTargets(
    db,
    rows.map(({ articleId }) => articleId),
  )
  return new Map(
    rows.map(({ id, color, exact, articleId, title, language, segmentId }) => [
      id,
      {
        kind: 'highlight',
        highlightId: id,
        color,
        quote: exact.slice(0, QUOTE_LENGTH).toWellFormed(),
        articleId,
        title,
        language,
        segmentId,
        target: targets.get(articleId) ?? { kind: 'article', articleId },
      },
    ]),
  )
}

interface BeadRow {
  readonly id: BeadId
  readonly pairId: PairId
  readonly number: number
  readonly leftTitle: string
  readonly leftLanguage: string
  readonly rightTitle: string
  readonly rightLanguage: string
}

function readBeadHomes(db: ReadDb, ids: readonly BeadId[]): Map<BeadId, NoteHome> {
  const list = [JSON.stringify(ids)]
  const rows = db.all<BeadRow>(
    `SELECT b.id, b.pair_id AS pairId,
       (SELECT count(*) FROM beads AS e WHERE e.pair_id = b.pair_id
        AND (e.position, e.id) <= (b.position, b.id)) AS number,
       l.title AS leftTitle, l.language AS leftLanguage, r.title AS rightTitle, r.language AS rightLanguage
     FROM beads AS b JOIN pairs AS p ON p.id = b.pair_id AND p.deleted_at IS NULL
     JOIN articles AS l ON l.id = p.left_article_id AND l.deleted_at IS NULL
     JOIN articles AS r ON r.id = p.right_article_id AND r.deleted_at IS NULL
     WHERE b.id ${WITHIN}`,
    list,
  )
  const texts = new Map<BeadId, { segmentId: SegmentId; side: 'left' | 'right'; text: string }[]>()
  const segments = db.all<{ beadId: BeadId; segmentId: SegmentId; side: 'left' | 'right'; text: string }>(
    `SELECT bs.bead_id AS beadId, bs.segment_id AS segmentId, bs.side, s.text FROM bead_segments AS bs
     JOIN segments AS s ON s.id = bs.segment_id WHERE bs.bead_id ${WITHIN} ORDER BY bs.side, bs.position`,
    list,
  )
  for (const { beadId, ...segment } of segments) texts.set(beadId, [...(texts.get(beadId) ?? []), segment])
  return new Map(
    rows.map((row) => {
      const own = texts.get(row.id) ?? []
      const side = own[0]?.side ?? 'left'
      const quote = own
        .filter((segment) => segment.side === side)
        .map(({ text }) => text)
        .join('')
      return [
        row.id,
        {
          kind: 'bead',
          beadId: row.id,
          pairId: row.pairId,
          number: row.number,
          quote: quote.trim().slice(0, QUOTE_LENGTH).toWellFormed(),
          title: `${row.leftTitle} ⇄ ${row.rightTitle}`,
          language: side === 'left' ? row.leftLanguage : row.rightLanguage,
          segmentId: own[0]?.segmentId ?? null,
          target: { kind: 'pair', pairId: row.pairId },
        },
      ]
    }),
  )
}

function readArticleHomes(db: ReadDb, ids: readonly ArticleId[]): Map<ArticleId, NoteHome> {
  const rows = db.all<{ id: ArticleId; title: string; language: string }>(
    `SELECT id, title, language FROM articles WHERE deleted_at IS NULL AND id ${WITHIN}`,
    [JSON.stringify(ids)],
  )
  const targets = readTargets(
    db,
    rows.map(({ id }) => id),
  )
  return new Map(
    rows.map(({ id, title, language }) => [
      id,
      {
        kind: 'article',
        articleId: id,
        title,
        language,
        target: targets.get(id) ?? { kind: 'article', articleId: id },
      },
    ]),
  )
}
