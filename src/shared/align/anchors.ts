import type { Corner } from './band.ts'
import type { SideTokens } from './tokens.ts'
import type { TranslationTable } from './translation-table.ts'

/** Words in a greater share of the segments than this, or in more segments, say little about which belong together. */
const MOST_SHARE = 0.04
const MOST_SEGMENTS = 60
const LEAST_CAP = 3
/** Renderings less likely than this are not followed. */
const LEAST_PROBABILITY = 0.05
/** How many candidates each row offers to the chain. */
const CANDIDATES = 4

/** The part of the grid to look in. */
export interface Region {
  readonly from: Corner
  readonly to: Corner
}

/**
 * Pairs of segments that share rare words, the heaviest chain that increases on both sides (Gale & Church's
 * path without lengths; the idea of anchors is Kay & Röscheisen's, 1993). An inverted index finds the
 * candidates and a Fenwick tree the chain, so that time grows with the text and not with its square.
 */
export function findAnchors(
  region: Region,
  rows: SideTokens,
  columns: SideTokens,
  table: TranslationTable,
): Corner[] {
  const candidates = findCandidates(region, rows, columns, table)
  return heaviestChain(region, candidates)
}

interface WeighedPair extends Corner {
  readonly weight: number
}

function findCandidates(
  { from, to }: Region,
  rows: SideTokens,
  columns: SideTokens,
  table: TranslationTable,
): WeighedPair[] {
  const rowCap = segmentCap(to.row - from.row)
  const columnCap = segmentCap(to.column - from.column)
  const rowIndex = indexSegments(rows, from.row, to.row)
  const columnIndex = indexSegments(columns, from.column, to.column)
  const width = to.column - from.column
  const scores = new Float64Array(width)
  const touched: number[] = []
  /** The row each type was last met in. */
  const seenIn = new Int32Array(rows.keys.length).fill(-1)
  const candidates: WeighedPair[] = []
  for (let row = from.row; row < to.row; row += 1) {
    for (let place = rows.starts[row] ?? 0; place < (rows.starts[row + 1] ?? 0); place += 1) {
      const type = rows.types[place] ?? 0
      if (seenIn[type] === row || postingCount(rowIndex, type) > rowCap) continue
      seenIn[type] = row
      for (let entry = table.starts[type] ?? 0; entry < (table.starts[type + 1] ?? 0); entry += 1) {
        const probability = Math.sqrt((table.forward[entry] ?? 0) * (table.backward[entry] ?? 0))
        if (probability < LEAST_PROBABILITY) continue
        const other = table.columns[entry] ?? 0
        const count = postingCount(columnIndex, other)
        if (count === 0 || count > columnCap) continue
        const worth = probability * Math.log((1 + width) / count)
        const end = columnIndex.starts[other + 1] ?? 0
        for (let posting = end - count; posting < end; posting += 1) {
          const column = columnIndex.segments[posting] ?? 0
          if (scores[column - from.column] === 0) touched.push(column)
          scores[column - from.column] = (scores[column - from.column] ?? 0) + worth
        }
      }
    }
    const words = (rows.starts[row + 1] ?? 0) - (rows.starts[row] ?? 0)
    const best: WeighedPair[] = []
    for (const column of touched) {
      const others = (columns.starts[column + 1] ?? 0) - (columns.starts[column] ?? 0)
      const weight = (scores[column - from.column] ?? 0) / Math.sqrt((4 + words) * (4 + others))
      insertBest(best, { row, column, weight })
    }
    candidates.push(...best)
    for (const column of touched) scores[column - from.column] = 0
    touched.length = 0
  }
  return candidates
}

/** Keeps the heaviest pairs, the heaviest first; of equals the one of the earlier column. */
function insertBest(best: WeighedPair[], pair: WeighedPair): void {
  let place = best.length
  while (place > 0 && isHeavier(pair, best[place - 1])) place -= 1
  if (place >= CANDIDATES) return
  best.splice(place, 0, pair)
  if (best.length > CANDIDATES) best.pop()
}

