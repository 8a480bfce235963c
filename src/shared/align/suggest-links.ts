import type { LanguageTag } from '../domain/article.ts'
import type { LinkReason } from '../domain/link.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { PassageReader, type KnownTerm, type Passage, type Unit } from './passage-evidence.ts'
import { linkTypes, UnitTypes, type TypedPassage, type TypeLink } from './passage-evidence-links.ts'
import { pairNames, placeNames } from './passage-evidence-names.ts'
import { findCandidates, type Candidate } from './suggest-links-candidates.ts'
import { explainLink } from './suggest-links-reasons.ts'
import {
  compareEvenly,
  compareLikeness,
  scoreLink,
  scoreTold,
  type Likeness,
  type LinkFeatures,
} from './suggest-links-score.ts'
import { isCommonCount, tellingOf, type IsCommon } from './suggest-links-telling.ts'

/** No passage is suggested for more others than this. */
export const SUGGESTIONS_PER_PASSAGE = 3
/**
 * Below this, nothing is suggested. Chosen with bench/align/links.ts on the development texts out of order, half
 * of one side taken away and as many sentences of other documents put in. There, .75 is right 95 times in 100 by
 * weights that have not seen the set judged (at .7 only just, at .8 little more, with fewer found): 96 to 98 in
 * novels, news and debates, 94 in medicine, 90 in scripture, whose verses repeat each other.
 */
export const LEAST_LINK_SCORE = 0.75

export interface PassageSide {
  readonly language: LanguageTag
  readonly texts: readonly string[]
}

export interface SuggestLinksInput {
  readonly left: PassageSide
  readonly right: PassageSide
  readonly terms: readonly KnownTerm[]
  /** Suggestions per passage at most; {@link SUGGESTIONS_PER_PASSAGE} is. */
  readonly limit?: number
}

/** Passages that say the same thing, by index. */
export interface SuggestedLink {
  readonly left: number
  readonly right: number
  /** How likely they do, from {@link LEAST_LINK_SCORE} to 1. */
  readonly score: number
  readonly reasons: readonly LinkReason[]
}

type Progress = (done: number, total: number) => void

/**
 * Passages of two texts that say the same thing, in any order, best first. Deterministic; swapping the sides
 * swaps the answer. `progress` is told in hundredths. Of what was compared only figures are kept, so memory grows
 * with the passages: 10,000 of either side take a few hundred megabytes.
 */
export function suggestLinks(
  input: SuggestLinksInput,
  lexicon: Lexicon,
  progress: Progress,
): SuggestedLink[] {
  const { left, right, judged, likenessOf } = judgeLinks(input, lexicon, progress)
  const limit = Math.min(input.limit ?? SUGGESTIONS_PER_PASSAGE, SUGGESTIONS_PER_PASSAGE)
  const isCommon = commonUnits(left, right)
  const scored = judged.flatMap((judgement) => {
    const [from, to] = [left[judgement.left], right[judgement.right]]
    if (from === undefined || to === undefined) return []
    if (scoreLink(judgement.features) < LEAST_LINK_SCORE) return []
    // Few come so far: what they share is looked for anew rather than held for all that were compared.
    const names = pairNames(from, to, lexicon)
    const telling = tellingOf(from, to, likenessOf(judgement).matches, names, isCommon, lexicon)
    const score = scoreTold(judgement.features, telling)
    if (score < LEAST_LINK_SCORE) return []
    const reasons = explainLink(from, to, telling.matches, names)
    return [{ left: judgement.left, right: judgement.right, score, reasons }]
  })
  const links = keepBest(scored, limit)
  progress(ALL, ALL)
  return links
}

