import { findAnchors, type Region } from './anchors.ts'
import { backgroundFrequencies } from './background.ts'
import { bandAroundAnchors, bandAroundPath, type Band, type Corner } from './band.ts'
import { BEAD_TYPES, HEIGHTS, logTypePriors, typeOfShape, WIDTHS } from './bead-types.ts'
import { learnBoundaries, type BoundaryScore, type FoundBead } from './boundary-evidence.ts'
import { bestPath, posteriors, pruneBeads, type Lattice } from './lattice.ts'
import { learnTranslations, type TrainingPair } from './learn-translations.ts'
import { lengthFit } from './length-evidence.ts'
import { lexicalEvidence, type LexicalModel } from './lexical-evidence.ts'
import { linkPairs } from './pair-links.ts'
import type { PairEvidence } from './pair-evidence.ts'
import type { PreparedTexts } from './prepared-texts.ts'
import { typesWithRenderings, type TranslationTable } from './translation-table.ts'

/** How often the search is run; each pass learns from the one before. */
export const PASSES = 3
/** What fitting lengths weigh against words, whose evidence counts as nats. */
const LENGTH_WEIGHT = 2
/** Beads this many nats behind the best path are not looked at closely. */
const MARGIN = 14
/** Half the width of the later bands, in segments. */
const NARROW = 6

/**
 * Finds the beads of a part of two texts. Every pass searches a band (the first around anchors, the later ones
 * around the path found before) and then learns from its beads: how words are rendered here, which shapes of
 * beads are usual, how the places between segments go together. `verified` beads are kept and taught from;
 * the search goes on in the regions between them, with beads of the `allowed` types only. `passed` is told after every pass.
 */
export function alignPart(
  texts: PreparedTexts,
  verified: readonly FoundBead[],
  allowed: Uint8Array,
  passed: () => void,
): FoundBead[] {
  const to = { row: texts.rowLengths.length - 1, column: texts.columnLengths.length - 1 }
  const regions = regionsBetween(verified, to)
  // What was verified may be few beads of an odd kind: they teach words, but which shapes are usual is yet to be seen.
  let learnt: Learnt = { ...learnFrom(texts, verified), priors: logTypePriors([]) }
  let bands = regions.map((region) =>
    bandAroundAnchors(region.from, region.to, findAnchors(region, texts.rows, texts.columns, learnt.table)),
  )
  for (let pass = 1; ; pass += 1) {
    const found = bands.map((band) => search(texts, band, learnt, allowed))
    passed()
    if (pass === PASSES) return mergeInOrder(found.flat(), verified)
    learnt = learnFrom(texts, [...verified, ...found.flat()])
    bands = regions.map((region, index) =>
      bandAroundPath(region.from, region.to, cornersOf(found[index] ?? []), NARROW),
    )
  }
}

/** What a pass goes by. */
interface Learnt {
  readonly table: TranslationTable
  readonly priors: Float64Array
  readonly boundaries: BoundaryScore
  readonly model: LexicalModel
  /** The columns' characters per character of the rows. */
  readonly ratio: number
}

