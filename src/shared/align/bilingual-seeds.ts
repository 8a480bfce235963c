import type { Lexicon } from '../lexicon/lexicon.ts'
import { functionWordsFor } from './function-words.ts'
import type { SideTokens } from './tokens.ts'
import { makeTable, type Renderings, type TranslationTable } from './translation-table.ts'

/** What a word's single characters say counts less than what the word says. */
const CHARACTER_WORTH = 0.25
/** A word that stands the same on both sides. */
const SAME_WORD = 0.9
/** A function word that can be rendered by one other only. */
const FUNCTION_WORD = 0.6

/** The lexicon's renderings of the words that occur, restricted to words that occur on the other side. */
export function bilingualSeeds(lexicon: Lexicon, chinese: SideTokens, english: SideTokens): TranslationTable {
  const localEnglish = new Int32Array(lexicon.englishCount).fill(-1)
  for (const [type, key] of english.keys.entries()) {
    const id = lexicon.findEnglish(key)
    if (id >= 0) localEnglish[id] = type
  }
  const addGlosses = (renderings: Map<number, number>, id: number, worth: number): void => {
    for (let entry = lexicon.glossStart[id] ?? 0; entry < (lexicon.glossStart[id + 1] ?? 0); entry += 1) {
      const type = localEnglish[lexicon.glossWords[entry] ?? 0] ?? -1
      if (type >= 0) add(renderings, type, worth * (lexicon.glossWeights[entry] ?? 0))
    }
  }
  const rows = chinese.keys.map((key): Renderings => {
    const renderings = new Map<number, number>()
    const same = english.numbers.get(key)
    if (same !== undefined) add(renderings, same, SAME_WORD)
    const functionWords = functionWordsFor(key)
    for (const word of functionWords) {
      const type = english.numbers.get(word)
      if (type !== undefined) add(renderings, type, FUNCTION_WORD / Math.sqrt(functionWords.length))
    }
    const id = lexicon.findChinese(key)
    if (id >= 0) addGlosses(renderings, id, 1)
    const characters = Array.from(key)
    if (characters.length > 1 && !/^[#a-z]/u.test(key)) {
      for (const character of characters) {
        const single = lexicon.findChinese(character)
        if (single >= 0) addGlosses(renderings, single, CHARACTER_WORTH / characters.length)
      }
    }
    return renderings
  })
  return makeTable(rows, chinese.counts, english.counts)
}

function add(renderings: Map<number, number>, type: number, weight: number): void {
  renderings.set(type, (renderings.get(type) ?? 0) + weight)
}
