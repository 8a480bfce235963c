import type { Aligner, KnownPair } from '../../src/shared/align/aligner.ts'
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
  /** Nothing of this document is verified, the other documents of the set are: they teach as the library does. */
  readonly library: number
}

/**
 * A session as a reader has it: some beads, chosen by a seed, are verified as the gold has them, the rest is
 * aligned anew, and only the rest is judged.
 */
export function simulateSession(set: GoldSet, align: Aligner, alignBounded: Aligner): SessionFigures {
  let [unassisted, bounded, taught, library]: Counts[] = [NO_COUNTS, NO_COUNTS, NO_COUNTS, NO_COUNTS]
  for (const document of set.documents) {
    const alone = alignDocument(align, document)
    const known = { beads: set.documents.filter((other) => other !== document).flatMap(textsOf), terms: [] }
    const informed = alignDocument(align, document, { known })
    for (let round = 0; round < ROUNDS; round += 1) {
      const random = randomNumbers(1000 * round + document.beads.length)
      const fixed = document.beads.filter(() => random() < SHARE)
      const rest = (beads: readonly GoldBead[]): Counts => countRest(document, fixed, beads)
      unassisted = addCounts(unassisted ?? NO_COUNTS, rest(alone))
      library = addCounts(library ?? NO_COUNTS, rest(informed))
      bounded = addCounts(bounded ?? NO_COUNTS, rest(alignDocument(alignBounded, document, { fixed })))
      taught = addCounts(taught ?? NO_COUNTS, rest(alignDocument(align, document, { fixed })))
    }
  }
  return {
    unassisted: figuresOf(unassisted ?? NO_COUNTS).strict,
    bounded: figuresOf(bounded ?? NO_COUNTS).strict,
    taught: figuresOf(taught ?? NO_COUNTS).strict,
    library: figuresOf(library ?? NO_COUNTS).strict,
  }
}

/** Counts without the verified beads, and without proposals that lie wholly in what was verified. */
function countRest(document: GoldDocument, fixed: readonly GoldBead[], beads: readonly GoldBead[]): Counts {
  const done = new Set(fixed.map(beadKey))
  const lefts = new Set(fixed.flatMap(({ left }) => range(left)))
  const rights = new Set(fixed.flatMap(({ right }) => range(right)))
  const isDone = (bead: GoldBead): boolean =>
    range(bead.left).every((index) => lefts.has(index)) && range(bead.right).every((index) => rights.has(index))
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
