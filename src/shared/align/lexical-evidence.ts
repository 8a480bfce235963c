import type { Band } from './band.ts'
import { MOST_COLUMNS, MOST_ROWS } from './bead-types.ts'
import type { PairEvidence } from './pair-evidence.ts'
import type { PairLinks } from './pair-links.ts'
import { tokenCount, type SideTokens } from './tokens.ts'

/** λ: how much of a text is rendered word by word rather than freely. */
export const RENDERED = 0.4
const LOG_FREE = Math.log(1 - RENDERED)
/** How far from its expected place a word may stand before it counts 1/e, in words. */
const REACH = 5
/** The same as a share of the bead lies between these: a word of a short bead may stand anywhere, nearly. */
const LEAST_STRICTNESS = 1.5
const MOST_STRICTNESS = 24
const STEPS = 512
/** exp(−d) for d up to 32. */
const FALLING = Float64Array.from({ length: 32 * STEPS + 1 }, (_, step) => Math.exp(-step / STEPS))
/** Products of many likelihoods are taken to their logarithm before they leave the range of doubles. */
const LARGE = 1e200

export interface LexicalModel {
  readonly rows: SideTokens
  readonly columns: SideTokens
  /** How likely each type is wherever it stands. */
  readonly rowBackground: Float32Array
  readonly columnBackground: Float32Array
  /** 1 for each type that something on the other side may render; the others say nothing by standing alone. */
  readonly rowHasRenderings: Uint8Array
  readonly columnHasRenderings: Uint8Array
}

/**
 * How much better two sides of a bead explain each other's words than chance does, in nats. Per column word e
 * ln(1−λ + λ·u(e) / (|Z|·p(e))) with u(e) = Σ t(e|z) over the bead's row words Z, and the same the other way:
 * IBM model 1 (Brown et al. 1993) against a background, as in Moore (2002). The exact score also weighs
 * every link by how well the words' places inside the bead agree: u(e) = Σ t(e|z)·exp(−τ|x−y|) / ν(y), where
 * ν(y) makes the mean weight 1; x and y are the words' relative places, τ grows with the bead so that the
 * reach is the same number of words in every bead.
 */
export function lexicalEvidence(band: Band, model: LexicalModel, links: PairLinks): PairEvidence {
  const columnsByRows = explainColumns(band, model, links)
  const rowsByColumns = explainRows(band, model, links)
  const cellAt = (row: number, column: number): number =>
    (band.cellStarts[row - band.from.row] ?? 0) + column - (band.cellLow[row - band.from.row] ?? 0)

  function rough(row: number, column: number, height: number, width: number): number {
    let sum = 0
    for (let other = 0; other < width; other += 1) {
      sum += columnsByRows[cellAt(row, column + other) * MOST_ROWS + height - 1] ?? 0
    }
    for (let other = 0; other < height; other += 1) {
      sum += rowsByColumns[cellAt(row + other, column) * MOST_COLUMNS + width - 1] ?? 0
    }
    return sum / 2
  }

  const place = placeLinks(band, model, links)
  return {
    rough,
    exact(row, column, height, width) {
      return rough(row, column, height, width) / 2 + place(row, column, height, width) / 4
    },
  }
}

