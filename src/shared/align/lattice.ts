import type { Band } from './band.ts'
import { BEAD_TYPES, HEIGHTS, WIDTHS } from './bead-types.ts'

/** A bead the search may choose: of which type, and where it begins. */
export interface Candidate {
  readonly type: number
  readonly row: number
  readonly column: number
}

/**
 * The beads that remain after a rough search, in the order of the nodes they begin at. Every one lies on some
 * way from corner to corner.
 */
export interface Lattice {
  readonly band: Band
  readonly types: Uint8Array
  readonly rows: Uint32Array
  readonly columns: Uint32Array
  /** Numbers of the nodes a bead goes from and to. */
  readonly from: Uint32Array
  readonly to: Uint32Array
}

/** The score of a bead in nats; the higher the likelier. */
export type BeadScore = (row: number, column: number, type: number) => number

const NEVER = -Infinity
const TYPES = BEAD_TYPES.length

/** Where `(row, column)` stands among the band's nodes; -1 outside. */
export function nodeAt(band: Band, row: number, column: number): number {
  if (row > band.to.row) return -1
  const index = row - band.from.row
  const low = band.low[index] ?? 0
  if (column < low || column > (band.high[index] ?? 0)) return -1
  return (band.nodeStarts[index] ?? 0) + column - low
}

/**
 * Scores every bead of the band and keeps those that lie on a path whose score comes within `margin` nats of
 * the best path's (max-marginal pruning).
 */
export function pruneBeads(band: Band, score: BeadScore, margin: number): Lattice {
  const nodes = band.nodeStarts[band.nodeStarts.length - 1] ?? 0
  const scores = new Float32Array(nodes * TYPES).fill(NEVER)
  const ahead = new Float64Array(nodes).fill(NEVER)
  const behind = new Float64Array(nodes).fill(NEVER)
  ahead[0] = 0
  const rowCount = band.to.row - band.from.row
  for (let index = 0; index <= rowCount; index += 1) {
    const row = band.from.row + index
    const start = band.nodeStarts[index] ?? 0
    const low = band.low[index] ?? 0
    for (let node = start; node < (band.nodeStarts[index + 1] ?? 0); node += 1) {
      const reached = ahead[node] ?? NEVER
      if (reached === NEVER) continue
      const column = low + node - start
      for (let type = 0; type < TYPES; type += 1) {
        const target = beadEnd(band, row, column, type)
        if (target < 0) continue
        const worth = score(row, column, type)
        scores[node * TYPES + type] = worth
        if (reached + worth > (ahead[target] ?? NEVER)) ahead[target] = reached + worth
      }
    }
  }
  const best = ahead[nodes - 1] ?? NEVER
  behind[nodes - 1] = 0
  const kept = new CandidateList()
  for (let index = rowCount; index >= 0; index -= 1) {
    const row = band.from.row + index
    const start = band.nodeStarts[index] ?? 0
    const low = band.low[index] ?? 0
    for (let node = (band.nodeStarts[index + 1] ?? 0) - 1; node >= start; node -= 1) {
      const reached = ahead[node] ?? NEVER
      if (reached === NEVER) continue
      const column = low + node - start
      for (let type = TYPES - 1; type >= 0; type -= 1) {
        const worth = scores[node * TYPES + type] ?? NEVER
        if (worth === NEVER) continue
        const target = beadEnd(band, row, column, type)
        const rest = worth + (behind[target] ?? NEVER)
        if (rest > (behind[node] ?? NEVER)) behind[node] = rest
        if (reached + rest >= best - margin) kept.push(type, row, column, node, target)
      }
    }
  }
  return kept.finish(band)
}

function beadEnd(band: Band, row: number, column: number, type: number): number {
  return nodeAt(band, row + (HEIGHTS[type] ?? 0), column + (WIDTHS[type] ?? 0))
}

class CandidateList {
  readonly #types: number[] = []
  readonly #rows: number[] = []
  readonly #columns: number[] = []
  readonly #from: number[] = []
  readonly #to: number[] = []

  push(type: number, row: number, column: number, from: number, to: number): void {
    this.#types.push(type)
    this.#rows.push(row)
    this.#columns.push(column)
    this.#from.push(from)
    this.#to.push(to)
  }

  /** They were found from the end of the texts to the beginning. */
  finish(band: Band): Lattice {
    return {
      band,
      types: Uint8Array.from(this.#types).toReversed(),
      rows: Uint32Array.from(this.#rows).toReversed(),
      columns: Uint32Array.from(this.#columns).toReversed(),
      from: Uint32Array.from(this.#from).toReversed(),
      to: Uint32Array.from(this.#to).toReversed(),
    }
  }
}

/** The best path, as places in the lattice, given each bead's score. */
export function bestPath(lattice: Lattice, scores: Float64Array): number[] {
  const { from, to, band } = lattice
  const nodes = band.nodeStarts[band.nodeStarts.length - 1] ?? 0
  const reached = new Float64Array(nodes).fill(NEVER)
  const through = new Int32Array(nodes).fill(-1)
  reached[0] = 0
  for (let bead = 0; bead < from.length; bead += 1) {
    const total = (reached[from[bead] ?? 0] ?? NEVER) + (scores[bead] ?? NEVER)
    const target = to[bead] ?? 0
    if (total > (reached[target] ?? NEVER)) {
      reached[target] = total
      through[target] = bead
    }
  }
  const path: number[] = []
  let node = nodes - 1
  while (node > 0) {
    const bead = through[node] ?? -1
    if (bead < 0) throw new Error('the lattice has no way through')
    path.push(bead)
    node = from[bead] ?? 0
  }
  return path.toReversed()
}

/** How likely each bead of the lattice is part of the right path: forward–backward over all paths (Rabiner 1989). */
export function posteriors(lattice: Lattice, scores: Float64Array): Float64Array {
  const { from, to, band } = lattice
  const nodes = band.nodeStarts[band.nodeStarts.length - 1] ?? 0
  const ahead = new Float64Array(nodes).fill(NEVER)
  const behind = new Float64Array(nodes).fill(NEVER)
  ahead[0] = 0
  behind[nodes - 1] = 0
  for (let bead = 0; bead < from.length; bead += 1) {
    const target = to[bead] ?? 0
    ahead[target] = addLogs(
      ahead[target] ?? NEVER,
      (ahead[from[bead] ?? 0] ?? NEVER) + (scores[bead] ?? NEVER),
    )
  }
  for (let bead = from.length - 1; bead >= 0; bead -= 1) {
    const source = from[bead] ?? 0
    behind[source] = addLogs(
      behind[source] ?? NEVER,
      (behind[to[bead] ?? 0] ?? NEVER) + (scores[bead] ?? NEVER),
    )
  }
  const all = ahead[nodes - 1] ?? 0
  return Float64Array.from(from, (source, bead) =>
    Math.exp((ahead[source] ?? NEVER) + (scores[bead] ?? NEVER) + (behind[to[bead] ?? 0] ?? NEVER) - all),
  )
}

/** ln(eᵃ + eᵇ). */
function addLogs(a: number, b: number): number {
  if (a === NEVER) return b
  if (b === NEVER) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
