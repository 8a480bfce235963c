import type { CapturedTable, RowChange } from './capture.ts'

/**
 * Two runs of changes as one: what lies between is forgotten, and rows that end as they began fall away.
 * Rows keep the order of their first change, which is right as long as the runs make no new references
 * between rows they share (notes being typed don't).
 */
export function composeChanges(
  tables: ReadonlyMap<string, CapturedTable>,
  first: readonly RowChange[],
  second: readonly RowChange[],
): RowChange[] {
  const composed = new Map<string, RowChange>()
  for (const change of [...first, ...second]) {
    const key = rowKey(tables, change)
    const earlier = composed.get(key)
    composed.set(key, earlier === undefined ? change : { ...change, before: earlier.before })
  }
  return [...composed.values()].filter((change) => change.before !== change.after)
}

function rowKey(tables: ReadonlyMap<string, CapturedTable>, change: RowChange): string {
  const row = JSON.parse(change.after ?? change.before ?? '{}') as Record<string, unknown>
  const key = tables.get(change.table)?.key.map((column) => row[column])
  return JSON.stringify([change.table, key])
}