/** For every cell and number of rows from there: how well the column's words are explained by those rows. */
function explainColumns(band: Band, model: LexicalModel, links: PairLinks): Float32Array {
  const cells = band.cellStarts[band.cellStarts.length - 1] ?? 0
  const scores = new Float32Array(cells * MOST_ROWS)
  const { rows, columns, columnBackground } = model
  const sums = new Float64Array(1024)
  const unlinked = unlinkedScores(columns, model.columnHasRenderings)
  const rowEnd = band.to.row
  for (let row = band.from.row; row < rowEnd; row += 1) {
    const index = row - band.from.row
    for (let column = band.cellLow[index] ?? 0; column < (band.cellHigh[index] ?? 0); column += 1) {
      const first = columns.starts[column] ?? 0
      const count = tokenCount(columns, column, column + 1)
      sums.fill(0, 0, count)
      let isLinked = false
      const cell = (band.cellStarts[index] ?? 0) + column - (band.cellLow[index] ?? 0)
      for (let height = 1; height <= MOST_ROWS && row + height <= rowEnd; height += 1) {
        const below = index + height - 1
        const low = band.cellLow[below] ?? 0
        if (column >= low && column < (band.cellHigh[below] ?? 0)) {
          const other = (band.cellStarts[below] ?? 0) + column - low
          for (let link = links.starts[other] ?? 0; link < (links.starts[other + 1] ?? 0); link += 1) {
            isLinked = true
            const word = links.columnWords[link] ?? 0
            sums[word] = (sums[word] ?? 0) + (links.forward[link] ?? 0)
          }
        }
        const words = tokenCount(rows, row, row + height)
        if (words === 0) continue
        scores[cell * MOST_ROWS + height - 1] = isLinked
          ? logOdds(sums, count, columns, first, columnBackground, words, model.columnHasRenderings)
          : (unlinked[column] ?? 0)
      }
    }
  }
  return scores
}

/** The same the other way: how well a row's words are explained by so many columns. */
function explainRows(band: Band, model: LexicalModel, links: PairLinks): Float32Array {
  const cells = band.cellStarts[band.cellStarts.length - 1] ?? 0
  const scores = new Float32Array(cells * MOST_COLUMNS)
  const { rows, columns, rowBackground } = model
  const sums = new Float64Array(1024)
  const unlinked = unlinkedScores(rows, model.rowHasRenderings)
  for (let row = band.from.row; row < band.to.row; row += 1) {
    const index = row - band.from.row
    const first = rows.starts[row] ?? 0
    const count = tokenCount(rows, row, row + 1)
    const high = band.cellHigh[index] ?? 0
    for (let column = band.cellLow[index] ?? 0; column < high; column += 1) {
      sums.fill(0, 0, count)
      let isLinked = false
      const cell = (band.cellStarts[index] ?? 0) + column - (band.cellLow[index] ?? 0)
      for (let width = 1; width <= MOST_COLUMNS && column + width <= high; width += 1) {
        const other = cell + width - 1
        for (let link = links.starts[other] ?? 0; link < (links.starts[other + 1] ?? 0); link += 1) {
          isLinked = true
          const word = links.rowWords[link] ?? 0
          sums[word] = (sums[word] ?? 0) + (links.backward[link] ?? 0)
        }
        const words = tokenCount(columns, column, column + width)
        if (words === 0) continue
        scores[cell * MOST_COLUMNS + width - 1] = isLinked
          ? logOdds(sums, count, rows, first, rowBackground, words, model.rowHasRenderings)
          : (unlinked[row] ?? 0)
      }
    }
  }
  return scores
}

/** By segment: what its words say of a bead none of whose other words renders any of them. */
function unlinkedScores(side: SideTokens, hasRenderings: Uint8Array): Float64Array {
  const scores = new Float64Array(side.starts.length - 1)
  for (let segment = 0; segment < scores.length; segment += 1) {
    let free = 0
    const end = side.starts[segment + 1] ?? 0
    for (let place = side.starts[segment] ?? 0; place < end; place += 1) {
      free += hasRenderings[side.types[place] ?? 0] ?? 0
    }
    scores[segment] = free * LOG_FREE
  }
  return scores
}

