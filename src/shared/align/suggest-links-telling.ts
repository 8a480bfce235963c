import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Passage, Unit } from './passage-evidence.ts'
import { renderings } from './passage-evidence-links.ts'
import type { NamePair } from './passage-evidence-names.ts'
import type { UnitMatch } from './suggest-links-score.ts'

/** Whether a unit stands all over its side. */
export type IsCommon = (side: 'left' | 'right', unit: Unit) => boolean

/** What the matches of two passages of two comparable texts are worth as reasons. */
export interface Telling {
  /** Those that a person would accept as a reason. */
  readonly matches: readonly UnitMatch[]
  /** How many things point to these two passages and hardly any others: names, figures, terms, rare words, phrases. */
  readonly count: number
  /** How many such things only one of the passages has. */
  readonly missing: number
  /** Which share of the matched units stands all over both texts. */
  readonly commonShare: number
}

/** A word in so many passages, and in this share of them, is what the text is about and tells none from another. */
const COMMON_PASSAGES = 3
const COMMON_SHARE = 0.04
/** A word with this share of running words or less is rare in either language. */
const RARE = 1.2e-5
/** A rendering so likely, into a word so rare, is what a name of a place or a people has. */
const SPECIFIC = 0.55
const SPECIFIC_SHARE = 2e-5
/** A longer Chinese word has several English words for it: one of them alone is no match. */
const COMPOUND = 4
const NEAR = 3
/** So many matched words close together on both sides are a phrase. */
const PHRASE = 3
const PHRASE_WITHIN = 5

/** Whether a unit in so many of so many passages is common. */
export function isCommonCount(count: number, passages: number): boolean {
  return count >= Math.max(COMMON_PASSAGES, COMMON_SHARE * passages)
}

/** Weighs the matches of two passages, given what stands all over the two texts. */
export function tellingOf(
  left: Passage,
  right: Passage,
  matches: readonly UnitMatch[],
  names: readonly NamePair[],
  standsAllOver: IsCommon,
  lexicon: Lexicon,
): Telling {
  const kept = matches.filter((match) => isReason(left, right, match, names, lexicon))
  const isCommon = ({ left: one, right: other }: UnitMatch): boolean => {
    const [ours, theirs] = [left.units[one], right.units[other]]
    return (
      ours !== undefined &&
      theirs !== undefined &&
      standsAllOver('left', ours) &&
      standsAllOver('right', theirs)
    )
  }
  const special = kept.filter((match) => !isCommon(match))
  const named = names.filter(({ isPart }) => !isPart)
  const telling = new Set<string>()
  for (const match of special) {
    const [one, other] = [left.units[match.left], right.units[match.right]]
    if (one === undefined || other === undefined) continue
    const name = named.findIndex(
      ({ leftUnits, rightUnits }) => leftUnits.includes(match.left) && rightUnits.includes(match.right),
    )
    if (name >= 0) telling.add(`name ${name}`)
    else if (isTelling(one, other)) telling.add(`${match.left}`)
  }
  const inPhrases = special.filter((match) => isInPhrase(match, special)).length
  return {
    matches: kept,
    count: telling.size + Math.floor(inPhrases / PHRASE),
    missing:
      missing(left, 'left', matches, named, standsAllOver, lexicon) +
      missing(right, 'right', matches, named, standsAllOver, lexicon),
    commonShare: kept.length === 0 ? 1 : 1 - special.length / kept.length,
  }
}

/** Whether the match says something by itself: no single character, no single word of a compound's rendering. */
function isReason(
  left: Passage,
  right: Passage,
  { left: one, right: other }: UnitMatch,
  names: readonly NamePair[],
  lexicon: Lexicon,
): boolean {
  if (names.some(({ leftUnits, rightUnits }) => leftUnits.includes(one) && rightUnits.includes(other)))
    return true
  const sides = [
    [left.units[one], right, other],
    [right.units[other], left, one],
  ] as const
  return sides.every(([unit, passage, place]) => {
    if (unit?.kind !== 'han') return true
    if (unit.key.length < 2) return false
    return unit.key.length < COMPOUND || isWhole(unit, passage, place, lexicon)
  })
}

/** Whether near the matched word there is another one that the compound is rendered by, if it has others. */
function isWhole(unit: Unit, { units }: Passage, place: number, lexicon: Lexicon): boolean {
  const words = renderings(lexicon, unit)
  const own = units[place]?.id ?? -1
  if ((words.get(own) ?? 0) >= SPECIFIC) return true
  return units.some(
    ({ kind, id }, at) => kind === 'word' && id !== own && Math.abs(at - place) <= NEAR && words.has(id),
  )
}

function isTelling(one: Unit, other: Unit): boolean {
  if (one.kind === 'term') return true
  if (isFigure(one) || isFigure(other)) return isLongFigure(one) && !one.isWeak && !other.isWeak
  if (one.kind === 'word' && other.kind === 'word') return true
  return one.share <= RARE && other.share <= RARE
}

const isFigure = ({ kind }: Unit): boolean => kind === 'number' || kind === 'date'

const isLongFigure = ({ key }: Unit): boolean => key.replaceAll(/\D/gu, '').length >= 2

function isInPhrase({ left, right }: UnitMatch, matches: readonly UnitMatch[]): boolean {
  const within = matches.filter(
    (match) => Math.abs(match.left - left) < PHRASE_WITHIN && Math.abs(match.right - right) < PHRASE_WITHIN,
  )
  return within.length >= PHRASE
}

/** A date is often said in one of two texts only. */
const DATE_WORTH = 0.5
const DOTTED = /\p{Script=Han}+(?:[·・‧•]\p{Script=Han}+)+/gu

/** Figures and words as particular as a name that the other passage has nothing for. */
function missing(
  passage: Passage,
  side: 'left' | 'right',
  matches: readonly UnitMatch[],
  names: readonly NamePair[],
  standsAllOver: IsCommon,
  lexicon: Lexicon,
): number {
  const found = new Set([
    ...matches.map((match) => match[side]),
    ...names.flatMap((name) => (side === 'left' ? name.leftUnits : name.rightUnits)),
  ])
  const lost = passage.units.filter((unit, place) => {
    if (found.has(place) || unit.isWeak || standsAllOver(side, unit)) return false
    if (isFigure(unit)) return isLongFigure(unit)
    return unit.kind === 'han' && unit.key.length >= 2 && isSpecific(unit, lexicon)
  })
  const keys = new Map(lost.map((unit) => [unit.key, isDate(unit) ? DATE_WORTH : 1]))
  const sum = [...keys.values()].reduce((total, worth) => total + worth, 0)
  return sum + strangers(passage, side, names)
}

/** English writes a year as any other number. */
const isDate = ({ kind, key }: Unit): boolean => kind === 'date' || /(?:^|\D)(?:19|20)\d\d$/u.test(key)

/** Foreign names in characters that the other passage has not. */
function strangers({ text }: Passage, side: 'left' | 'right', names: readonly NamePair[]): number {
  return [...text.matchAll(DOTTED)].filter(
    ({ 0: name, index }) =>
      !names.some((pair) => pair[side].start < index + name.length && index < pair[side].end),
  ).length
}

function isSpecific(unit: Unit, lexicon: Lexicon): boolean {
  if (unit.share > SPECIFIC_SHARE) return false
  return [...renderings(lexicon, unit)].some(
    ([word, chance]) => chance >= SPECIFIC && (lexicon.englishFrequency[word] ?? 0) <= SPECIFIC_SHARE,
  )
}
