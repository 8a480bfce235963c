import { RENDERED } from './lexical-evidence.ts'
import type { SideTokens } from './tokens.ts'
import { withBackward, type TranslationTable } from './translation-table.ts'

/** Two stretches of words that say the same, as types of the two sides; a type of -1 is a word neither text has. */
export interface TrainingPair {
  readonly rows: ArrayLike<number>
  readonly columns: ArrayLike<number>
  /** What the pair counts; 1 for a bead the aligner found. */
  readonly weight: number
}

export interface LearningModel {
  readonly rows: SideTokens
  readonly columns: SideTokens
  readonly columnBackground: Float32Array
}

/** α: the lexicon counts as much as this many sightings of a word. */
const LEXICON_WORTH = 10
/** How much of a word's renderings is expected outside the lexicon before anything has been seen. */
const OPEN = 0.1
const ROUNDS = 4
/** What a word pair must have been seen together before it counts: one bead is no proof of its own words. */
const DISCOUNT = 1
/** Learnt renderings less likely than this are noise. */
const LEAST = 0.01
/** The same for renderings of the lexicon. */
const LEAST_KNOWN = 0.003
/** Pairs of very long stretches teach little and cost much. */
const MOST_PRODUCT = 40_000

/**
 * Re-estimates how words are rendered from beads found before: expectation–maximisation of IBM model 1 (Brown et
 * al. 1993) with the lexicon as a Dirichlet prior, t(e|z) = (α·t₀(e|z) + c(z,e)) / (α + c(z)). What is learnt
 * judges the beads it was learnt from, so the last counts are discounted (Ney, Essen & Kneser 1994).
 */
export function learnTranslations(
  seed: TranslationTable,
  model: LearningModel,
  pairs: readonly TrainingPair[],
): TranslationTable {
  const { rows, columns, columnBackground } = model
  const cells = new CellIndex(seed, columns.keys.length)
  const usable = pairs.filter((pair) => pair.rows.length * pair.columns.length <= MOST_PRODUCT)
  const sightings = listSightings(usable, cells)
  const size = cells.size
  const prior = cells.prior()
  const current = new Float64Array(size)
  for (let cell = 0; cell < size; cell += 1) {
    current[cell] = (1 - OPEN) * (prior[cell] ?? 0) + OPEN * (columnBackground[cells.column(cell)] ?? 0)
  }
  const counts = new Float64Array(size)
  const rowTotals = new Float64Array(rows.keys.length)
  for (let round = 0; round < ROUNDS; round += 1) {
    counts.fill(0)
    rowTotals.fill(0)
    let place = 0
    for (const pair of usable) {
      const height = pair.rows.length
      for (let other = 0; other < pair.columns.length; other += 1) {
        const type = pair.columns[other] ?? -1
        if (type < 0) continue
        let sum = 0
        for (let word = 0; word < height; word += 1) {
          const cell = sightings[place + word] ?? -1
          if (cell >= 0) sum += current[cell] ?? 0
        }
        const all = sum * RENDERED + (1 - RENDERED) * height * (columnBackground[type] ?? 0)
        const scale = all > 0 ? (pair.weight * RENDERED) / all : 0
        for (let word = 0; word < height; word += 1) {
          const cell = sightings[place + word] ?? -1
          if (cell < 0) continue
          const expected = scale * (current[cell] ?? 0)
          counts[cell] = (counts[cell] ?? 0) + expected
          const row = pair.rows[word] ?? 0
          rowTotals[row] = (rowTotals[row] ?? 0) + expected
        }
        place += height
      }
    }
    const discount = round === ROUNDS - 1 ? DISCOUNT : 0
    for (let cell = 0; cell < size; cell += 1) {
      const total = LEXICON_WORTH + (rowTotals[cells.row(cell)] ?? 0)
      const seen = Math.max(0, (counts[cell] ?? 0) - discount)
      current[cell] = (LEXICON_WORTH * (prior[cell] ?? 0) + seen) / total
    }
  }
  return withBackward(cells.table(current, rows.keys.length), rows.counts, columns.counts)
}

