import type { GoldBead } from './gold-documents.ts'

/** Counts that add up over the documents of a set. */
export interface Counts {
  readonly proposed: number
  readonly gold: number
  readonly strictlyRight: number
  /** Proposed beads that overlap with a gold one, and gold ones that overlap with a proposed one. */
  readonly proposedTouched: number
  readonly goldTouched: number
}

export const NO_COUNTS: Counts = {
  proposed: 0,
  gold: 0,
  strictlyRight: 0,
  proposedTouched: 0,
  goldTouched: 0,
}

export interface Figures {
  readonly precision: number
  readonly recall: number
  readonly strict: number
  readonly lax: number
}

const hasBothSides = ({ left, right }: GoldBead): boolean => left[0] < left[1] && right[0] < right[1]

/** The same string for the same bead. A segment alone is named by itself, wherever its empty side stands. */
export function beadKey({ left, right }: GoldBead): string {
  if (left[0] === left[1]) return `:${right.join('-')}`
  if (right[0] === right[1]) return `${left.join('-')}:`
  return `${left.join('-')}:${right.join('-')}`
}

/** As SOURCES.md defines it: beads with both sides alone, exactly right (strict) or overlapping a right one (lax). */
export function countBeads(proposed: readonly GoldBead[], gold: readonly GoldBead[]): Counts {
  const ours = proposed.filter(hasBothSides)
  const theirs = gold.filter(hasBothSides)
  const right = new Set(theirs.map(beadKey))
  return {
    proposed: ours.length,
    gold: theirs.length,
    strictlyRight: ours.filter((bead) => right.has(beadKey(bead))).length,
    proposedTouched: touched(ours, theirs),
    goldTouched: touched(theirs, ours),
  }
}

function touched(beads: readonly GoldBead[], others: readonly GoldBead[]): number {
  const links = new Set(others.flatMap(linksOf))
  return beads.filter((bead) => linksOf(bead).some((link) => links.has(link))).length
}

function linksOf({ left, right }: GoldBead): string[] {
  const links: string[] = []
  for (let a = left[0]; a < left[1]; a += 1) {
    for (let b = right[0]; b < right[1]; b += 1) links.push(`${a}:${b}`)
  }
  return links
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    proposed: a.proposed + b.proposed,
    gold: a.gold + b.gold,
    strictlyRight: a.strictlyRight + b.strictlyRight,
    proposedTouched: a.proposedTouched + b.proposedTouched,
    goldTouched: a.goldTouched + b.goldTouched,
  }
}

export function figuresOf(counts: Counts): Figures {
  const precision = counts.strictlyRight / Math.max(1, counts.proposed)
  const recall = counts.strictlyRight / Math.max(1, counts.gold)
  const [laxPrecision, laxRecall] = [
    counts.proposedTouched / Math.max(1, counts.proposed),
    counts.goldTouched / Math.max(1, counts.gold),
  ]
  return { precision, recall, strict: harmonic(precision, recall), lax: harmonic(laxPrecision, laxRecall) }
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b)
}
