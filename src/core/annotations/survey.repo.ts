import type { AnnotationFilter, SurveyGroup } from '../../shared/contract/schemas/survey.ts'
import type { SurveyDimension, SurveySort } from '../../shared/domain/highlight-survey.ts'
import type { ArticleId, HighlightId } from '../../shared/domain/ids.ts'
import type { ReadDb } from '../store/handles.ts'
import { factsCondition, type FactsCondition } from './facts-condition.ts'

export interface Found {
  readonly total: number
  readonly ids: HighlightId[]
}

interface Page {
  readonly sort: SurveySort
  readonly from: number
  readonly limit: number
}

/** What the filter finds: how many, and the ids of a page of them. */
export function findHighlights(db: ReadDb, filter: AnnotationFilter, page: Page): Found {
  const condition = factsCondition(db, filter)
  return page.sort === 'article' || page.sort === 'date'
    ? findByPlace(db, condition, page)
    : findByTime(db, condition, page)
}

const TIMES = {
  newest: ['created_at', 'DESC'],
  oldest: ['created_at', 'ASC'],
  changed: ['updated_at', 'DESC'],
} as const

function findByTime(db: ReadDb, condition: FactsCondition, { sort, from, limit }: Page): Found {
  const [column, direction] = TIMES[sort === 'article' || sort === 'date' ? 'newest' : sort]
  const order = `${direction}, id ${direction} LIMIT ? OFFSET ?`
  if (!condition.isNarrowed) {
    // Everything: the index has the order and the number.
    const total = db.value<number>('SELECT count(*) FROM highlight_facts AS f WHERE f.shown = 1') ?? 0
    const ids = db.all<{ id: HighlightId }>(
      `SELECT f.highlight_id AS id FROM highlight_facts AS f WHERE f.shown = 1 ORDER BY f.${column} ${order}`,
      [limit, from],
    )
    return { total, ids: ids.map(({ id }) => id) }
  }
  // Found once, then both counted and put in order.
  const rows = db.all<{ id: HighlightId | null; total: number }>(
    `WITH found AS MATERIALIZED (
       SELECT f.highlight_id AS id, f.${column} AS at FROM highlight_facts AS f WHERE ${condition.sql})
     SELECT page.id, counted.total FROM (SELECT count(*) AS total FROM found) AS counted
     LEFT JOIN (SELECT id, at FROM found ORDER BY at ${order}) AS page ON true
     ORDER BY page.at ${direction}, page.id ${direction}`,
    [...condition.params, limit, from],
  )
  return { total: rows[0]?.total ?? 0, ids: rows.flatMap(({ id }) => id ?? []) }
}

interface ArticleCount {
  readonly id: ArticleId
  readonly title: string
  readonly date: string | null
  readonly count: number
}

const titleOrder = new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true })

function compareArticles(sort: SurveySort): (a: ArticleCount, b: ArticleCount) => number {
  const byTitle = (a: ArticleCount, b: ArticleCount): number =>
    titleOrder.compare(a.title, b.title) || (a.id < b.id ? -1 : 1)
  if (sort === 'article') return byTitle
  // Without a date last.
  return (a, b) => {
    const [first, second] = [a.date ?? '', b.date ?? '']
    return first === second ? byTitle(a, b) : first < second ? 1 : -1
  }
}

/** Counted by article first: so only the highlights of the articles that a page falls on are put in order. */
function findByPlace(db: ReadDb, { sql, params }: FactsCondition, { sort, from, limit }: Page): Found {
  const counts = db.all<ArticleCount>(
    `SELECT a.id, a.title, a.date, c.count FROM (
       SELECT f.article_id AS id, count(*) AS count FROM highlight_facts AS f WHERE ${sql} GROUP BY f.article_id
     ) AS c JOIN articles AS a ON a.id = c.id`,
    params,
  )
  let total = 0
  let skipped = 0
  const pageArticles: ArticleId[] = []
  for (const { id, count } of counts.toSorted(compareArticles(sort))) {
    if (total + count <= from) skipped += count
    else if (total < from + limit) pageArticles.push(id)
    total += count
  }
  const ids = db.all<{ id: HighlightId }>(
    `SELECT f.highlight_id AS id FROM json_each(?) AS o CROSS JOIN highlight_facts AS f ON f.article_id = o.value
     WHERE ${sql}
     ORDER BY o.key, f.block_position IS NULL, f.block_position, f.segment_position, f.start, f.highlight_id
     LIMIT ? OFFSET ?`,
    [JSON.stringify(pageArticles), ...params, limit, from - skipped],
  )
  return { total, ids: ids.map(({ id }) => id) }
}