/** For every column word of every pair, in order, the cells it has with the pair's row words. */
function listSightings(pairs: readonly TrainingPair[], cells: CellIndex): Int32Array {
  let size = 0
  for (const pair of pairs) {
    for (let other = 0; other < pair.columns.length; other += 1) {
      if ((pair.columns[other] ?? -1) >= 0) size += pair.rows.length
    }
  }
  const sightings = new Int32Array(size)
  let place = 0
  for (const pair of pairs) {
    for (let other = 0; other < pair.columns.length; other += 1) {
      const column = pair.columns[other] ?? -1
      if (column < 0) continue
      for (let word = 0; word < pair.rows.length; word += 1) {
        const row = pair.rows[word] ?? -1
        sightings[place] = row < 0 ? -1 : cells.find(row, column)
        place += 1
      }
    }
  }
  return sightings
}

/** The pairs of types that were seen together or stand in the lexicon, numbered: a hash table with open addressing. */
class CellIndex {
  #slots: Int32Array
  #rows: Uint32Array
  #columns: Uint32Array
  #prior: Float32Array
  size = 0

  constructor(seed: TranslationTable, columnTypes: number) {
    const room = Math.max(1 << 14, seed.columns.length * 2, columnTypes)
    // Room for what the beads will add, so that a text of usual length is not hashed anew again and again.
    this.#slots = new Int32Array(slotsFor(room)).fill(-1)
    this.#rows = new Uint32Array(room)
    this.#columns = new Uint32Array(room)
    this.#prior = new Float32Array(room)
    for (let row = 0; row + 1 < seed.starts.length; row += 1) {
      for (let entry = seed.starts[row] ?? 0; entry < (seed.starts[row + 1] ?? 0); entry += 1) {
        const cell = this.find(row, seed.columns[entry] ?? 0)
        this.#prior[cell] = seed.forward[entry] ?? 0
      }
    }
  }

  row(cell: number): number {
    return this.#rows[cell] ?? 0
  }

  column(cell: number): number {
    return this.#columns[cell] ?? 0
  }

  prior(): Float32Array {
    return this.#prior
  }

  /** The number of a pair of types, a new one where it has none. */
  find(row: number, column: number): number {
    const mask = this.#slots.length - 1
    let slot = hash(row, column) & mask
    for (;;) {
      const cell = this.#slots[slot] ?? -1
      if (cell < 0) break
      if (this.#rows[cell] === row && this.#columns[cell] === column) return cell
      slot = (slot + 1) & mask
    }
    const cell = this.size
    if (cell === this.#rows.length) this.#growCells()
    this.#rows[cell] = row
    this.#columns[cell] = column
    this.#slots[slot] = cell
    this.size += 1
    if (this.size * 2 > this.#slots.length) this.#growSlots()
    return cell
  }

  /** The cells worth keeping, as a table. */
  table(values: Float64Array, rowTypes: number): Pick<TranslationTable, 'starts' | 'columns' | 'forward'> {
    const keeps = (cell: number): boolean =>
      (values[cell] ?? 0) >= ((this.#prior[cell] ?? 0) > 0 ? LEAST_KNOWN : LEAST)
    const starts = new Uint32Array(rowTypes + 1)
    for (let cell = 0; cell < this.size; cell += 1) {
      const row = this.row(cell)
      if (keeps(cell)) starts[row + 1] = (starts[row + 1] ?? 0) + 1
    }
    for (let row = 0; row < rowTypes; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0)
    const columns = new Uint32Array(starts[rowTypes] ?? 0)
    const forward = new Float32Array(columns.length)
    const next = starts.slice()
    for (let cell = 0; cell < this.size; cell += 1) {
      if (!keeps(cell)) continue
      const place = next[this.row(cell)] ?? 0
      columns[place] = this.column(cell)
      forward[place] = values[cell] ?? 0
      next[this.row(cell)] = place + 1
    }
    return { starts, columns, forward }
  }

  #growCells(): void {
    const room = this.#rows.length * 2
    const [rows, columns, prior] = [new Uint32Array(room), new Uint32Array(room), new Float32Array(room)]
    rows.set(this.#rows)
    columns.set(this.#columns)
    prior.set(this.#prior)
    this.#rows = rows
    this.#columns = columns
    this.#prior = prior
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1)
    const mask = slots.length - 1
    for (let cell = 0; cell < this.size; cell += 1) {
      let slot = hash(this.row(cell), this.column(cell)) & mask
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask
      slots[slot] = cell
    }
    this.#slots = slots
  }
}

/** A power of two, at least twice as many as the cells. */
function slotsFor(cells: number): number {
  return 2 ** Math.ceil(Math.log2(cells * 2))
}

/** Mixes two numbers (after Knuth's multiplicative hashing). */
function hash(row: number, column: number): number {
  const mixed = Math.imul(row, 0x9e3779b1) ^ Math.imul(column, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
