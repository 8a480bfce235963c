import type { Lexicon, LexiconSource } from './lexicon.ts'
import { PrefixFilter } from './prefix-filter.ts'
import { levelToShare, levelToWeight } from './quantise.ts'
import { stemByRule } from './stem-english.ts'
import { EMPTY_HASH, extendHash, StringTable } from './string-table.ts'

/** All there is in a lexicon, as it is packed. Levels are those of quantise.ts. */
export interface LexiconTables {
  readonly sources: readonly LexiconSource[]
  readonly chinese: StringTable
  readonly chineseShares: Uint8Array
  readonly english: StringTable
  readonly englishShares: Uint8Array
  readonly glossStart: Uint32Array
  readonly glossWords: Uint32Array
  readonly glossLevels: Uint8Array
  /** English forms whose stem no rule finds, and the English words that are their stems. */
  readonly forms: StringTable
  readonly formStems: Uint32Array
  /** Characters, and their readings separated by spaces. */
  readonly characters: StringTable
  readonly readings: StringTable
  /** Which of `readings` belongs to a character. */
  readonly characterReadings: Uint16Array
  /** Traditional characters, one code unit each, and in the same order what they become. */
  readonly traditional: Uint16Array
  readonly simplified: Uint16Array
}

/** A lexicon over its tables; the tables are reachable for packing. */
export class TableLexicon implements Lexicon {
  readonly tables: LexiconTables
  readonly sources: readonly LexiconSource[]
  readonly chineseCount: number
  readonly englishCount: number
  readonly longestChinese: number
  readonly glossStart: Uint32Array
  readonly glossWords: Uint32Array
  readonly glossWeights: Float32Array
  readonly chineseFrequency: Float32Array
  readonly englishFrequency: Float32Array
  readonly #prefixes: PrefixFilter
  readonly #readings = new Map<string, readonly string[]>()
  readonly #simplified: Uint16Array

  constructor(tables: LexiconTables) {
    this.tables = tables
    this.sources = tables.sources
    this.chineseCount = tables.chinese.count
    this.englishCount = tables.english.count
    this.longestChinese = longest(tables.chinese)
    this.glossStart = tables.glossStart
    this.glossWords = tables.glossWords
    this.glossWeights = decode(tables.glossLevels, levelToWeight)
    this.chineseFrequency = decode(tables.chineseShares, levelToShare)
    this.englishFrequency = decode(tables.englishShares, levelToShare)
    this.#prefixes = new PrefixFilter(tables.chinese)
    this.#simplified = new Uint16Array(0x10000)
    tables.traditional.forEach((unit, index) => (this.#simplified[unit] = tables.simplified[index] ?? unit))
  }

  findChinese(foldedWord: string): number {
    return this.tables.chinese.find(foldedWord)
  }

  findEnglish(stem: string): number {
    return this.tables.english.find(stem)
  }

  chineseWord(chinese: number): string {
    return this.tables.chinese.at(chinese)
  }

  englishWord(english: number): string {
    return this.tables.english.at(english)
  }

  stemEnglish(lowerCaseWord: string): string {
    const form = this.tables.forms.find(lowerCaseWord)
    return form < 0 ? stemByRule(lowerCaseWord) : this.englishWord(this.tables.formStems[form] ?? 0)
  }

  pinyin(character: string): readonly string[] {
    const index = this.tables.characters.find(character)
    if (index < 0) return []
    const text = this.tables.readings.at(this.tables.characterReadings[index] ?? 0)
    let known = this.#readings.get(text)
    if (known === undefined) this.#readings.set(text, (known = text.split(' ')))
    return known
  }

  simplify(text: string): string {
    let simple = ''
    let copied = 0
    for (let at = 0; at < text.length; at += 1) {
      const unit = this.#simplified[text.charCodeAt(at)] ?? 0
      if (unit === 0) continue
      simple += text.slice(copied, at) + String.fromCharCode(unit)
      copied = at + 1
    }
    return copied === 0 ? text : simple + text.slice(copied)
  }

  matchChinese(text: string, start: number, end: number, found: Int32Array): number {
    const { chinese } = this.tables
    const last = Math.min(end, start + this.longestChinese, start + found.length)
    let hash = EMPTY_HASH
    let matched = 0
    for (let at = start; at < last; at += 1) {
      hash = extendHash(hash, text.charCodeAt(at))
      const index = chinese.findHashed(text, start, at + 1, hash)
      found[at - start] = index
      if (index >= 0) matched = at + 1 - start
      if (!this.#prefixes.mayContinue(hash)) break
    }
    return matched
  }
}

function decode(levels: Uint8Array, value: (level: number) => number): Float32Array {
  const table = Float32Array.from({ length: 256 }, (_, level) => value(level))
  const decoded = new Float32Array(levels.length)
  for (let at = 0; at < levels.length; at += 1) decoded[at] = table[levels[at] ?? 0] ?? 0
  return decoded
}

function longest(strings: StringTable): number {
  let most = 0
  for (let index = 0; index < strings.count; index += 1) {
    most = Math.max(most, (strings.starts[index + 1] ?? 0) - (strings.starts[index] ?? 0))
  }
  return most
}
