import type { AnnotationFilter, SurveyKey } from '../../shared/contract/schemas/survey.ts'
import { ANCHOR_STATES } from '../../shared/domain/anchor.ts'
import { searchWords } from '../../shared/domain/highlight-survey.ts'
import type { ArticleId, PairId, TagId } from '../../shared/domain/ids.ts'
import type { ReadDb, SqlValue } from '../store/handles.ts'

/** A condition on a row `f` of `highlight_facts`, with its parameters in order. */
export interface FactsCondition {
  readonly sql: string
  readonly params: readonly SqlValue[]
  readonly isNarrowed: boolean
}

const WITHIN = 'IN (SELECT value FROM json_each(?))'
const list = (values: readonly (string | number)[]): string => JSON.stringify(values)

/**
 * The filter as SQL. A list travels as one JSON parameter, so that few statements are ever prepared. `+f.shown`
 * keeps SQLite from walking an index whose every entry asks for its row as well: with a filter, reading the narrow
 * table from front to back is three times as fast.
 */
export function factsCondition(db: ReadDb, filter: AnnotationFilter): FactsCondition {
  const parts: string[] = []
  const params: SqlValue[] = []
  const add = (sql: string, ...values: readonly SqlValue[]): void => {
    parts.push(sql)
    params.push(...values)
  }

  if (filter.tagIds.length > 0 || filter.untagged) {
    const ids = filter.withDescendants ? listTagsBelow(db, filter.tagIds) : filter.tagIds
    const tagged = `f.highlight_id IN (SELECT highlight_id FROM highlight_tags WHERE tag_id ${WITHIN})`
    if (!filter.untagged) add(tagged, list(ids))
    else if (ids.length === 0) add('f.tag_count = 0')
    else add(`(f.tag_count = 0 OR ${tagged})`, list(ids))
  }
  if (filter.colors.length > 0) add(`f.color ${WITHIN}`, list(filter.colors))
  if (filter.languages.length > 0) {
    const languages = list(filter.languages)
    add(`(f.language ${WITHIN} OR f.mirror_language ${WITHIN})`, languages, languages)
  }
  if (filter.speakerIds.length > 0) add(`f.speaker_id ${WITHIN}`, list(filter.speakerIds))
  if (filter.articleIds.length > 0) add(...inArticles(filter.articleIds))
  if (filter.pairIds.length > 0) add(...inArticles(listArticlesOfPairs(db, filter.pairIds)))
  if (filter.dateFrom !== null) add('f.date >= ?', filter.dateFrom)
  if (filter.dateTo !== null) add('substr(f.date, 1, length(?)) <= ?', filter.dateTo, filter.dateTo)
  if (filter.states.length > 0) {
    add(`f.doubt ${WITHIN}`, list(filter.states.map((state) => ANCHOR_STATES.indexOf(state))))
  }
  if (filter.hasNote !== null) add('f.has_note = ?', filter.hasNote ? 1 : 0)
  for (const word of searchWords(filter.text)) {
    const patterns = [...new Set([word, word.normalize('NFKC')])].map(likePattern)
    add(`(${patterns.map(() => "f.text LIKE ? ESCAPE '\\'").join(' OR ')})`, ...patterns)
  }
  for (const key of filter.within) add(...atKey(key))

  return { sql: ['+f.shown = 1', ...parts].join(' AND '), params, isNarrowed: parts.length > 0 }
}

function inArticles(ids: readonly ArticleId[]): [string, ...SqlValue[]] {
  return [`(f.article_id ${WITHIN} OR f.mirror_article_id ${WITHIN})`, list(ids), list(ids)]
}

function atKey({ by, key }: SurveyKey): [string, ...SqlValue[]] {
  switch (by) {
    case 'article':
      return ['f.article_id = ?', key]
    case 'tag':
      return key === null
        ? ['f.tag_count = 0']
        : ['f.highlight_id IN (SELECT highlight_id FROM highlight_tags WHERE tag_id = ?)', key]
    case 'color':
      return ['f.color = ?', Number(key)]
    case 'speaker':
      return key === null ? ['f.speaker_id IS NULL'] : ['f.speaker_id = ?', key]
    case 'month':
      return key === null ? ['f.date IS NULL'] : ['substr(f.date, 1, 7) = ?', key]
    case 'year':
      return key === null ? ['f.date IS NULL'] : ['substr(f.date, 1, 4) = ?', key]
    case 'language':
      return ['(f.language = ? OR f.mirror_language = ?)', key, key]
  }
}

function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/gu, '\\$&')}%`
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

function listArticlesOfPairs(db: ReadDb, ids: readonly PairId[]): ArticleId[] {
  return db
    .all<{ left: ArticleId; right: ArticleId }>(
      `SELECT left_article_id AS left, right_article_id AS right FROM pairs WHERE id ${WITHIN}`,
      [list(ids)],
    )
    .flatMap(({ left, right }) => [left, right])
}