function isHeavier(pair: WeighedPair, than: WeighedPair | undefined): boolean {
  if (than === undefined) return true
  return pair.weight > than.weight || (pair.weight === than.weight && pair.column < than.column)
}

function segmentCap(segments: number): number {
  return Math.max(LEAST_CAP, Math.min(MOST_SEGMENTS, segments * MOST_SHARE))
}

interface SegmentIndex {
  readonly starts: Uint32Array
  readonly segments: Uint32Array
}

/** In which segments of a range each type occurs, each segment named once. */
function indexSegments(tokens: SideTokens, from: number, to: number): SegmentIndex {
  const starts = new Uint32Array(tokens.keys.length + 1)
  const last = new Int32Array(tokens.keys.length).fill(-1)
  const each = (visit: (type: number, segment: number) => void): void => {
    last.fill(-1)
    for (let segment = from; segment < to; segment += 1) {
      for (let place = tokens.starts[segment] ?? 0; place < (tokens.starts[segment + 1] ?? 0); place += 1) {
        const type = tokens.types[place] ?? 0
        if (last[type] === segment) continue
        last[type] = segment
        visit(type, segment)
      }
    }
  }
  each((type) => {
    starts[type + 1] = (starts[type + 1] ?? 0) + 1
  })
  for (let type = 0; type < tokens.keys.length; type += 1)
    starts[type + 1] = (starts[type + 1] ?? 0) + (starts[type] ?? 0)
  const segments = new Uint32Array(starts[tokens.keys.length] ?? 0)
  const next = starts.slice()
  each((type, segment) => {
    segments[next[type] ?? 0] = segment
    next[type] = (next[type] ?? 0) + 1
  })
  return { starts, segments }
}

/** In how many segments a type occurs. */
function postingCount(index: SegmentIndex, type: number): number {
  return (index.starts[type + 1] ?? 0) - (index.starts[type] ?? 0)
}

/** The chain of pairs, increasing on both sides, with the greatest sum of squared weights. */
function heaviestChain(region: Region, pairs: readonly WeighedPair[]): Corner[] {
  const width = region.to.column - region.from.column
  // Greatest sum of a chain that ends at or before a column (Fenwick 1994), and the pair it ends with.
  const sums = new Float64Array(width + 1)
  const ends = new Int32Array(width + 1).fill(-1)
  const before = new Int32Array(pairs.length).fill(-1)
  let row = -1
  let waiting: { place: number; sum: number; pair: number }[] = []
  const settle = (): void => {
    for (const { place, sum, pair } of waiting) {
      for (let node = place; node <= width; node += node & -node) {
        if (sum <= (sums[node] ?? 0)) continue
        sums[node] = sum
        ends[node] = pair
      }
    }
    waiting = []
  }
  for (const [index, pair] of pairs.entries()) {
    // Pairs of one row must not follow each other.
    if (pair.row !== row) settle()
    row = pair.row
    const column = pair.column - region.from.column
    let [sum, end] = [0, -1]
    for (let node = column; node > 0; node -= node & -node) {
      if ((sums[node] ?? 0) > sum) [sum, end] = [sums[node] ?? 0, ends[node] ?? -1]
    }
    before[index] = end
    waiting.push({ place: column + 1, sum: sum + pair.weight * pair.weight, pair: index })
  }
  settle()
  let [best, last] = [0, -1]
  for (let node = width; node > 0; node -= node & -node) {
    if ((sums[node] ?? 0) > best) [best, last] = [sums[node] ?? 0, ends[node] ?? -1]
  }
  const chain: Corner[] = []
  for (let pair = last; pair >= 0; pair = before[pair] ?? -1) {
    const found = pairs[pair]
    if (found !== undefined) chain.push({ row: found.row, column: found.column })
  }
  return chain.toReversed()
}
