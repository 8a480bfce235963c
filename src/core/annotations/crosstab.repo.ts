import type { AnnotationFilter, Crosstab } from '../../shared/contract/schemas/survey.ts'
import type { CrosstabColumn } from '../../shared/domain/highlight-survey.ts'
import type { TagId } from '../../shared/domain/ids.ts'
import type { ReadDb } from '../store/handles.ts'
import { listTags } from '../tags/tags.repo.ts'
import { findNumbers, period } from './facts-condition.ts'
import { Numbering, type FactsTable } from './facts-table.ts'
import { labelKeys } from './survey.repo.ts'

/** For each highlight's number that of its column, and what the columns' numbers stand for: of a mirrored one, both languages. */
interface Columns {
  readonly of: (id: number) => number
  readonly keys: (column: number) => readonly (string | null)[]
}

function columnsOf(table: FactsTable, by: CrosstabColumn): Columns {
  const { articles, mirrors, speakers, articleList } = table
  if (by === 'speaker') return { of: (id) => speakers[id] ?? 0, keys: (at) => [table.speakerIds.keys[at] ?? null] }
  const words = new Numbering()
  const ofArticle = Int32Array.from(articleList, (article) =>
    words.of(article === null ? null : by === 'language' ? article.language : period(article, by)),
  )
  const word = (at: number): string | null => words.keys[at] ?? null
  if (by !== 'language') return { of: (id) => ofArticle[articles[id] ?? 0] ?? 0, keys: (at) => [word(at)] }
  const { size } = words
  return {
    of(id) {
      const [own, other] = [ofArticle[articles[id] ?? 0] ?? 0, ofArticle[mirrors[id] ?? 0] ?? 0]
      return own + (other === own ? 0 : other * size)
    },
    keys: (at) => (at < size ? [word(at)] : [word(at % size), word(Math.floor(at / size))]),
  }
}

/**
 * Tags, each with those below it, against another dimension: highlights counted by the set of their tags, which are
 * few, and by column; then who is above whom is settled for each set.
 */
export function readCrosstab(
  db: ReadDb,
  table: FactsTable,
  filter: AnnotationFilter,
  columns: CrosstabColumn,
): Crosstab {
  const { tagSets, tagSetList } = table
  const column = columnsOf(table, columns)
  const sets = tagSetList.length
  /** By the number of the column times that of sets, and the number of the set. */
  const counts = new Map<number, number>()
  for (const id of findNumbers(db, table, filter)) {
    const set = tagSets[id] ?? 0
    if (set > 0) raise(counts, column.of(id) * sets + set, 1)
  }
  const tags = listTags(db)
  const parents = new Map(tags.map(({ id, parentId }) => [id, parentId]))
  const rowTotals = new Map<TagId, number>()
  const columnTotals = new Map<string | null, number>()
  const cells = new Map<TagId, Map<string | null, number>>()
  let total = 0
  for (const [at, count] of counts) {
    total += count
    const keys = column.keys(Math.floor(at / sets))
    for (const each of keys) raise(columnTotals, each, count)
    for (const tagId of withAbove(tagSetList[at % sets] ?? [], parents)) {
      raise(rowTotals, tagId, count)
      const row = cells.get(tagId) ?? new Map<string | null, number>()
      cells.set(tagId, row)
      for (const each of keys) raise(row, each, count)
    }
  }
  const labels = labelKeys(db, columns, [...columnTotals.keys()])
  return {
    rows: tags.flatMap(({ id, path }) => {
      const count = rowTotals.get(id)
      return count === undefined ? [] : [{ tagId: id, path, depth: depthOf(id, parents), total: count }]
    }),
    columns: [...columnTotals]
      .toSorted(([a], [b]) => compareKeys(a, b))
      .map(([key, count]) => ({ key, label: labels.get(key) ?? null, total: count })),
    cells: [...cells].flatMap(([tagId, row]) => [...row].map(([key, count]) => ({ tagId, key, count }))),
    total,
  }
}

/** Nothing comes last. */
function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : a > b ? 1 : 0
}

function raise<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

type Parents = ReadonlyMap<TagId, TagId | null>

function withAbove(ids: readonly TagId[], parents: Parents): Set<TagId> {
  const found = new Set<TagId>()
  for (const id of ids) {
    let at: TagId | null = id
    while (at !== null && !found.has(at)) {
      found.add(at)
      at = parents.get(at) ?? null
    }
  }
  return found
}

function depthOf(id: TagId, parents: Parents): number {
  const parent = parents.get(id) ?? null
  return parent === null ? 0 : 1 + depthOf(parent, parents)
}
