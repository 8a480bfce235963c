import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Unit } from './passage-evidence.ts'
import { renderings } from './passage-evidence-links.ts'

/** What a form of a term is worth, in nats: as much as a rare word. */
const TERM_WORTH = 8
/** What figures are worth where figures are looked for: they have to be read to be compared. */
const FIGURE_WORTH = 1
/** Added to shares, so that a word nobody has counted is not infinitely rare. */
const LEAST_SHARE = 1e-5

const HAN = /\p{Script=Han}/u
const WORD = /[A-Za-z]+/gu
const FIGURE = /[\d〇一二三四五六七八九十百千万亿萬億]/u

/**
 * A cheap guess of how much of a selection a passage says, to find the few out of many that are worth reading:
 * looks for the selection's possible renderings as they are written. Answers nats, roughly; 0 for nothing.
 */
export function sketchOf(
  units: readonly Unit[],
  termForms: readonly string[],
  lexicon: Lexicon,
): (text: string) => number {
  const stems = wantedStems(units, lexicon)
  const headwords = wantedHeadwords(units, stems, lexicon)
  const wordWorths = new Map<string, number>()
  const hasFigures = units.some(({ kind, isWeak }) => (kind === 'number' || kind === 'date') && !isWeak)

  const wordWorth = (word: string): number => {
    let worth = wordWorths.get(word)
    if (worth === undefined) {
      const lower = word.toLowerCase()
      const stem = lexicon.stemEnglish(lower)
      worth = stems.get(lexicon.findEnglish(stem)) ?? stems.get(stem) ?? 0
      wordWorths.set(word, worth)
    }
    return worth
  }

  return (text) => {
    let sum = hasFigures && FIGURE.test(text) ? FIGURE_WORTH : 0
    for (const form of termForms) if (text.includes(form)) sum += TERM_WORTH
    for (const [word] of text.matchAll(WORD)) sum += wordWorth(word)
    if (headwords.size > 0 && HAN.test(text)) sum += headwordWorth(lexicon.simplify(text), headwords)
    return sum
  }
}

/** What the stems are worth that the selection can be rendered by, by number, and by spelling where unknown. */
function wantedStems(units: readonly Unit[], lexicon: Lexicon): Map<number | string, number> {
  const stems = new Map<number | string, number>()
  for (const unit of units) {
    if (unit.kind === 'word') {
      const share = unit.id < 0 ? 0 : (lexicon.englishFrequency[unit.id] ?? 0)
      stems.set(unit.id < 0 ? unit.key : unit.id, worthOf(0.9, share))
    } else if (unit.kind === 'han') {
      for (const [stem, chance] of renderings(lexicon, unit)) {
        const worth = worthOf(chance, lexicon.englishFrequency[stem] ?? 0)
        stems.set(stem, Math.max(worth, stems.get(stem) ?? 0))
      }
    }
  }
  return stems
}

/** Chinese words that can say what the selection's Latin words say, by their first character. */
function wantedHeadwords(
  units: readonly Unit[],
  stems: ReadonlyMap<number | string, number>,
  lexicon: Lexicon,
): Map<string, (readonly [word: string, worth: number])[]> {
  const found = new Map<string, (readonly [string, number])[]>()
  if (!units.some(({ kind }) => kind === 'word')) return found
  const { glossStart, glossWords, glossWeights, chineseFrequency } = lexicon
  for (let headword = 0; headword < lexicon.chineseCount; headword += 1) {
    let most = 0
    for (let at = glossStart[headword] ?? 0; at < (glossStart[headword + 1] ?? 0); at += 1) {
      const wanted = stems.get(glossWords[at] ?? -1) ?? 0
      if (wanted === 0) continue
      const limit = Math.log1p(1 / (10 * ((chineseFrequency[headword] ?? 0) + LEAST_SHARE)))
      most = Math.max(most, Math.min(limit, wanted + Math.log(glossWeights[at] ?? 1)))
    }
    if (most <= 0) continue
    const word = lexicon.chineseWord(headword)
    const list = found.get(word.charAt(0)) ?? []
    list.push([word, most])
    found.set(word.charAt(0), list)
  }
  return found
}

function headwordWorth(
  text: string,
  headwords: ReadonlyMap<string, readonly (readonly [word: string, worth: number])[]>,
): number {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) {
    let most = 0
    for (const [word, worth] of headwords.get(text.charAt(at)) ?? []) {
      if (worth > most && text.startsWith(word, at)) most = worth
    }
    sum += most
  }
  return sum
}

const worthOf = (chance: number, share: number): number => Math.log1p(chance / (10 * (share + LEAST_SHARE)))