/** The ids of all that the filter finds, in no order. */
export function listFound(db: ReadDb, filter: AnnotationFilter): HighlightId[] {
  const { sql, params } = factsCondition(db, filter)
  return db
    .all<{ id: HighlightId }>(`SELECT f.highlight_id AS id FROM highlight_facts AS f WHERE ${sql}`, params)
    .map(({ id }) => id)
}

/** Per dimension: the key of a row `f`. */
const KEYS: Readonly<Record<Exclude<SurveyDimension, 'tag' | 'language'>, string>> = {
  article: 'f.article_id',
  color: 'CAST(f.color AS TEXT)',
  speaker: 'f.speaker_id',
  month: 'substr(f.date, 1, 7)',
  year: 'substr(f.date, 1, 4)',
}

/** What gives a label to a key `c.key`; such tables are small. */
const LABELS: Partial<Record<SurveyDimension, string>> = {
  article: '(SELECT title FROM articles WHERE id = c.key)',
  speaker: `(SELECT group_concat(name, ' / ' ORDER BY language DESC) FROM speaker_names WHERE speaker_id = c.key)`,
  tag: `(WITH RECURSIVE up (id, parent_id, path) AS (
      SELECT id, parent_id, name FROM tags WHERE id = c.key
      UNION ALL SELECT t.id, t.parent_id, t.name || '/' || up.path FROM tags AS t JOIN up ON t.id = up.parent_id)
    SELECT path FROM up WHERE parent_id IS NULL)`,
}

/** Labels of keys of a dimension, where they have one. */
export function labelKeys(
  db: ReadDb,
  by: SurveyDimension,
  keys: readonly (string | null)[],
): Map<string | null, string | null> {
  const label = LABELS[by]
  if (label === undefined) return new Map()
  const rows = db.all<{ key: string | null; label: string | null }>(
    `SELECT c.key, ${label} AS label FROM (SELECT value AS key FROM json_each(?)) AS c`,
    [JSON.stringify(keys)],
  )
  return new Map(rows.map((row) => [row.key, row.label]))
}

/** How many of what the filter finds there are at each place of a dimension. */
export function countGroups(db: ReadDb, filter: AnnotationFilter, by: SurveyDimension): SurveyGroup[] {
  const { sql, params } = factsCondition(db, filter)
  const label = LABELS[by] ?? 'NULL'
  return db.all<SurveyGroup>(
    `SELECT c.key, ${label} AS label, c.count FROM (${countsOf(by, sql)}) AS c ORDER BY c.key`,
    by === 'tag' || by === 'language' ? [...params, ...params] : params,
  )
}

function countsOf(by: SurveyDimension, sql: string): string {
  if (by === 'tag') {
    return `SELECT ht.tag_id AS key, count(*) AS count FROM highlight_facts AS f
        JOIN highlight_tags AS ht ON ht.highlight_id = f.highlight_id WHERE ${sql} GROUP BY ht.tag_id
      UNION ALL SELECT NULL, count(*) FROM highlight_facts AS f WHERE ${sql} AND f.tag_count = 0 HAVING count(*) > 0`
  }
  if (by === 'language') {
    return `SELECT key, sum(count) AS count FROM (
        SELECT f.language AS key, count(*) AS count FROM highlight_facts AS f WHERE ${sql} GROUP BY 1
        UNION ALL SELECT f.mirror_language, count(*) FROM highlight_facts AS f
          WHERE ${sql} AND f.mirror_language <> f.language GROUP BY 1
      ) GROUP BY key`
  }
  return `SELECT ${KEYS[by]} AS key, count(*) AS count FROM highlight_facts AS f WHERE ${sql} GROUP BY 1`
}
