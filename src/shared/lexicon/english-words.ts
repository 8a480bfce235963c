import type { Lexicon } from './lexicon.ts'
import { ENGLISH_STOPWORDS } from './stopwords.ts'

/** One word of an English text. Offsets into the text as given, in UTF-16 code units, half-open. */
export interface EnglishWord {
  readonly start: number
  readonly end: number
  /** Lower case, without accents, clitics cut off: `Xi's` → `xi`, `isn't` → `is` and `n't`. */
  readonly word: string
  /** The stem under which the lexicon holds it. */
  readonly stem: string
  /** The lexicon's number of the stem, or -1. */
  readonly id: number
  readonly isStopword: boolean
  readonly isCapitalised: boolean
  /** Capitalised all through, and longer than one letter: `GDP`. */
  readonly isAllCapitals: boolean
  /** The first word of the text, of a sentence or of a quotation, where a capital says nothing. */
  readonly opensSentence: boolean
}

interface KnownWord {
  readonly word: string
  readonly stem: string
  readonly id: number
  readonly isStopword: boolean
}

/** A run of letters, apostrophes inside; digits may follow a letter (`G20`). Hyphens divide. */
const WORD =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}\d]*(?:['’‘`´ʼ＇]\p{Script=Latin}[\p{Script=Latin}\p{M}]*)*/gu
const APOSTROPHES = /['’‘`´ʼ＇]/gu
const CLITIC = /(?:n't|'(?:s|re|ve|ll|d|m|t))$/u
/** Between two words: an end mark and white space, or the opening of a quotation or a bracket. */
const OPENS = /[.!?…:]["'”’)\]]*\s|[。！？：\n“«「『(（[]|\s["‘']/u
/** As many words as are remembered; texts repeat themselves. */
const MEMORY = 50_000

/**
 * Reads English words against a lexicon. Keep one for as long as the lexicon is used: it remembers what it
 * has stemmed.
 */
export class EnglishReader {
  readonly #lexicon: Lexicon
  readonly #known = new Map<string, KnownWord>()

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  /** The words of a text in their order. Numbers in digits are not words. */
  words(text: string): EnglishWord[] {
    const words: EnglishWord[] = []
    let previousEnd = 0
    for (const match of text.matchAll(WORD)) {
      const start = match.index
      const [raw] = match
      const end = start + raw.length
      const opensSentence = words.length === 0 || OPENS.test(text.slice(previousEnd, start))
      const isCapitalised = /^\p{Lu}/u.test(raw)
      const plain = plainLetters(raw)
      const clitic = plain.length === raw.length ? (CLITIC.exec(plain)?.[0].length ?? 0) : 0
      const cut = clitic < plain.length ? raw.length - clitic : raw.length
      const head = raw.slice(0, cut)
      const isAllCapitals = head.length > 1 && !/\p{Ll}/u.test(head) && /\p{Lu}.*\p{Lu}|\p{Lu}\d/u.test(head)
      words.push({
        start,
        end: start + cut,
        ...this.#look(cut === raw.length ? plain : plain.slice(0, cut)),
        isCapitalised,
        isAllCapitals,
        opensSentence,
      })
      if (cut < raw.length) {
        words.push({
          start: start + cut,
          end,
          ...this.#look(plain.slice(cut)),
          isCapitalised: false,
          isAllCapitals: false,
          opensSentence: false,
        })
      }
      previousEnd = end
    }
    return words
  }

  #look(word: string): KnownWord {
    let known = this.#known.get(word)
    if (known === undefined) {
      if (this.#known.size >= MEMORY) this.#known.clear()
      const stem = this.#lexicon.stemEnglish(word)
      known = { word, stem, id: this.#lexicon.findEnglish(stem), isStopword: ENGLISH_STOPWORDS.has(word) }
      this.#known.set(word, known)
    }
    return known
  }
}

/** Lower case, plain apostrophes, accents off; full-width letters become plain ones. */
function plainLetters(word: string): string {
  if (/^[a-z]+$/u.test(word)) return word
  return word.replaceAll(APOSTROPHES, "'").normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
