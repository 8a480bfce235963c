import type { AlignedBead, Aligner, AlignSegment, AlignSide } from './aligner.ts'
import { numbersIn, sharedNumbers } from './number-evidence.ts'

/** How many segments of either side a bead may take, and −ln of how often such beads occur (Gale & Church 1993, table 5). */
const BEAD_TYPES = [
  { left: 1, right: 1, cost: -Math.log(0.89) },
  { left: 1, right: 0, cost: -Math.log(0.00495) },
  { left: 0, right: 1, cost: -Math.log(0.00495) },
  { left: 2, right: 1, cost: -Math.log(0.0445) },
  { left: 1, right: 2, cost: -Math.log(0.0445) },
  { left: 2, right: 2, cost: -Math.log(0.011) },
] as const

/** Variance of one side's length per character of the other (Gale & Church 1993, section 4.2.1, rounded). */
const VARIANCE = 6
/** The spread of log ratios of lengths that is still usual between Chinese and English sentences. */
const RATIO_SPREAD = 0.45
/** Added to lengths before their ratio is taken, so that short sentences are not judged too hard. Characters. */
const RATIO_PADDING = 8
/** What a bead of fitting lengths is worth against the prior of its type. */
const LENGTH_WEIGHT = 2
/** Charged for every paragraph break inside a bead: translators seldom join across one. */
const BREAK_COST = 3
/** Charged when one side's paragraph ends with the bead and the other's goes on. */
const END_COST = 1
/** What a number that stands on both sides is worth. */
const NUMBER_WORTH = 2
/** Charged when a heading would face running text. */
const KIND_COST = 5
/** How far from the diagonal the search goes, in segments: what makes it linear. */
const BAND = 200
/** A cost no path has. */
const NEVER = Number.POSITIVE_INFINITY

/**
 * Aligns by sentence lengths (after W. Gale & K. Church, “A program for aligning sentences in bilingual
 * corpora”, Computational Linguistics 19, 1993), with paragraph breaks, headings and numbers as further
 * evidence. The ratio of lengths is the documents' own. Time and memory grow with the longer side.
 */
export const alignByLength: Aligner = ({ left, right }, progress) => {
  const table = fill(left, right, progress)
  return trace(table, left.segments.length, right.segments.length)
}

/** For each pair of prefixes inside the band: which bead type ends there on the cheapest path. */
interface Table {
  readonly width: number
  /** The first right index of each row of the band. */
  readonly offsets: Int32Array
  readonly types: Int8Array
}

function cumulative(
  segments: readonly AlignSegment[],
  measure: (segment: AlignSegment) => number,
): Float64Array {
  const sums = new Float64Array(segments.length + 1)
  for (const [index, segment] of segments.entries()) sums[index + 1] = (sums[index] ?? 0) + measure(segment)
  return sums
}

const lengthOf = (segment: AlignSegment): number => segment.text.trim().length
const isHeading = (segment: AlignSegment | undefined): boolean =>
  segment?.kind === 'title' || segment?.kind === 'heading'

/** Whether a block ends with each segment. */
function blockEnds(segments: readonly AlignSegment[]): boolean[] {
  return segments.map((_, index) => segments[index + 1]?.opensBlock ?? true)
}

