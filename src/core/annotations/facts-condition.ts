import type { AnnotationFilter, SurveyKey } from '../../shared/contract/schemas/survey.ts'
import { ANCHOR_STATES } from '../../shared/domain/anchor.ts'
import { COLORS } from '../../shared/domain/highlight.ts'
import type { ArticleId, PairId, TagId } from '../../shared/domain/ids.ts'
import { searchWords } from '../../shared/text/search-form.ts'
import type { ReadDb, SqlValue } from '../store/handles.ts'
import type { FactsArticle, FactsTable } from './facts-table.ts'

const WITHIN = 'IN (SELECT value FROM json_each(?))'
const list = (values: readonly (string | number)[]): string => JSON.stringify(values)

/** For each number of something whether it fits: 1 or 0. */
type Fits = Uint8Array

/** The numbers of the highlights that the filter finds, rising. The table must be in sync. */
export function findNumbers(db: ReadDb, table: FactsTable, filter: AnnotationFilter): Uint32Array {
  const { size, colors, doubts, hasNote, articles, mirrors, speakers, tagSets } = table
  const wanted = fitsOf(db, table, filter)
  const found = new Uint32Array(size)
  let count = 0
  for (let id = 0; id < size; id += 1) {
    // An article's number of 0 fits never: there is no such highlight.
    if (wanted.article[articles[id] ?? 0] === 0) continue
    if (wanted.tagSet[tagSets[id] ?? 0] === 0) continue
    if (wanted.speaker[speakers[id] ?? 0] === 0) continue
    if (wanted.color[colors[id] ?? 0] === 0) continue
    if (wanted.doubt[doubts[id] ?? 0] === 0) continue
    if (wanted.hasNote[hasNote[id] ?? 0] === 0) continue
    if (wanted.text !== null && wanted.text[id] === 0) continue
    if (!wanted.sides.every((fits) => fits[articles[id] ?? 0] === 1 || fits[mirrors[id] ?? 0] === 1)) continue
    found[count] = id
    count += 1
  }
  return found.subarray(0, count)
}

interface FactsFits {
  readonly article: Fits
  readonly tagSet: Fits
  readonly speaker: Fits
  readonly color: Fits
  readonly doubt: Fits
  readonly hasNote: Fits
  /** By the highlight's own number; null where any text will do. */
  readonly text: Fits | null
  /** Of each, either of the two articles must fit. */
  readonly sides: readonly Fits[]
}

function fitsOf(db: ReadDb, table: FactsTable, filter: AnnotationFilter): FactsFits {
  const articles = table.articleList
  const tagSets = table.tagSetList
  const speakers = table.speakerIds.keys
  const ofArticle = (test: (article: FactsArticle) => boolean): Fits =>
    Uint8Array.from(articles, (article) => Number(article !== null && test(article)))
  const narrow = <Value>(fits: Fits, values: readonly Value[], test: (value: Value) => boolean): void => {
    for (const [at, value] of values.entries()) if (!test(value)) fits[at] = 0
  }
  const all = (length: number): Fits => new Uint8Array(length).fill(1)
  const fits = {
    article: ofArticle(({ isShown, date }) => isShown && isWithin(date, filter)),
    tagSet: all(tagSets.length),
    speaker: all(speakers.length),
    color: all(1 + Math.max(...COLORS)),
    doubt: all(ANCHOR_STATES.length),
    hasNote: all(2),
  }
  const sides: Fits[] = []

  if (filter.tagIds.length > 0 || filter.untagged) {
    const ids = new Set(filter.withDescendants ? listTagsBelow(db, filter.tagIds) : filter.tagIds)
    narrow(fits.tagSet, tagSets, (tags) =>
      tags.length === 0 ? filter.untagged : tags.some((tag) => ids.has(tag)),
    )
  }
  if (filter.colors.length > 0)
    narrow(fits.color, [...fits.color.keys()], (color) => filter.colors.some((each) => each === color))
  if (filter.states.length > 0) narrow(fits.doubt, ANCHOR_STATES, (state) => filter.states.includes(state))
  if (filter.hasNote !== null) narrow(fits.hasNote, [false, true], (has) => has === filter.hasNote)
  if (filter.speakerIds.length > 0)
    narrow(fits.speaker, speakers, (speaker) => speaker !== null && filter.speakerIds.includes(speaker))
  const inArticles = (ids: ReadonlySet<ArticleId>): Fits => ofArticle(({ id }) => ids.has(id))
  if (filter.languages.length > 0)
    sides.push(ofArticle(({ language }) => filter.languages.includes(language)))
  if (filter.articleIds.length > 0) sides.push(inArticles(new Set(filter.articleIds)))
  if (filter.pairIds.length > 0) sides.push(inArticles(listArticlesOfPairs(db, filter.pairIds)))

  const narrowTo = ({ by, key }: SurveyKey): void => {
    switch (by) {
      case 'article':
        return narrow(fits.article, articles, (article) => article?.id === key)
      case 'month':
      case 'year':
        return narrow(fits.article, articles, (article) => article !== null && period(article, by) === key)
      case 'tag':
        return narrow(fits.tagSet, tagSets, (tags) =>
          key === null ? tags.length === 0 : tags.some((tag) => tag === key),
        )
      case 'color':
        return narrow(fits.color, [...fits.color.keys()], (color) => String(color) === key)
      case 'speaker':
        return narrow(fits.speaker, speakers, (speaker) => speaker === key)
      case 'language':
        sides.push(ofArticle(({ language }) => language === key))
    }
  }
  for (const key of filter.within) narrowTo(key)
  return { ...fits, sides, text: fitsText(db, table.size, filter.text) }
}

function isWithin(date: string | null, { dateFrom, dateTo }: AnnotationFilter): boolean {
  if (dateFrom === null && dateTo === null) return true
  if (date === null || (dateFrom !== null && date < dateFrom)) return false
  return dateTo === null || date.slice(0, dateTo.length) <= dateTo
}

/** Of an article's date, as much as it says. */
export function period({ date }: FactsArticle, by: 'month' | 'year'): string | null {
  return date?.slice(0, by === 'month' ? 7 : 4) ?? null
}

/** Quotes and notes are read where they are; `instr` on the folded text is as fast as memory. */
function fitsText(db: ReadDb, size: number, text: string): Fits | null {
  const words = searchWords(text)
  if (words.length === 0) return null
  const fits = new Uint8Array(size)
  const condition = words.map(() => 'instr(f.text, ?) > 0').join(' AND ')
  const ids = db.value<string>(
    `SELECT json_group_array(f.id) FROM highlight_facts AS f WHERE ${condition}`,
    words satisfies SqlValue[],
  )
  for (const id of JSON.parse(ids ?? '[]') as number[]) fits[id] = 1
  return fits
}

/** The tags and all below them. */
function listTagsBelow(db: ReadDb, ids: readonly TagId[]): TagId[] {
  return db
    .all<{ id: TagId }>(
      `WITH RECURSIVE below (id) AS (
         SELECT value FROM json_each(?) UNION SELECT t.id FROM tags AS t JOIN below ON t.parent_id = below.id)
       SELECT id FROM below`,
      [list(ids)],
    )
    .map(({ id }) => id)
}

function listArticlesOfPairs(db: ReadDb, ids: readonly PairId[]): Set<ArticleId> {
  const pairs = db.all<{ left: ArticleId; right: ArticleId }>(
    `SELECT left_article_id AS left, right_article_id AS right FROM pairs WHERE id ${WITHIN}`,
    [list(ids)],
  )
  return new Set(pairs.flatMap(({ left, right }) => [left, right]))
}