/** Σ ln(1−λ + λ·u/(n·p)) over the words from `first`, n the number of words that explain them. */
function logOdds(
  sums: Float64Array,
  count: number,
  side: SideTokens,
  first: number,
  background: Float32Array,
  explaining: number,
  hasRenderings: Uint8Array,
): number {
  if (explaining === 0) return 0
  const scale = RENDERED / explaining
  let free = 0
  let log = 0
  let product = 1
  for (let word = 0; word < count; word += 1) {
    const sum = sums[word] ?? 0
    if (sum === 0) {
      free += hasRenderings[side.types[first + word] ?? 0] ?? 0
      continue
    }
    product *= 1 - RENDERED + (scale * sum) / (background[side.types[first + word] ?? 0] ?? 1)
    if (product > LARGE) {
      log += Math.log(product)
      product = 1
    }
  }
  return log + Math.log(product) + free * LOG_FREE
}

function falling(distance: number): number {
  return FALLING[Math.round(Math.abs(distance) * STEPS)] ?? 0
}

/** ν(y): the mean of exp(−τ|x−y|) over x from 0 to 1. */
function meanNearness(place: number, strictness: number): number {
  return (2 - falling(strictness * place) - falling(strictness * (1 - place))) / strictness
}

/** τ for a bead of so many words. */
function strictnessOf(rowCount: number, columnCount: number): number {
  return Math.max(LEAST_STRICTNESS, Math.min(MOST_STRICTNESS, Math.sqrt(rowCount * columnCount) / REACH))
}

type BeadScore = (row: number, column: number, height: number, width: number) => number

/** The sum of both directions with every link weighed by the words' places. */
function placeLinks(band: Band, model: LexicalModel, links: PairLinks): BeadScore {
  const { rows, columns, rowBackground, columnBackground } = model
  let rowSums = new Float64Array(1024)
  let columnSums = new Float64Array(1024)
  return (row, column, height, width) => {
    const rowFirst = rows.starts[row] ?? 0
    const columnFirst = columns.starts[column] ?? 0
    const rowCount = tokenCount(rows, row, row + height)
    const columnCount = tokenCount(columns, column, column + width)
    if (rowCount === 0 || columnCount === 0) return 0
    if (rowCount > rowSums.length) rowSums = new Float64Array(rowCount)
    if (columnCount > columnSums.length) columnSums = new Float64Array(columnCount)
    const strictness = strictnessOf(rowCount, columnCount)
    rowSums.fill(0, 0, rowCount)
    columnSums.fill(0, 0, columnCount)
    for (let down = 0; down < height; down += 1) {
      const index = row + down - band.from.row
      const rowOffset = (rows.starts[row + down] ?? 0) - rowFirst
      for (let across = 0; across < width; across += 1) {
        const columnOffset = (columns.starts[column + across] ?? 0) - columnFirst
        const cell = (band.cellStarts[index] ?? 0) + column + across - (band.cellLow[index] ?? 0)
        for (let link = links.starts[cell] ?? 0; link < (links.starts[cell + 1] ?? 0); link += 1) {
          const rowWord = rowOffset + (links.rowWords[link] ?? 0)
          const columnWord = columnOffset + (links.columnWords[link] ?? 0)
          const apart = (rowWord + 0.5) / rowCount - (columnWord + 0.5) / columnCount
          const near = falling(strictness * apart)
          columnSums[columnWord] = (columnSums[columnWord] ?? 0) + (links.forward[link] ?? 0) * near
          rowSums[rowWord] = (rowSums[rowWord] ?? 0) + (links.backward[link] ?? 0) * near
        }
      }
    }
    divideByMeans(columnSums, columnCount, strictness)
    divideByMeans(rowSums, rowCount, strictness)
    return (
      logOdds(
        columnSums,
        columnCount,
        columns,
        columnFirst,
        columnBackground,
        rowCount,
        model.columnHasRenderings,
      ) + logOdds(rowSums, rowCount, rows, rowFirst, rowBackground, columnCount, model.rowHasRenderings)
    )
  }
}

function divideByMeans(sums: Float64Array, count: number, strictness: number): void {
  for (let word = 0; word < count; word += 1) {
    const sum = sums[word] ?? 0
    if (sum > 0) sums[word] = sum / meanNearness((word + 0.5) / count, strictness)
  }
}
