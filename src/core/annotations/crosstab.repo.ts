import type { AnnotationFilter, Crosstab } from '../../shared/contract/schemas/survey.ts'
import type { CrosstabColumn } from '../../shared/domain/highlight-survey.ts'
import type { TagId } from '../../shared/domain/ids.ts'
import type { ReadDb } from '../store/handles.ts'
import { listTags } from '../tags/tags.repo.ts'
import { factsCondition } from './facts-condition.ts'
import { labelKeys } from './survey.repo.ts'

/** A mirrored highlight is in both its languages. */
const KEYS: Readonly<Record<CrosstabColumn, string>> = {
  speaker: 'f.speaker_id',
  language:
    "f.language || CASE WHEN f.mirror_language <> f.language THEN ' ' || f.mirror_language ELSE '' END",
  month: 'substr(f.date, 1, 7)',
  year: 'substr(f.date, 1, 4)',
}

/**
 * Tags, each with those below it, against another dimension. SQL counts highlights by the set of their tags, which
 * are few; who is above whom is settled here, where it costs a tenth of counting distinct highlights for each tag.
 */
export function readCrosstab(db: ReadDb, filter: AnnotationFilter, columns: CrosstabColumn): Crosstab {
  const { sql, params } = factsCondition(db, filter)
  const sets = db.all<{ tags: string; key: string | null; count: number }>(
    `SELECT tags, key, count(*) AS count FROM (
       SELECT (SELECT group_concat(ht.tag_id, ' ') FROM highlight_tags AS ht
               WHERE ht.highlight_id = f.highlight_id) AS tags, ${KEYS[columns]} AS key
       FROM highlight_facts AS f WHERE ${sql} AND f.tag_count > 0
     ) GROUP BY tags, key`,
    params,
  )
  const tags = listTags(db)
  const parents = new Map(tags.map(({ id, parentId }) => [id, parentId]))
  const rowTotals = new Map<TagId, number>()
  const columnTotals = new Map<string | null, number>()
  const cells = new Map<TagId, Map<string | null, number>>()
  let total = 0
  for (const { tags: joined, key, count } of sets) {
    total += count
    const keys = columns === 'language' ? (key ?? '').split(' ') : [key]
    for (const each of keys) raise(columnTotals, each, count)
    for (const tagId of withAbove(joined.split(' ') as TagId[], parents)) {
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
