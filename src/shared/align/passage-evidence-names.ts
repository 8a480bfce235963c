import { NameMatcher } from '../lexicon/name-evidence.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { TextRange } from '../text/graphemes.ts'
import type { Passage } from './passage-evidence.ts'
import type { PlaceLink, TypedPassage } from './passage-evidence-links.ts'

/** A name in Latin letters and where the Chinese passage writes it. */
export interface NamePlace {
  /** Place of the name among the units of its passage. */
  readonly unit: number
  /** Where the Chinese text has it, in UTF-16 code units of the text. */
  readonly range: TextRange
  /** Places of the Chinese units under it; empty where they are all stopped. */
  readonly under: readonly number[]
  /** From 0 to 1. */
  readonly score: number
}

/** What sounds alike less than this is no name: Chinese has few sounds, and most words are like some name. */
const LEAST_SCORE = 0.75
/** No name is surer: a sound may recur by chance. */
const MOST_SCORE = 0.9
/** A commoner word that stands with a capital belongs to a title rather than being written by its sound. */
const COMMON = 1e-6

const matchers = new WeakMap<Lexicon, NameMatcher>()

/** The capitalised words of one passage that the other, a Chinese one, writes in characters. */
export function findNames(latin: Passage, chinese: Passage, lexicon: Lexicon): NamePlace[] {
  const { chinese: text } = chinese
  if (text === null) return []
  let matcher = matchers.get(lexicon)
  if (matcher === undefined) matchers.set(lexicon, (matcher = new NameMatcher(lexicon)))
  const found: NamePlace[] = []
  for (const [unit, { kind, isName, share, start, end }] of latin.units.entries()) {
    if (kind !== 'word' || !isName) continue
    const match = matcher.find(plainWord(latin.text.slice(start, end)), text)
    if (match === null || match.score < LEAST_SCORE || (match.by === 'sound' && share > COMMON)) continue
    const range = chinese.toSource(match)
    const under = chinese.units.flatMap((other, place) =>
      other.kind === 'han' && other.start < range.end && range.start < other.end ? [place] : [],
    )
    found.push({ unit, range, under, score: Math.min(MOST_SCORE, match.score) })
  }
  return found
}

/** Names as links between the units of two passages, whichever of them is the Chinese one. */
export function placeNames(
  from: Passage,
  to: Passage,
  one: TypedPassage,
  other: TypedPassage,
  lexicon: Lexicon,
): PlaceLink[] {
  const found: PlaceLink[] = []
  const share = ({ types, vocabulary }: TypedPassage, place: number): number =>
    vocabulary.shares[types[place] ?? 0] ?? 1
  for (const { unit, under, score } of findNames(to, from, lexicon)) {
    for (const left of under) found.push({ left, right: unit, ratio: score / share(other, unit) })
  }
  for (const { unit, under, score } of findNames(from, to, lexicon)) {
    for (const right of under) found.push({ left: unit, right, ratio: score / share(one, unit) })
  }
  return found
}

/** Lower case, without accents: what names are looked for as. */
function plainWord(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