/** Which units stand all over their side. */
function commonUnits(left: readonly Passage[], right: readonly Passage[]): IsCommon {
  const keyOf = ({ kind, key }: Unit): string => `${kind} ${key}`
  const countsOf = (passages: readonly Passage[]): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const { units } of passages) {
      for (const key of new Set(units.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  }
  const counts = { left: countsOf(left), right: countsOf(right) }
  const passages = { left: left.length, right: right.length }
  return (side, unit) => isCommonCount(counts[side].get(keyOf(unit)) ?? 0, passages[side])
}

/** A candidate that was compared, with what others there are taken into account. */
export interface Judgement extends Candidate {
  readonly features: LinkFeatures
}

/** What is known once all candidates have been compared. */
export interface Judgements {
  readonly left: readonly Passage[]
  readonly right: readonly Passage[]
  readonly judged: readonly Judgement[]
  readonly likenessOf: (candidate: Candidate) => Likeness
}

/** Progress in hundredths: how far it is when both sides are read, and when the candidates are found. */
const READ = 15
const FOUND = 40
const ALL = 100

/** Compares the passages that share something. Exported for the bench, which fits the score to what is right. */
export function judgeLinks(
  { left, right, terms }: SuggestLinksInput,
  lexicon: Lexicon,
  progress: Progress,
): Judgements {
  const between =
    (from: number, to: number): Progress =>
    (done, total) =>
      progress(from + ((to - from) * done) / Math.max(1, total), ALL)
  const reader = new PassageReader(lexicon, terms)
  const ones = readSide(reader, left, between(0, READ / 2))
  const others = readSide(reader, right, between(READ / 2, READ))
  const vocabularies = {
    left: new UnitTypes(ones.map(({ units }) => units)),
    right: new UnitTypes(others.map(({ units }) => units)),
  }
  const links = linkTypes(vocabularies.left, vocabularies.right, lexicon)
  const candidates = findCandidates(vocabularies.left, vocabularies.right, links, between(READ, FOUND))
  const likenessOf = (candidate: Candidate): Likeness =>
    compare(candidate, ones, others, vocabularies, links, lexicon)
  const tell = between(FOUND, ALL)
  const compared = candidates.map(({ left: one, right: other }, index): Compared => {
    if (index % 256 === 0) tell(index, candidates.length)
    const { total, coverage, matches } = likenessOf({ left: one, right: other })
    return { left: one, right: other, total, coverage, matched: matches.length }
  })
  const margins = marginsOf(compared)
  const judged = compared.map(({ left: one, right: other, ...figures }, index): Judgement => ({
    left: one,
    right: other,
    features: { ...figures, margin: margins[index] ?? 0 },
  }))
  return { left: ones, right: others, judged, likenessOf }
}

/** A candidate and what is kept of its likeness. */
type Compared = Candidate & Omit<LinkFeatures, 'margin'>

function readSide(reader: PassageReader, { language, texts }: PassageSide, progress: Progress): Passage[] {
  return texts.map((text, index) => {
    if (index % 256 === 0) progress(index, texts.length)
    return reader.read(text, language)
  })
}

function compare(
  { left, right }: Candidate,
  ones: readonly Passage[],
  others: readonly Passage[],
  vocabularies: { readonly left: UnitTypes; readonly right: UnitTypes },
  links: readonly (readonly TypeLink[])[],
  lexicon: Lexicon,
): Likeness {
  const sideOf = (vocabulary: UnitTypes, index: number): TypedPassage => ({
    types: vocabulary.passages[index] ?? new Int32Array(0),
    vocabulary,
  })
  const [one, other] = [sideOf(vocabularies.left, left), sideOf(vocabularies.right, right)]
  const [from, to] = [ones[left], others[right]]
  const names = from === undefined || to === undefined ? [] : pairNames(from, to, lexicon)
  return compareLikeness(one, other, links, placeNames(names, one, other))
}

/** For each candidate, how much better it is than the next best of either of its passages. */
function marginsOf(compared: readonly Compared[]): number[] {
  const bests = { left: new Map<number, [number, number]>(), right: new Map<number, [number, number]>() }
  for (const candidate of compared) {
    for (const side of ['left', 'right'] as const) {
      const { total } = candidate
      const [first, second] = bests[side].get(candidate[side]) ?? [0, 0]
      bests[side].set(candidate[side], total > first ? [total, first] : [first, Math.max(second, total)])
    }
  }
  return compared.map((candidate) => {
    const margins = (['left', 'right'] as const).map((side) => {
      const { total } = candidate
      const [first, second] = bests[side].get(candidate[side]) ?? [0, 0]
      return total === first ? total - second : total - first
    })
    return Math.min(...margins)
  })
}

/** The best of all, then the next best whose passages have not been taken `limit` times, and so on. */
function keepBest<Link extends { readonly left: number; readonly right: number; readonly score: number }>(
  links: readonly Link[],
  limit: number,
): Link[] {
  const taken = { left: new Map<number, number>(), right: new Map<number, number>() }
  return links
    .toSorted((one, other) => other.score - one.score || compareEvenly(one, other))
    .filter(({ left, right }) => {
      const [ofLeft, ofRight] = [taken.left.get(left) ?? 0, taken.right.get(right) ?? 0]
      if (ofLeft >= limit || ofRight >= limit) return false
      taken.left.set(left, ofLeft + 1)
      taken.right.set(right, ofRight + 1)
      return true
    })
}
