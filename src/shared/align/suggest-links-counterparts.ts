import type { LanguageTag } from '../domain/article.ts'
import type { LinkReason } from '../domain/link.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { PassageReader, type KnownTerm, type Passage } from './passage-evidence.ts'
import { linkTypes, UnitTypes } from './passage-evidence-links.ts'
import { placeNames } from './passage-evidence-names.ts'
import type { PassageSide } from './suggest-links.ts'
import { explainLink } from './suggest-links-reasons.ts'
import { compareLikeness, type Likeness } from './suggest-links-score.ts'

export interface CounterpartsInput {
  readonly wanted: { readonly language: LanguageTag; readonly text: string }
  readonly passages: PassageSide
  readonly terms: readonly KnownTerm[]
  /** How many are wanted. */
  readonly limit: number
}

/** A passage that may say what was wanted. */
export interface FoundCounterpart {
  readonly index: number
  /** From 0 to 1. */
  readonly score: number
  readonly reasons: readonly LinkReason[]
}

/** Fewer nats of evidence than this are chance: a rare word or two common ones are worth more. */
const LEAST_TOTAL = 3
/** A passage that says less of what was wanted is about something else. */
const LEAST_COVERAGE = 0.25
/** Passages that are compared in full, for each that is wanted. */
const COMPARED = 4

/**
 * Passages that say what a selection says, best first. What counts is how much of the selection is in the
 * passage; the passage may say more. Words are weighed by the general counts, so that pages of one library can
 * be looked through one after the other and their answers compared.
 */
export function findCounterparts(
  { wanted, passages, terms, limit }: CounterpartsInput,
  lexicon: Lexicon,
  progress: (done: number, total: number) => void,
): FoundCounterpart[] {
  const reader = new PassageReader(lexicon, terms)
  const selection = reader.read(wanted.text, wanted.language)
  const ours = new UnitTypes([selection.units])
  const read = passages.texts.map((text, index) => {
    if (index % 256 === 0) progress(index, passages.texts.length)
    return reader.read(text, passages.language)
  })
  // Shares as in one passage each: the selection's neighbours are no more typical than it is.
  const theirs = new UnitTypes(read.map(({ units }) => units), { count: false })
  const links = linkTypes(ours, theirs, lexicon)
  const one = { types: ours.passages[0] ?? new Int32Array(0), vocabulary: ours }
  const worths = new Float64Array(theirs.samples.length)
  for (const list of links) {
    for (const { right, ratio } of list) worths[right] = Math.max(worths[right] ?? 0, Math.log1p(ratio / 10))
  }
  const likely = theirs.passages
    .map((types, index) => ({ index, worth: sumOnce(types, worths) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((left, right) => right.worth - left.worth || left.index - right.index)
    .slice(0, COMPARED * limit)
  return likely
    .flatMap(({ index }) => {
      const passage = read[index]
      if (passage === undefined) return []
      const other = { types: theirs.passages[index] ?? new Int32Array(0), vocabulary: theirs }
      const names = placeNames(selection, passage, one, other, lexicon)
      const likeness = compareLikeness(one, other, links, names)
      return judge(index, likeness, selection, passage)
    })
    .toSorted((left, right) => right.score - left.score || left.index - right.index)
    .slice(0, limit)
}

function judge(
  index: number,
  likeness: Likeness,
  selection: Passage,
  passage: Passage,
): FoundCounterpart[] {
  const { ofLeft, leftTotal, matches } = likeness
  if (leftTotal < LEAST_TOTAL || ofLeft < LEAST_COVERAGE) return []
  // The share of the selection that is said, less sure the less there is to go by.
  const score = ofLeft * (1 - Math.exp(-leftTotal / LEAST_TOTAL))
  return [{ index, score: Math.min(1, score), reasons: explainLink(selection, passage, matches) }]
}

function sumOnce(types: Int32Array, worths: Float64Array): number {
  let sum = 0
  for (const [place, type] of types.entries()) {
    if (types.indexOf(type) === place) sum += worths[type] ?? 0
  }
  return sum
}
