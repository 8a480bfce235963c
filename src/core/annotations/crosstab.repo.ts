import type { AnnotationFilter, Crosstab } from '../../shared/contract/schemas/survey.ts'
import type { CrosstabColumn } from '../../shared/domain/highlight-survey.ts'
import type { TagId } from '../../shared/domain/ids.ts'
import type { ReadDb } from '../store/handles.ts'
import { listTagPaths, withAbove } from '../tags/tags.repo.ts'
import { findNumbers, period } from './facts-condition.ts'
import { Numbering, type FactsTable } from './facts-table.ts'
import { labelKeys, raise } from './survey.repo.ts'

interface Columns {
  readonly keys: readonly (string | null)[]
  /** For each highlight's number that of its column. */
  readonly of: (id: number) => number
  /** The same of its mirror, where that is in another; else -1. A mirrored highlight is in both its languages. */
  readonly also: (id: number) => number
}

function columnsOf(table: FactsTable, by: CrosstabColumn): Columns {
  const { articles, mirrors, speakers, articleList } = table
  const none = (): number => -1
  if (by === 'speaker') return { keys: table.speakerIds.keys, of: (id) => speakers[id] ?? 0, also: none }
  const words = new Numbering()
  const column = Int32Array.from(articleList, (article) =>
    words.of(article === null ? null : by === 'language' ? article.language : period(article, by)),
  )
  const of = (id: number): number => column[articles[id] ?? 0] ?? 0
  if (by !== 'language') return { keys: words.keys, of, also: none }
  return {
    keys: words.keys,
    of,
    also(id) {
      const other = column[mirrors[id] ?? 0] ?? 0
      return other === 0 || other === of(id) ? -1 : other
    },
  }
}

/** Tags, each with those below it, against another dimension. Each highlight is counted at each tag once. */
export function readCrosstab(
  db: ReadDb,
  table: FactsTable,
  filter: AnnotationFilter,
  columns: CrosstabColumn,
): Crosstab {
  const { tagSets, tagSetList } = table
  const { keys, of, also } = columnsOf(table, columns)
  const tags = listTagPaths(db)
  const parents = new Map(tags.map(({ id, parentId }) => [id, parentId]))
  const places = new Map(tags.map(({ id }, at) => [id, at]))
  const placesOfSets = tagSetList.map((set) =>
    [...withAbove(set, parents)].flatMap((id) => places.get(id) ?? []),
  )
  const rowTotals = new Uint32Array(tags.length)
  const columnTotals = new Uint32Array(keys.length)
  const cells = new Uint32Array(tags.length * keys.length)
  let total = 0
  for (const id of findNumbers(db, table, filter)) {
    const set = tagSets[id] ?? 0
    if (set === 0) continue
    const [column, other] = [of(id), also(id)]
    total += 1
    raise(columnTotals, column)
    if (other >= 0) raise(columnTotals, other)
    for (const row of placesOfSets[set] ?? []) {
      raise(rowTotals, row)
      raise(cells, row * keys.length + column)
      if (other >= 0) raise(cells, row * keys.length + other)
    }
  }
  const shown = keys
    .map((key, at) => ({ key, at, total: columnTotals[at] ?? 0 }))
    .filter((column) => column.total > 0)
  const labels = labelKeys(
    db,
    columns,
    shown.map(({ key }) => key),
  )
  return {
    rows: tags.flatMap(({ id, path }, at) => {
      const count = rowTotals[at] ?? 0
      return count === 0 ? [] : [{ tagId: id, path, depth: depthOf(id, parents), total: count }]
    }),
    columns: shown
      .toSorted((one, other) => compareKeys(one.key, other.key))
      .map(({ key, total: count }) => ({ key, label: labels.get(key) ?? null, total: count })),
    cells: tags.flatMap(({ id }, row) =>
      shown.flatMap(({ key, at }) => {
        const count = cells[row * keys.length + at] ?? 0
        return count === 0 ? [] : [{ tagId: id, key, count }]
      }),
    ),
    total,
  }
}

/** Nothing comes last. */
function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : a > b ? 1 : 0
}

type Parents = ReadonlyMap<TagId, TagId | null>

function depthOf(id: TagId, parents: Parents): number {
  const parent = parents.get(id) ?? null
  return parent === null ? 0 : 1 + depthOf(parent, parents)
}
