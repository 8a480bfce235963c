import type { Lexicon } from '../lexicon/lexicon.ts'
import { functionWordsFor } from './function-words.ts'
import { RelatedWords } from './related-words.ts'
import type { SideTokens } from './tokens.ts'
import { makeTable, type Renderings, type TranslationTable } from './translation-table.ts'

/** What a word's single characters say counts less than what the word says. */
const CHARACTER_WORTH = 0.25
/** A word that stands the same on both sides. */
const SAME_WORD = 0.9
/** A function word that can be rendered by one other only. */
const FUNCTION_WORD = 0.6

/** Finds what the Chinese words of a text may be rendered by, among the English words of the other. */
export class BilingualSeeds {
  readonly #lexicon: Lexicon
  readonly #related: RelatedWords

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
    this.#related = new RelatedWords(lexicon)
  }

  table(chinese: SideTokens, english: SideTokens): TranslationTable {
    const lexicon = this.#lexicon
    const typeOf = new Int32Array(lexicon.englishCount).fill(-1)
    for (const [type, key] of english.keys.entries()) {
      const id = lexicon.findEnglish(key)
      if (id >= 0) typeOf[id] = type
    }
    const rows = chinese.keys.map((key): Renderings => {
      const renderings = new Map<number, number>()
      const same = english.numbers.get(key)
      if (same !== undefined) add(renderings, same, SAME_WORD)
      if (/^[#a-z]/u.test(key)) return renderings
      const functionWords = functionWordsFor(key)
      for (const word of functionWords) {
        const type = english.numbers.get(word)
        if (type !== undefined) add(renderings, type, FUNCTION_WORD / Math.sqrt(functionWords.length))
      }
      const id = lexicon.findChinese(key)
      if (id >= 0) {
        this.#addGlosses(renderings, typeOf, id, 1)
        this.#related.walk(id, typeOf, (word, chance) => add(renderings, typeOf[word] ?? 0, chance))
      }
      const characters = Array.from(key)
      if (characters.length > 1) {
        for (const character of characters) {
          const single = lexicon.findChinese(character)
          if (single >= 0) this.#addGlosses(renderings, typeOf, single, CHARACTER_WORTH / characters.length)
        }
      }
      return renderings
    })
    return makeTable(rows, chinese.counts, english.counts)
  }

  #addGlosses(renderings: Map<number, number>, typeOf: Int32Array, id: number, worth: number): void {
    const { glossStart, glossWords, glossWeights } = this.#lexicon
    for (let entry = glossStart[id] ?? 0; entry < (glossStart[id + 1] ?? 0); entry += 1) {
      const type = typeOf[glossWords[entry] ?? 0] ?? -1
      if (type >= 0) add(renderings, type, worth * (glossWeights[entry] ?? 0))
    }
  }
}

function add(renderings: Map<number, number>, type: number, weight: number): void {
  renderings.set(type, (renderings.get(type) ?? 0) + weight)
}
