import { findFullNames } from '../lexicon/full-names.ts'
import { NameMatcher } from '../lexicon/name-evidence.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { TextRange } from '../text/graphemes.ts'
import type { Passage } from './passage-evidence.ts'
import type { PlaceLink, TypedPassage } from './passage-evidence-links.ts'

/** A name in Latin letters and where the Chinese passage writes it. Ranges are those of the two texts. */
export interface NamePlace {
  readonly latin: TextRange
  readonly chinese: TextRange
  /** Places of the Latin units under it; a surname that is also a stopword (He) is none. */
  readonly latinUnits: readonly number[]
  /** Places of the Chinese units under it; empty where they are all stopped. */
  readonly chineseUnits: readonly number[]
  /** From 0 to 1. */
  readonly score: number
  /** One word of a full name that is there as well. */
  readonly isPart: boolean
}

/** What sounds alike less than this is no name: Chinese has few sounds, and most words are like some name. */
const LEAST_SCORE = 0.75
/** No name is surer: a sound may recur by chance. */
const MOST_SCORE = 0.9
/** A commoner word that stands with a capital belongs to a title rather than being written by its sound. */
const COMMON = 1e-6

const matchers = new WeakMap<Lexicon, NameMatcher>()

function matcherOf(lexicon: Lexicon): NameMatcher {
  let matcher = matchers.get(lexicon)
  if (matcher === undefined) matchers.set(lexicon, (matcher = new NameMatcher(lexicon)))
  return matcher
}

/**
 * The names of one passage in Latin letters that the other, a Chinese one, writes in characters: full names first,
 * each as one, then the words of these, then names of one word.
 */
export function findNames(latin: Passage, chinese: Passage, lexicon: Lexicon): NamePlace[] {
  const { chinese: text } = chinese
  if (text === null) return []
  const matcher = matcherOf(lexicon)
  const place = (range: TextRange, match: TextRange, score: number, isPart: boolean): NamePlace => {
    const there = chinese.toSource(match)
    return {
      latin: range,
      chinese: there,
      latinUnits: unitsUnder(latin, range, 'word'),
      chineseUnits: unitsUnder(chinese, there, 'han'),
      score: Math.min(MOST_SCORE, score),
      isPart,
    }
  }
  const full = findFullNames(latin.text, text, matcher)
  const found = [
    ...full.map((name) => place(name.latin, name.chinese, name.score, false)),
    ...full.flatMap(({ parts, score }) => parts.map((part) => place(part.latin, part.chinese, score, true))),
  ]
  for (const { kind, isName, share, start, end } of latin.units) {
    if (kind !== 'word' || !isName || found.some((name) => overlaps(name.latin, { start, end }))) continue
    const match = matcher.find(plainWord(latin.text.slice(start, end)), text)
    if (match === null || match.score < LEAST_SCORE || (match.by === 'sound' && share > COMMON)) continue
    found.push(place({ start, end }, match, match.score, false))
  }
  return found
}

/** A name that two passages share, and its units in either. */
export interface NamePair {
  readonly left: TextRange
  readonly right: TextRange
  readonly leftUnits: readonly number[]
  readonly rightUnits: readonly number[]
  readonly score: number
  readonly isPart: boolean
}

/** The names of two passages, whichever of them is the Chinese one. */
export function pairNames(from: Passage, to: Passage, lexicon: Lexicon): NamePair[] {
  return [
    ...findNames(to, from, lexicon).map(({ latin, chinese, latinUnits, chineseUnits, ...rest }) => ({
      left: chinese,
      right: latin,
      leftUnits: chineseUnits,
      rightUnits: latinUnits,
      ...rest,
    })),
    ...findNames(from, to, lexicon).map(({ latin, chinese, latinUnits, chineseUnits, ...rest }) => ({
      left: latin,
      right: chinese,
      leftUnits: latinUnits,
      rightUnits: chineseUnits,
      ...rest,
    })),
  ]
}

/** Names as links between the units of two passages. */
export function placeNames(names: readonly NamePair[], one: TypedPassage, other: TypedPassage): PlaceLink[] {
  const share = ({ types, vocabulary }: TypedPassage, place: number): number =>
    vocabulary.shares[types[place] ?? 0] ?? 1
  return names.flatMap(({ leftUnits, rightUnits, score }) =>
    leftUnits.flatMap((left) =>
      rightUnits.map((right) => ({
        left,
        right,
        // The name itself is as rare as the rarer of its two spellings is found to be.
        ratio: score / Math.max(share(one, left), share(other, right)),
      })),
    ),
  )
}

function unitsUnder({ units }: Passage, range: TextRange, kind: 'han' | 'word'): number[] {
  return units.flatMap((unit, place) => (unit.kind === kind && overlaps(unit, range) ? [place] : []))
}

function overlaps(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end
}

/** Lower case, without accents: what names are looked for as. */
function plainWord(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
