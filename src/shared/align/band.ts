import { MOST_COLUMNS, MOST_ROWS } from './bead-types.ts'

/** A place in the grid: so many rows and so many columns are behind it. */
export interface Corner {
  readonly row: number
  readonly column: number
}

/**
 * The part of the grid a search looks at. Nodes are places between segments: at row `i` the columns `low[i]` to
 * `high[i]`, both included, `i` counted from `from.row`. Cells are pairs of segments; row `i` has those from
 * `cellLow[i]` up to, not including, `cellHigh[i]`: all that a bead between two nodes can touch.
 */
export interface Band {
  readonly from: Corner
  readonly to: Corner
  readonly low: Uint32Array
  readonly high: Uint32Array
  /** Number of the first node of each row; one more entry at the end. */
  readonly nodeStarts: Uint32Array
  readonly cellLow: Uint32Array
  readonly cellHigh: Uint32Array
  readonly cellStarts: Uint32Array
}

/** What the band wants to hold at one row, before it is made passable. */
export interface Reach {
  low: number
  high: number
}

/** Makes a band that holds what is wished for at each row, both corners, and a way from one to the other. */
export function makeBand(from: Corner, to: Corner, wished: (row: number) => Reach): Band {
  const rows = to.row - from.row
  const low = new Uint32Array(rows + 1)
  const high = new Uint32Array(rows + 1)
  for (let index = 0; index <= rows; index += 1) {
    const reach = wished(from.row + index)
    low[index] = clamp(Math.floor(reach.low), from.column, to.column)
    high[index] = clamp(Math.ceil(reach.high), from.column, to.column)
  }
  low[0] = from.column
  high[rows] = to.column
  // Neither edge may go back, or a path along it would be cut.
  for (let index = rows - 1; index >= 0; index -= 1)
    low[index] = Math.min(low[index] ?? 0, low[index + 1] ?? 0)
  for (let index = 1; index <= rows; index += 1)
    high[index] = Math.max(high[index] ?? 0, high[index - 1] ?? 0)
  // A row reaches at least to where the next one begins.
  for (let index = 0; index < rows; index += 1) high[index] = Math.max(high[index] ?? 0, low[index + 1] ?? 0)

  const cellLow = new Uint32Array(rows)
  const cellHigh = new Uint32Array(rows)
  for (let index = 0; index < rows; index += 1) {
    cellLow[index] = low[Math.max(0, index - MOST_ROWS + 1)] ?? 0
    cellHigh[index] = Math.min(to.column, (high[index] ?? 0) + MOST_COLUMNS)
  }
  return {
    from,
    to,
    low,
    high,
    nodeStarts: runningTotal(rows + 1, (index) => (high[index] ?? 0) - (low[index] ?? 0) + 1),
    cellLow,
    cellHigh,
    cellStarts: runningTotal(rows, (index) => (cellHigh[index] ?? 0) - (cellLow[index] ?? 0)),
  }
}

/** Half the least width of the first band. */
const HALF_WIDTH = 8
/** However far anchors lie apart, the band does not grow wider than this to either side. */
const WIDEST = 120

/** A band around anchors (pairs of segments, increasing): wide where they are far apart. */
export function bandAroundAnchors(from: Corner, to: Corner, anchors: readonly Corner[]): Band {
  const points = [from, ...anchors, to]
  let point = 0
  return makeBand(from, to, (row) => {
    while (point + 2 < points.length && (points[point + 1]?.row ?? 0) < row) point += 1
    const before = points[point] ?? from
    const after = points[point + 1] ?? to
    const span = Math.max(1, after.row - before.row)
    const share = clamp((row - before.row) / span, 0, 1)
    const centre = before.column + share * (after.column - before.column)
    const gap = Math.max(after.row - before.row, after.column - before.column)
    const half = Math.min(WIDEST, HALF_WIDTH + gap / 2)
    return { low: centre - half, high: centre + half }
  })
}

/** A band around a path of nodes from corner to corner. */
export function bandAroundPath(from: Corner, to: Corner, path: readonly Corner[], half: number): Band {
  const reaches: Reach[] = Array.from({ length: to.row - from.row + 1 }, () => ({ low: Infinity, high: -1 }))
  let previous = from
  for (const node of path) {
    for (let row = previous.row; row <= node.row; row += 1) {
      const reach = reaches[row - from.row]
      if (reach === undefined) continue
      reach.low = Math.min(reach.low, previous.column - half)
      reach.high = Math.max(reach.high, node.column + half)
    }
    previous = node
  }
  return makeBand(from, to, (row) => reaches[row - from.row] ?? { low: from.column, high: to.column })
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}

function runningTotal(count: number, size: (index: number) => number): Uint32Array {
  const totals = new Uint32Array(count + 1)
  for (let index = 0; index < count; index += 1) totals[index + 1] = (totals[index] ?? 0) + size(index)
  return totals
}
