/** How many segments of either side a bead takes. The first side is the one whose segments are the rows. */
export interface BeadType {
  readonly rows: number
  readonly columns: number
  /** Share of such beads in translations at large; refined by what a document shows. */
  readonly base: number
}

/**
 * The beads the search considers. The shares are rounded from reports on published corpora (Gale & Church
 * 1993, table 5; Xu et al. 2023 for novels) and are the same in both directions: a document decides its own.
 */
export const BEAD_TYPES: readonly BeadType[] = [
  { rows: 1, columns: 1, base: 0.72 },
  { rows: 1, columns: 0, base: 0.02 },
  { rows: 0, columns: 1, base: 0.02 },
  { rows: 2, columns: 1, base: 0.1 },
  { rows: 1, columns: 2, base: 0.1 },
  { rows: 3, columns: 1, base: 0.015 },
  { rows: 1, columns: 3, base: 0.015 },
  { rows: 2, columns: 2, base: 0.012 },
  { rows: 4, columns: 1, base: 0.004 },
  { rows: 1, columns: 4, base: 0.004 },
  { rows: 2, columns: 3, base: 0.003 },
  { rows: 3, columns: 2, base: 0.003 },
  { rows: 5, columns: 1, base: 0.0015 },
  { rows: 1, columns: 5, base: 0.0015 },
  { rows: 1, columns: 6, base: 0.0007 },
  { rows: 2, columns: 4, base: 0.001 },
  { rows: 4, columns: 2, base: 0.001 },
  { rows: 3, columns: 3, base: 0.001 },
]

/** How many segments a bead of each type takes of the rows and of the columns: quicker to read than the objects. */
export const HEIGHTS = Uint8Array.from(BEAD_TYPES, ({ rows }) => rows)
export const WIDTHS = Uint8Array.from(BEAD_TYPES, ({ columns }) => columns)

/** The side that a search sees as rows, or the one it sees as columns. */
export type Axis = 'rows' | 'columns'

/** By type: 1 for those that take at most one segment of the locked side, 0 for the others. All are 1 without a lock. */
export function allowedTypes(locked: Axis | null): Uint8Array {
  return Uint8Array.from(BEAD_TYPES, (type) => (locked === null || type[locked] <= 1 ? 1 : 0))
}

/** The most segments a bead takes of the rows' side and of the columns' side. */
export const MOST_ROWS = 5
export const MOST_COLUMNS = 6

const TYPE_BY_SHAPE = new Int8Array((MOST_ROWS + 1) * (MOST_COLUMNS + 1)).fill(-1)
for (const [index, { rows, columns }] of BEAD_TYPES.entries()) {
  TYPE_BY_SHAPE[rows * (MOST_COLUMNS + 1) + columns] = index
}

/** Where the shape stands in `BEAD_TYPES`; -1 for one the search does not consider. */
export function typeOfShape(rows: number, columns: number): number {
  if (rows > MOST_ROWS || columns > MOST_COLUMNS) return -1
  return TYPE_BY_SHAPE[rows * (MOST_COLUMNS + 1) + columns] ?? -1
}

/** A verdict worth this many beads stands behind the base shares. */
const BASE_WORTH = 30

/**
 * ln of each type's share: what was counted in the last pass, smoothed by the base shares as if thirty
 * further beads had shown those.
 */
export function logTypePriors(counts: ArrayLike<number>): Float64Array {
  let total = 0
  for (let type = 0; type < BEAD_TYPES.length; type += 1) total += counts[type] ?? 0
  return Float64Array.from(BEAD_TYPES, ({ base }, type) =>
    Math.log(((counts[type] ?? 0) + BASE_WORTH * base) / (total + BASE_WORTH)),
  )
}
