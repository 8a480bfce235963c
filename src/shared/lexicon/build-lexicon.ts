import { TableLexicon } from './lexicon-tables.ts'
import type { LexiconSource } from './lexicon.ts'
import { LEAST_WEIGHT, shareToLevel, weightToLevel } from './quantise.ts'
import { StringTable } from './string-table.ts'

/** One Chinese headword and what it can mean. */
export interface HeadwordEntry {
  /** Folded and simplified. */
  readonly word: string
  /** Share of running words, 0 to 1. */
  readonly share?: number
  /** English stems and how much speaks for each; the weights are brought to a sum of 1. */
  readonly glosses: Iterable<readonly [stem: string, weight: number]>
}

/** A lexicon in plain objects. */
export interface LexiconEntries {
  readonly sources?: readonly LexiconSource[]
  readonly chinese: readonly HeadwordEntry[]
  /** English stems with their share of running words, 0 to 1. */
  readonly english?: Iterable<readonly [stem: string, share: number]>
  /** English forms whose stem the rules of stem-english.ts get wrong, with the right one. */
  readonly forms?: Iterable<readonly [form: string, stem: string]>
  /** Characters with their readings, the commonest first. */
  readonly pinyin?: Iterable<readonly [character: string, readings: readonly string[]]>
  /** Traditional characters and what they become, one UTF-16 code unit each. */
  readonly simplified?: Iterable<readonly [traditional: string, simplified: string]>
}

/**
 * A lexicon from plain objects. t(e|z) = max(.03, w/Σw). Headwords are numbered in the order of their code
 * units, English stems by how often they are a gloss. Shares and weights are rounded as packing rounds them.
 */
export function buildLexicon(entries: LexiconEntries): TableLexicon {
  const headwords = [...new Map(entries.chinese.map((entry) => [entry.word, entry])).values()]
  headwords.sort((one, other) => compare(one.word, other.word))
  const glosses = headwords.map((entry) => gatherGlosses(entry.glosses))
  const shares = new Map(entries.english)
  const forms = [...new Map(entries.forms)].toSorted(([one], [other]) => compare(one, other))
  const english = numberEnglish(glosses, [...shares.keys(), ...forms.map(([, stem]) => stem)])

  const glossStart = new Uint32Array(headwords.length + 1)
  glosses.forEach((list, index) => (glossStart[index + 1] = (glossStart[index] ?? 0) + list.length))
  const pinyin = [...new Map(entries.pinyin)].toSorted(([one], [other]) => compare(one, other))
  const readings = [...new Set(pinyin.map(([, list]) => list.join(' ')))].toSorted(compare)
  const readingNumbers = new Map(readings.map((text, index) => [text, index]))
  const simplified = [...new Map(entries.simplified)].toSorted(([one], [other]) => compare(one, other))
  return new TableLexicon({
    sources: entries.sources ?? [],
    chinese: StringTable.of(headwords.map(({ word }) => word)),
    chineseShares: Uint8Array.from(headwords, ({ share }) => shareToLevel(share ?? 0)),
    english: StringTable.of([...english.keys()]),
    englishShares: Uint8Array.from(english.keys(), (stem) => shareToLevel(shares.get(stem) ?? 0)),
    glossStart,
    glossWords: Uint32Array.from(glosses.flatMap((list) => list.map(([stem]) => english.get(stem) ?? 0))),
    glossLevels: Uint8Array.from(glosses.flatMap((list) => list.map(([, weight]) => weightToLevel(weight)))),
    forms: StringTable.of(forms.map(([form]) => form)),
    formStems: Uint32Array.from(forms, ([, stem]) => english.get(stem) ?? 0),
    characters: StringTable.of(pinyin.map(([character]) => character)),
    readings: StringTable.of(readings),
    characterReadings: Uint16Array.from(pinyin, ([, list]) => readingNumbers.get(list.join(' ')) ?? 0),
    traditional: Uint16Array.from(simplified, ([unit]) => unit.charCodeAt(0)),
    simplified: Uint16Array.from(simplified, ([, unit]) => unit.charCodeAt(0)),
  })
}

/** One gloss a stem, heaviest first, weights as shares of their sum. */
function gatherGlosses(glosses: HeadwordEntry['glosses']): (readonly [stem: string, weight: number])[] {
  const weights = new Map<string, number>()
  for (const [stem, weight] of glosses) weights.set(stem, (weights.get(stem) ?? 0) + weight)
  let sum = 0
  for (const weight of weights.values()) sum += weight
  return [...weights]
    .map(([stem, weight]) => [stem, Math.max(LEAST_WEIGHT, weight / sum)] as const)
    .toSorted(([one, weight], [other, heavier]) => heavier - weight || compare(one, other))
}

function numberEnglish(
  glosses: readonly (readonly (readonly [stem: string, weight: number])[])[],
  others: readonly string[],
): Map<string, number> {
  const uses = new Map<string, number>()
  for (const stem of others) uses.set(stem, 0)
  for (const list of glosses) for (const [stem] of list) uses.set(stem, (uses.get(stem) ?? 0) + 1)
  const ordered = [...uses].toSorted(([one, few], [other, many]) => many - few || compare(one, other))
  return new Map(ordered.map(([stem], index) => [stem, index]))
}

/** By code unit, the same everywhere. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
