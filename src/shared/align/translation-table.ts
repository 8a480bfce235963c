/**
 * Which row words may be rendered by which column words, and how likely: the renderings of row type `z` are the
 * entries `[starts[z], starts[z + 1])`. Held as a sparse matrix, one row after another.
 */
export interface TranslationTable {
  readonly starts: Uint32Array
  readonly columns: Uint32Array
  /** t(e|z), the probability of column type `e` where row type `z` is rendered. */
  readonly forward: Float32Array
  /** r(z|e), the same the other way. */
  readonly backward: Float32Array
}

/** Renderings less likely than this are left out. */
const LEAST = 0.003

/** A row's renderings with their weights. */
export type Renderings = ReadonlyMap<number, number>

/**
 * Makes a table of weighted renderings. A row whose weights sum to more than 1 is divided by the sum. The way
 * back follows from Bayes' rule with the counts of the row types: r(z|e) = t·c(z) / max(1, Σ t·c(z), c(e)).
 */
export function makeTable(
  rows: readonly (Renderings | undefined)[],
  rowCounts: Float64Array,
  columnCounts: Float64Array,
): TranslationTable {
  const starts = new Uint32Array(rows.length + 1)
  const columns: number[] = []
  const forward: number[] = []
  for (const [row, renderings] of rows.entries()) {
    let sum = 0
    for (const weight of renderings?.values() ?? []) sum += weight
    const divisor = Math.max(1, sum)
    for (const [column, weight] of renderings ?? []) {
      if (weight / divisor < LEAST) continue
      columns.push(column)
      forward.push(weight / divisor)
    }
    starts[row + 1] = columns.length
  }
  const parts = { starts, columns: Uint32Array.from(columns), forward: Float32Array.from(forward) }
  return withBackward(parts, rowCounts, columnCounts)
}

/** Completes a table by r(z|e). */
export function withBackward(
  table: Pick<TranslationTable, 'starts' | 'columns' | 'forward'>,
  rowCounts: Float64Array,
  columnCounts: Float64Array,
): TranslationTable {
  const { starts, columns, forward } = table
  const expected = new Float64Array(columnCounts.length)
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const count = rowCounts[row] ?? 0
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1) {
      const column = columns[entry] ?? 0
      expected[column] = (expected[column] ?? 0) + (forward[entry] ?? 0) * count
    }
  }
  const backward = new Float32Array(forward.length)
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const count = rowCounts[row] ?? 0
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1) {
      const column = columns[entry] ?? 0
      const total = Math.max(1, expected[column] ?? 0, columnCounts[column] ?? 0)
      backward[entry] = ((forward[entry] ?? 0) * count) / total
    }
  }
  return { starts, columns, forward, backward }
}

/** The part of a table that concerns some row types (their old numbers, in their new order) and column types. */
export function selectTranslations(
  table: TranslationTable,
  rowOriginals: Uint32Array,
  columnsRenumbered: Int32Array,
  rowCounts: Float64Array,
  columnCounts: Float64Array,
): TranslationTable {
  const starts = new Uint32Array(rowOriginals.length + 1)
  const columns: number[] = []
  const forward: number[] = []
  for (const [row, original] of rowOriginals.entries()) {
    for (let entry = table.starts[original] ?? 0; entry < (table.starts[original + 1] ?? 0); entry += 1) {
      const column = columnsRenumbered[table.columns[entry] ?? 0] ?? -1
      if (column < 0) continue
      columns.push(column)
      forward.push(table.forward[entry] ?? 0)
    }
    starts[row + 1] = columns.length
  }
  const parts = { starts, columns: Uint32Array.from(columns), forward: Float32Array.from(forward) }
  return withBackward(parts, rowCounts, columnCounts)
}

/** Marks (by 1) the types of either side that something on the other side may render. */
export function typesWithRenderings(
  { starts, columns }: TranslationTable,
  columnTypes: number,
): { rowHasRenderings: Uint8Array; columnHasRenderings: Uint8Array } {
  const rowHasRenderings = new Uint8Array(starts.length - 1)
  const columnHasRenderings = new Uint8Array(columnTypes)
  for (let row = 0; row + 1 < starts.length; row += 1) {
    if ((starts[row] ?? 0) < (starts[row + 1] ?? 0)) rowHasRenderings[row] = 1
  }
  for (const column of columns) columnHasRenderings[column] = 1
  return { rowHasRenderings, columnHasRenderings }
}
