import { findChineseNumbers } from '../lexicon/chinese-numbers.ts'
import { findEnglishNumbers } from '../lexicon/english-numbers.ts'
import { EnglishReader } from '../lexicon/english-words.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { ChineseSegmenter } from '../lexicon/segment-chinese.ts'
import type { NumberMention } from '../lexicon/number-mention.ts'
import { englishFunctionWord } from './function-words.ts'

const HAN_OR_ASCII = /[\p{Script=Han}\p{Script=Latin}]/u
/** Particles and marks of aspect: everywhere, and rendered by nothing. */
const PARTICLES = new Set('的 了 着 地 得 之 吗 呢 吧 啊 呀 嘛'.split(' '))
/** Evidence is taken from this many code units of a segment at most. */
const MOST_TEXT = 4000

/**
 * Reads the words of Chinese and English texts as keys: two words with one key count as the same word.
 * Keep one as long as the lexicon is used.
 */
export class BilingualReader {
  readonly #lexicon: Lexicon
  readonly #segmenter: ChineseSegmenter
  readonly #english: EnglishReader

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
    this.#segmenter = new ChineseSegmenter(lexicon)
    this.#english = new EnglishReader(lexicon)
  }

  chinese(text: string): string[] {
    const folded = this.#lexicon.simplify(text.slice(0, MOST_TEXT).normalize('NFKC'))
    const numbers = new NumberPlaces(findChineseNumbers(folded))
    const words = this.#segmenter.segment(folded)
    const keys: string[] = []
    for (let index = 0; index < words.count; index += 1) {
      const [start, end] = [words.starts[index] ?? 0, words.ends[index] ?? 0]
      if (numbers.covers(start, keys)) continue
      const word = folded.slice(start, end)
      if (PARTICLES.has(word) || !HAN_OR_ASCII.test(word)) continue
      keys.push(/^[a-z]/iu.test(word) ? this.#lexicon.stemEnglish(word.toLowerCase()) : word)
    }
    return keys
  }

  english(text: string): string[] {
    const plain = text.slice(0, MOST_TEXT)
    const numbers = new NumberPlaces(findEnglishNumbers(plain))
    const keys: string[] = []
    for (const { word, stem, start, isStopword } of this.#english.words(plain)) {
      if (numbers.covers(start, keys)) continue
      const functionWord = englishFunctionWord(word)
      if (functionWord !== undefined) keys.push(functionWord)
      else if (!isStopword) keys.push(stem)
    }
    numbers.covers(Infinity, keys)
    return keys
  }
}

/** Puts numbers in the place of the words they are written with. */
class NumberPlaces {
  readonly #numbers: readonly NumberMention[]
  #next = 0

  constructor(numbers: readonly NumberMention[]) {
    this.#numbers = numbers
  }

  /** Adds the numbers that begin by `offset` to the keys; says whether the word there belongs to a number. */
  covers(offset: number, keys: string[]): boolean {
    for (;;) {
      const number = this.#numbers[this.#next]
      if (number === undefined || number.start > offset) break
      if (!number.isWeak) keys.push(`#${number.key}`)
      this.#next += 1
    }
    const last = this.#numbers[this.#next - 1]
    return last !== undefined && offset < last.end && !last.isWeak
  }
}