function learnFrom(texts: PreparedTexts, beads: readonly FoundBead[]): Learnt {
  const { rows, columns, seeds, taught } = texts
  const rowBackground = backgroundFrequencies(rows.counts, texts.rowGeneral)
  const columnBackground = backgroundFrequencies(columns.counts, texts.columnGeneral)
  const counts = new Float64Array(BEAD_TYPES.length)
  const pairs: TrainingPair[] = [...taught]
  let [rowLength, columnLength] = [0, 0]
  for (const { row, column, height, width, posterior } of beads) {
    const type = typeOfShape(height, width)
    if (type >= 0) counts[type] = (counts[type] ?? 0) + posterior
    if (height === 0 || width === 0) continue
    rowLength += between(texts.rowLengths, row, row + height)
    columnLength += between(texts.columnLengths, column, column + width)
    pairs.push({
      rows: rows.types.subarray(rows.starts[row], rows.starts[row + height]),
      columns: columns.types.subarray(columns.starts[column], columns.starts[column + width]),
      weight: posterior,
    })
  }
  if (rowLength === 0 || columnLength === 0) {
    rowLength = between(texts.rowLengths, 0, texts.rowLengths.length - 1)
    columnLength = between(texts.columnLengths, 0, texts.columnLengths.length - 1)
  }
  const table =
    pairs.length === 0 ? seeds : learnTranslations(seeds, { rows, columns, columnBackground }, pairs)
  return {
    table,
    priors: logTypePriors(counts),
    boundaries: beads.length === 0 ? () => 0 : learnBoundaries(texts.families, beads),
    model: {
      rows,
      columns,
      rowBackground,
      columnBackground,
      ...typesWithRenderings(table, columns.keys.length),
    },
    ratio: (columnLength + 1) / (rowLength + 1),
  }
}

function search(texts: PreparedTexts, band: Band, learnt: Learnt, allowed: Uint8Array): FoundBead[] {
  const evidence = lexicalEvidence(
    band,
    learnt.model,
    linkPairs(band, texts.rows, texts.columns, learnt.table),
  )
  const score = (row: number, column: number, type: number, of: PairEvidence['rough']): number => {
    const height = HEIGHTS[type] ?? 0
    const width = WIDTHS[type] ?? 0
    const expected = (learnt.priors[type] ?? 0) + learnt.boundaries(row, column, height, width)
    if (width === 0) return expected + (texts.rowAlone[row] ?? 0)
    if (height === 0) return expected + (texts.columnAlone[column] ?? 0)
    const fit = lengthFit(
      between(texts.rowLengths, row, row + height),
      between(texts.columnLengths, column, column + width),
      learnt.ratio,
    )
    return expected + LENGTH_WEIGHT * fit + of(row, column, height, width)
  }
  const lattice = pruneBeads(
    band,
    // A type that is not allowed is never taken. 1:0 and 0:1 always are: there is a way through without the others.
    (row, column, type) => (allowed[type] === 1 ? score(row, column, type, evidence.rough) : -Infinity),
    MARGIN,
  )
  const scores = Float64Array.from(lattice.types, (type, bead) =>
    score(lattice.rows[bead] ?? 0, lattice.columns[bead] ?? 0, type, evidence.exact),
  )
  return decode(lattice, scores)
}

function decode(lattice: Lattice, scores: Float64Array): FoundBead[] {
  const likely = posteriors(lattice, scores)
  return bestPath(lattice, scores).map((bead) => {
    const type = lattice.types[bead] ?? 0
    return {
      row: lattice.rows[bead] ?? 0,
      column: lattice.columns[bead] ?? 0,
      height: HEIGHTS[type] ?? 0,
      width: WIDTHS[type] ?? 0,
      posterior: likely[bead] ?? 0,
    }
  })
}

function regionsBetween(verified: readonly FoundBead[], to: Corner): Region[] {
  const regions: Region[] = []
  let from: Corner = { row: 0, column: 0 }
  for (const { row, column, height, width } of verified) {
    regions.push({ from, to: { row, column } })
    from = { row: row + height, column: column + width }
  }
  regions.push({ from, to })
  return regions.filter((region) => region.from.row < region.to.row || region.from.column < region.to.column)
}

function cornersOf(beads: readonly FoundBead[]): Corner[] {
  return beads.map((bead) => ({ row: bead.row + bead.height, column: bead.column + bead.width }))
}

function between(lengths: Float64Array, from: number, to: number): number {
  return (lengths[to] ?? 0) - (lengths[from] ?? 0)
}

function mergeInOrder(found: readonly FoundBead[], verified: readonly FoundBead[]): FoundBead[] {
  return [...found, ...verified].toSorted(
    (a, b) => a.row - b.row || a.column - b.column || a.height + a.width - (b.height + b.width),
  )
}