function fill(left: AlignSide, right: AlignSide, progress: (done: number, total: number) => void): Table {
  const rows = left.segments.length
  const columns = right.segments.length
  const leftLengths = cumulative(left.segments, lengthOf)
  const rightLengths = cumulative(right.segments, lengthOf)
  const leftOpenings = cumulative(left.segments, (segment) => (segment.opensBlock ? 1 : 0))
  const rightOpenings = cumulative(right.segments, (segment) => (segment.opensBlock ? 1 : 0))
  const ratio = (at(rightLengths, columns) + 1) / (at(leftLengths, rows) + 1)

  // Where one side is many times longer, every row has to pass its share of columns.
  const widest = Math.max(2 * BAND + 1, Math.ceil((columns + 1 + rows) / (rows + 1)) + 1)
  const width = Math.min(columns + 1, widest)
  const offsets = placeBand(leftLengths, rightLengths, width)
  const types = new Int8Array((rows + 1) * width).fill(-1)
  // Only the last rows are ever looked back at, as far as the longest bead reaches.
  const costs = [0, 1, 2].map(() => new Float64Array(width).fill(NEVER))

  const costBefore = (row: number, column: number): number => {
    const place = column - at(offsets, row)
    return place < 0 || place >= width ? NEVER : (costs[row % 3]?.[place] ?? NEVER)
  }
  const leftEnds = blockEnds(left.segments)
  const rightEnds = blockEnds(right.segments)
  const leftNumbers = left.segments.map((segment) => numbersIn(segment.text))
  const rightNumbers = right.segments.map((segment) => numbersIn(segment.text))

  const beadCost = (row: number, column: number, type: (typeof BEAD_TYPES)[number]): number => {
    if (type.left === 0 || type.right === 0) return type.cost
    const [fromRow, fromColumn] = [row - type.left, column - type.right]
    const lengths = lengthCost(
      at(leftLengths, row) - at(leftLengths, fromRow),
      at(rightLengths, column) - at(rightLengths, fromColumn),
      ratio,
    )
    let cost = type.cost + LENGTH_WEIGHT * lengths
    // The first segment of a bead may open a block; a further one that does is a break inside it.
    if (type.left === 2) cost += BREAK_COST * (at(leftOpenings, row) - at(leftOpenings, row - 1))
    if (type.right === 2) cost += BREAK_COST * (at(rightOpenings, column) - at(rightOpenings, column - 1))
    if (leftEnds[row - 1] !== rightEnds[column - 1]) cost += END_COST
    if (isHeading(left.segments[fromRow]) !== isHeading(right.segments[fromColumn])) cost += KIND_COST
    const [ours, theirs] = [
      leftNumbers.slice(fromRow, row).flat(),
      rightNumbers.slice(fromColumn, column).flat(),
    ]
    if (ours.length > 0 && theirs.length > 0) cost -= NUMBER_WORTH * sharedNumbers(ours, theirs)
    return cost
  }

  for (let row = 0; row <= rows; row += 1) {
    const here = costs[row % 3]
    if (here === undefined) break
    here.fill(NEVER)
    const offset = at(offsets, row)
    for (let place = 0; place < width; place += 1) {
      const column = offset + place
      if (column > columns) break
      if (row === 0 && column === 0) {
        here[place] = 0
        continue
      }
      for (const [index, type] of BEAD_TYPES.entries()) {
        if (row < type.left || column < type.right) continue
        const before = costBefore(row - type.left, column - type.right)
        if (before === NEVER) continue
        const cost = before + beadCost(row, column, type)
        if (cost < at(here, place)) {
          here[place] = cost
          types[row * width + place] = index
        }
      }
    }
    if (row % 256 === 0) progress(row, rows)
  }
  return { width, offsets, types }
}

function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0
}

/**
 * The band follows the share of text passed rather than the share of segments. Its ends hold both corners,
 * and it never moves so fast from row to row that a path could not follow.
 */
function placeBand(leftLengths: Float64Array, rightLengths: Float64Array, width: number): Int32Array {
  const rows = leftLengths.length - 1
  const columns = rightLengths.length - 1
  const total = { left: at(leftLengths, rows) || 1, right: at(rightLengths, columns) || 1 }
  const offsets = new Int32Array(rows + 1)
  let column = 0
  for (let row = 0; row <= rows; row += 1) {
    const share = at(leftLengths, row) / total.left
    while (column < columns && at(rightLengths, column) / total.right < share) column += 1
    const wanted = Math.max(0, Math.min(column - Math.floor(width / 2), columns + 1 - width))
    // Neighbouring rows must overlap, or no path could cross from one to the next.
    const previous = row === 0 ? 0 : at(offsets, row - 1)
    offsets[row] = row === 0 ? 0 : Math.max(previous, Math.min(wanted, previous + width - 1))
  }
  // Coming from the far corner, let the last rows reach it.
  offsets[rows] = Math.max(at(offsets, rows), columns + 1 - width)
  for (let row = rows - 1; row >= 0; row -= 1) {
    offsets[row] = Math.max(at(offsets, row), at(offsets, row + 1) - (width - 1))
  }
  return offsets
}

/**
 * How ill two lengths fit: the squared deviation of Gale and Church and the squared log ratio, which judges
 * long sentences by their proportion; both in units of what is usual, −1 when they fit perfectly.
 */
function lengthCost(left: number, right: number, ratio: number): number {
  const mean = (left + right / ratio) / 2
  if (mean === 0) return 0
  const deviation = (right - left * ratio) / Math.sqrt(mean * VARIANCE * ratio * ratio)
  const logRatio = Math.log((right + RATIO_PADDING) / (left * ratio + RATIO_PADDING)) / RATIO_SPREAD
  return (deviation * deviation + logRatio * logRatio) / 4 - 1
}

function trace(table: Table, rows: number, columns: number): AlignedBead[] {
  const beads: AlignedBead[] = []
  let [row, column] = [rows, columns]
  while (row > 0 || column > 0) {
    const place = column - at(table.offsets, row)
    const type = BEAD_TYPES[table.types[row * table.width + place] ?? -1]
    if (type === undefined) throw new Error('the band broke off')
    beads.push({ left: [row - type.left, row], right: [column - type.right, column], confidence: null })
    row -= type.left
    column -= type.right
  }
  return beads.toReversed()
}
