import type { BoundaryLabels } from './boundary-labels.ts'

/** One way of looking at the places between segments, on both sides. */
export interface BoundaryFamily {
  readonly rowLabels: BoundaryLabels
  readonly columnLabels: BoundaryLabels
  readonly rowClasses: number
  readonly columnClasses: number
}

/** A bead as a pass found it, and how sure it was of it. */
export interface FoundBead {
  readonly row: number
  readonly column: number
  /** How many row segments and column segments it takes. */
  readonly height: number
  readonly width: number
  /** From 0 to 1; what it teaches counts as much. */
  readonly posterior: number
  /** Whether a reader said so, rather than a pass. */
  readonly isVerified?: boolean
}

/** What the places at the end of a bead and inside it say for the bead, in nats. */
export type BoundaryScore = (row: number, column: number, height: number, width: number) => number

/** Chance stands behind every estimate as if this many beads had shown it. */
const CHANCE_WORTH = 10
/** The families are not independent of the words nor of each other, so each counts a little less. */
const WEIGHT = 0.7

/**
 * Learns from the beads of a pass how the places of the two sides go together: where a bead ends, ln P(a, b) /
 * P(a)P(b) for the labels a and b of both sides (pointwise mutual information, Church & Hanks 1990); inside a
 * bead, ln P(a | inside) / P(a) for each side's places. A question answered by a question, a quotation open on
 * both sides, a paragraph that ends on both: how much each means is the document's own, and a family that tells
 * nothing here (every segment opens a block) comes out as 0.
 */
export function learnBoundaries(
  families: readonly BoundaryFamily[],
  beads: readonly FoundBead[],
): BoundaryScore {
  const scores = families.map((family) => scoreFamily(family, beads))
  return (row, column, height, width) => {
    let sum = 0
    // Asked for every bead of the band: counting up is quicker than an iterator.
    for (let index = 0; index < scores.length; index += 1) {
      const known = scores[index]
      if (known === undefined) break
      const { family, ends, insideRows, insideColumns } = known
      if (height > 0 && width > 0) {
        const rowLabel = family.rowLabels[row + height] ?? 0
        sum += ends[rowLabel * family.columnClasses + (family.columnLabels[column + width] ?? 0)] ?? 0
      }
      if (height > 1) sum += (insideRows[row + height] ?? 0) - (insideRows[row + 1] ?? 0)
      if (width > 1) sum += (insideColumns[column + width] ?? 0) - (insideColumns[column + 1] ?? 0)
    }
    return WEIGHT * sum
  }
}

interface FamilyScores {
  readonly family: BoundaryFamily
  /** By row label and column label. */
  readonly ends: Float64Array
  /** Running totals over a side's places. */
  readonly insideRows: Float64Array
  readonly insideColumns: Float64Array
}

function scoreFamily(family: BoundaryFamily, beads: readonly FoundBead[]): FamilyScores {
  const { rowLabels, columnLabels, rowClasses, columnClasses } = family
  const joint = new Float64Array(rowClasses * columnClasses)
  const insideRows = new Float64Array(rowClasses)
  const insideColumns = new Float64Array(columnClasses)
  for (const { row, column, height, width, posterior } of beads) {
    if (height === 0 || width === 0) continue
    const cell = (rowLabels[row + height] ?? 0) * columnClasses + (columnLabels[column + width] ?? 0)
    joint[cell] = (joint[cell] ?? 0) + posterior
    countLabels(insideRows, rowLabels, row + 1, row + height, posterior)
    countLabels(insideColumns, columnLabels, column + 1, column + width, posterior)
  }
  const rowShares = sharesOf(rowLabels, rowClasses)
  const columnShares = sharesOf(columnLabels, columnClasses)
  const chances = joint.map(
    (_, cell) =>
      (rowShares[Math.floor(cell / columnClasses)] ?? 0) * (columnShares[cell % columnClasses] ?? 0),
  )
  return {
    family,
    ends: logRatios(joint, chances),
    insideRows: runningTotals(rowLabels, logRatios(insideRows, rowShares)),
    insideColumns: runningTotals(columnLabels, logRatios(insideColumns, columnShares)),
  }
}

function countLabels(
  counts: Float64Array,
  labels: BoundaryLabels,
  from: number,
  to: number,
  weight: number,
): void {
  for (let place = from; place < to; place += 1) {
    const label = labels[place] ?? 0
    counts[label] = (counts[label] ?? 0) + weight
  }
}

function sharesOf(labels: BoundaryLabels, classes: number): Float64Array {
  const counts = new Float64Array(classes).fill(0.5)
  countLabels(counts, labels, 0, labels.length, 1)
  return counts.map((count) => count / (labels.length + classes / 2))
}

/** ln of how much likelier each outcome was than chance, smoothed towards chance. */
function logRatios(counts: Float64Array, chances: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0) + CHANCE_WORTH
  return counts.map((count, outcome) => {
    const chance = chances[outcome] ?? 1
    return Math.log((count + CHANCE_WORTH * chance) / (total * chance))
  })
}

function runningTotals(labels: BoundaryLabels, scores: Float64Array): Float64Array {
  const totals = new Float64Array(labels.length + 1)
  for (const [place, label] of labels.entries())
    totals[place + 1] = (totals[place] ?? 0) + (scores[label] ?? 0)
  return totals
}
