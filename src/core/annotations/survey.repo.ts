import type { AnnotationFilter, SurveyGroup } from '../../shared/contract/schemas/survey.ts'
import type { SurveyDimension, SurveySort } from '../../shared/domain/highlight-survey.ts'
import type { ArticleId, HighlightId } from '../../shared/domain/ids.ts'
import type { ReadDb } from '../store/handles.ts'
import { findNumbers, period } from './facts-condition.ts'
import type { FactsArticle, FactsTable } from './facts-table.ts'

export interface Found {
  readonly total: number
  readonly ids: HighlightId[]
}

interface Page {
  readonly sort: SurveySort
  readonly from: number
  readonly limit: number
}

/** What the filter finds: how many, and the ids of a page of them. The table must be in sync, here and below. */
export function findHighlights(db: ReadDb, table: FactsTable, filter: AnnotationFilter, page: Page): Found {
  const numbers = findNumbers(db, table, filter)
  const isFound = new Uint8Array(table.size)
  for (const id of numbers) isFound[id] = 1
  const shown =
    page.sort === 'article' || page.sort === 'date'
      ? pageByPlace(db, table, { numbers, isFound }, page)
      : pageByTime(table, isFound, page)
  return { total: numbers.length, ids: readIds(db, shown) }
}

function readIds(db: ReadDb, numbers: readonly number[]): HighlightId[] {
  const rows = db.tuples<[number, HighlightId]>(
    'SELECT f.id, f.highlight_id FROM highlight_facts AS f WHERE f.id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(numbers)],
  )
  const ids = new Map(rows)
  return numbers.flatMap((id) => ids.get(id) ?? [])
}

/** Everything in order, of which what was found is taken: quicker than to put in order what was found. */
function pageByTime(table: FactsTable, isFound: Uint8Array, { sort, from, limit }: Page): number[] {
  const order = table.order(sort === 'changed' ? 'change' : 'creation')
  const page: number[] = []
  let skipped = 0
  for (let at = 0; at < order.length && page.length < limit; at += 1) {
    const id = order[sort === 'oldest' ? at : order.length - 1 - at] ?? 0
    if (isFound[id] !== 1) continue
    if (skipped < from) skipped += 1
    else page.push(id)
  }
  return page
}

const titleOrder = new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true })

function compareArticles(sort: SurveySort): (a: FactsArticle, b: FactsArticle) => number {
  const byTitle = (a: FactsArticle, b: FactsArticle): number =>
    titleOrder.compare(a.title, b.title) || (a.id < b.id ? -1 : 1)
  if (sort === 'article') return byTitle
  // Without a date last.
  return (a, b) => {
    const [first, second] = [a.date ?? '', b.date ?? '']
    return first === second ? byTitle(a, b) : first < second ? 1 : -1
  }
}

interface FoundNumbers {
  readonly numbers: Uint32Array
  readonly isFound: Uint8Array
}

/** Counted by article first: so only the highlights of the articles that a page falls on are put in order. */
function pageByPlace(
  db: ReadDb,
  table: FactsTable,
  { numbers, isFound }: FoundNumbers,
  { sort, from, limit }: Page,
): number[] {
  const counts = new Uint32Array(table.articleList.length)
  for (const id of numbers) raise(counts, table.articles[id])
  const articles = [...counts].flatMap((count, at) => {
    const article = table.articleList[at] ?? null
    return count === 0 || article === null ? [] : [{ ...article, count }]
  })
  let passed = 0
  let skipped = 0
  const pageArticles: ArticleId[] = []
  for (const { id, count } of articles.toSorted(compareArticles(sort))) {
    if (passed + count <= from) skipped += count
    else if (passed < from + limit) pageArticles.push(id)
    passed += count
  }
  return db
    .tuples<[number]>(
      `SELECT f.id FROM json_each(?) AS o CROSS JOIN highlight_facts AS f ON f.article_id = o.value
       ORDER BY o.key, f.block_position IS NULL, f.block_position, f.segment_position, f.start, f.highlight_id`,
      [JSON.stringify(pageArticles)],
    )
    .map(([id]) => id)
    .filter((id) => isFound[id] === 1)
    .slice(from - skipped, from - skipped + limit)
}

/** One more at a place. */
export function raise(counts: Uint32Array, at: number | undefined): void {
  counts[at ?? 0] = (counts[at ?? 0] ?? 0) + 1
}

/** Of so many, each is asked for by its number; of more, all are read. */
const MOST_ASKED_FOR = 10_000

/** The ids of all that the filter finds, in no order. */
export function listFound(db: ReadDb, table: FactsTable, filter: AnnotationFilter): HighlightId[] {
  const numbers = findNumbers(db, table, filter)
  if (numbers.length <= MOST_ASKED_FOR) return readIds(db, [...numbers])
  const isFound = new Uint8Array(table.size)
  for (const id of numbers) isFound[id] = 1
  return db
    .tuples<[number, HighlightId]>('SELECT f.id, f.highlight_id FROM highlight_facts AS f')
    .flatMap(([id, highlightId]) => (isFound[id] === 1 ? [highlightId] : []))
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
export function countGroups(
  db: ReadDb,
  table: FactsTable,
  filter: AnnotationFilter,
  by: SurveyDimension,
): SurveyGroup[] {
  const counts = countKeys(table, findNumbers(db, table, filter), by)
  const labels = labelKeys(db, by, [...counts.keys()])
  return [...counts].map(([key, count]) => ({ key, label: labels.get(key) ?? null, count }))
}

type Counts = Map<string | null, number>

function countKeys(table: FactsTable, numbers: Uint32Array, by: SurveyDimension): Counts {
  const { articleList, articles, mirrors } = table
  const count = (column: ArrayLike<number>, size: number): Uint32Array => {
    const counts = new Uint32Array(size)
    for (const id of numbers) raise(counts, column[id])
    return counts
  }
  const counts: Counts = new Map()
  const add = (key: string | null, more: number): void => {
    if (more > 0) counts.set(key, (counts.get(key) ?? 0) + more)
  }
  const ofArticles = (key: (article: FactsArticle) => string | null): void => {
    for (const [at, more] of count(articles, articleList.length).entries()) {
      const article = articleList[at] ?? null
      if (article !== null) add(key(article), more)
    }
  }
  switch (by) {
    case 'article':
      ofArticles(({ id }) => id)
      break
    case 'month':
    case 'year':
      ofArticles((article) => period(article, by))
      break
    case 'color':
      for (const [color, more] of count(table.colors, 256).entries()) add(String(color), more)
      break
    case 'speaker':
      for (const [at, more] of count(table.speakers, table.speakerIds.size).entries())
        add(table.speakerIds.keys[at] ?? null, more)
      break
    case 'tag':
      for (const [at, more] of count(table.tagSets, table.tagLists.size).entries()) {
        const tags = table.tagSetList[at] ?? []
        if (tags.length === 0) add(null, more)
        for (const tag of tags) add(tag, more)
      }
      break
    case 'language': {
      ofArticles(({ language }) => language)
      // A mirrored highlight is in both its languages.
      for (const id of numbers) {
        const other = articleList[mirrors[id] ?? 0]?.language
        if (other !== undefined && other !== articleList[articles[id] ?? 0]?.language) add(other, 1)
      }
    }
  }
  return counts
}
