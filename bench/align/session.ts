import type { AlignedBead, Aligner, KnownPair } from '../../src/shared/align/aligner.ts'
import { alignDocument } from './align-document.ts'
import type { GoldBead, GoldDocument, GoldSet } from './gold-documents.ts'
import { randomNumbers } from './random.ts'
import { addCounts, beadKey, countBeads, figuresOf, NO_COUNTS, type Counts } from './score-beads.ts'

/** A reader verifies this share of a document's beads. */
const SHARE = 0.1
const ROUNDS = 5

export interface SessionFigures {
  /** Strict F1 of the beads nobody verified. */
  readonly unassisted: number
  /** Verified beads bound the search and teach nothing. */
  readonly bounded: number
  /** They teach too. */
  readonly taught: number
  /** All beads: nothing verified, and the tenth verified that the aligner is least sure of. */
  readonly whole: number
  readonly wholeLeastSure: number
  /** All beads of each half of every document, the other half not known and known to the library. */
  readonly halfAlone: number
  readonly halfKnown: number
}

/**
 * A session as a reader has it: some beads, chosen by a seed, are verified as the gold has them, the rest is
 * aligned anew, and only the rest is judged.
 */
export function simulateSession(set: GoldSet, align: Aligner, alignBounded: Aligner): SessionFigures {
  let [unassisted, bounded, taught] = [NO_COUNTS, NO_COUNTS, NO_COUNTS]
  let [whole, wholeLeastSure] = [NO_COUNTS, NO_COUNTS]
  let [halfAlone, halfKnown] = [NO_COUNTS, NO_COUNTS]
  for (const document of set.documents) {
    const alone = alignDocument(align, document)
    for (let round = 0; round < ROUNDS; round += 1) {
      const random = randomNumbers(1000 * round + document.beads.length)
      const fixed = document.beads.filter(() => random() < SHARE)
      const rest = (beads: readonly GoldBead[]): Counts => countRest(document, fixed, beads)
      unassisted = addCounts(unassisted, rest(alone))
      bounded = addCounts(bounded, rest(alignDocument(alignBounded, document, { fixed })))
      taught = addCounts(taught, rest(alignDocument(align, document, { fixed })))
    }
    whole = addCounts(whole, countBeads(alone, document.beads))
    const corrected = alignDocument(align, document, { fixed: leastSure(document, alone) })
    wholeLeastSure = addCounts(wholeLeastSure, countBeads(corrected, document.beads))
    const [first, second] = halvesOf(document)
    for (const [half, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const known = { beads: textsOf(other), terms: [] }
      halfAlone = addCounts(halfAlone, countBeads(alignDocument(align, half), half.beads))
      halfKnown = addCounts(halfKnown, countBeads(alignDocument(align, half, { known }), half.beads))
    }
  }
  const strict = (counts: Counts): number => figuresOf(counts).strict
  return {
    unassisted: strict(unassisted),
    bounded: strict(bounded),
    taught: strict(taught),
    whole: strict(whole),
    wholeLeastSure: strict(wholeLeastSure),
    halfAlone: strict(halfAlone),
    halfKnown: strict(halfKnown),
  }
}

/** What a reader verifies who looks at the least sure beads first, and sets right what is wrong there. */
function leastSure(document: GoldDocument, found: readonly AlignedBead[]): GoldBead[] {
  const chosen = new Set<GoldBead>()
  for (const bead of found.toSorted((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0))) {
    for (const gold of document.beads) {
      if (chosen.size >= SHARE * document.beads.length) break
      if (overlap(gold.left, bead.left) || overlap(gold.right, bead.right)) chosen.add(gold)
    }
  }
  return document.beads.filter((bead) => chosen.has(bead))
}

function overlap(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

function halvesOf(document: GoldDocument): readonly [GoldDocument, GoldDocument] {
  const middle = Math.floor(document.beads.length / 2)
  return [part(document, 0, middle), part(document, middle, document.beads.length)]
}

/** The document of beads `[from, to)` alone. */
function part({ name, chinese, english, beads }: GoldDocument, from: number, to: number): GoldDocument {
  const chosen = beads.slice(from, to)
  const [left, right] = [chosen[0]?.left[0] ?? 0, chosen[0]?.right[0] ?? 0]
  return {
    name,
    chinese: chinese.slice(left, chosen.at(-1)?.left[1] ?? left),
    english: english.slice(right, chosen.at(-1)?.right[1] ?? right),
    beads: chosen.map((bead) => ({
      left: [bead.left[0] - left, bead.left[1] - left],
      right: [bead.right[0] - right, bead.right[1] - right],
    })),
  }
}

/** Counts without the verified beads, and without proposals that lie wholly in what was verified. */
function countRest(document: GoldDocument, fixed: readonly GoldBead[], beads: readonly GoldBead[]): Counts {
  const done = new Set(fixed.map(beadKey))
  const lefts = new Set(fixed.flatMap(({ left }) => range(left)))
  const rights = new Set(fixed.flatMap(({ right }) => range(right)))
  const isDone = (bead: GoldBead): boolean =>
    range(bead.left).every((index) => lefts.has(index)) &&
    range(bead.right).every((index) => rights.has(index))
  return countBeads(
    beads.filter((bead) => !isDone(bead)),
    document.beads.filter((bead) => !done.has(beadKey(bead))),
  )
}

function range([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function textsOf({ chinese, english, beads }: GoldDocument): KnownPair[] {
  return beads
    .filter(({ left, right }) => left[0] < left[1] && right[0] < right[1])
    .map(({ left, right }) => ({
      left: chinese.slice(...left).join(''),
      right: english.slice(...right).join(' '),
    }))
}
