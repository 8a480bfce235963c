import type { Lexicon } from './lexicon.ts'

/** The words of a text, by parallel arrays that the next call overwrites; only the first `count` places mean something. */
export interface ChineseWords {
  readonly count: number
  /** Offsets into the folded text in UTF-16 code units, half-open. Word n ends where word n + 1 starts. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Numbers of headwords; -1 for punctuation, for what is not Chinese and for unknown characters. */
  readonly ids: Int32Array
}

/** ln p of a sign that is in no dictionary. */
const UNKNOWN_SIGN = -20
/** How much better a headword nobody has counted is than the best way of taking it apart. */
const BONUS = 0.5
const NOT_WORKED_OUT = 1
const IMPOSSIBLE = -Infinity

/**
 * Cuts Chinese text into headwords of the lexicon: the path of highest probability through all words that
 * the text could be made of, each word as likely as it is common (as jieba does it). A headword without a
 * count is preferred to its parts. Runs of ASCII letters and digits stay whole; every other sign is a word.
 */
export class ChineseSegmenter {
  readonly #lexicon: Lexicon
  /** ln p by headword; above 0 where not worked out yet. */
  readonly #scores: Float32Array
  readonly #characters = new Int32Array(0x10000).fill(-2)
  readonly #found: Int32Array
  // Best path to each offset: its score, where its last word starts and which one that is.
  #best = new Float64Array(0)
  #from = new Uint32Array(0)
  #word = new Int32Array(0)
  #starts = new Uint32Array(0)
  #ends = new Uint32Array(0)
  #ids = new Int32Array(0)

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
    this.#found = new Int32Array(lexicon.longestChinese)
    this.#scores = lexicon.chineseFrequency.map((share) => (share > 0 ? Math.log(share) : NOT_WORKED_OUT))
  }

  /** The words of a folded and simplified text (`Lexicon.simplify`). They lie side by side and cover it. */
  segment(foldedText: string): ChineseWords {
    this.#makeRoom(foldedText.length)
    this.#walk(foldedText, 0, foldedText.length, -1)
    return this.#collect(foldedText.length)
  }

  /** The number of the headword that is this one code unit, or -1: what a word falls back to. */
  character(unit: number): number {
    let known = this.#characters[unit] ?? -1
    if (known < -1) {
      known = this.#lexicon.findChinese(String.fromCharCode(unit))
      this.#characters[unit] = known
    }
    return known
  }

  /** Fills best paths for the stretch; `except` is a headword that may not be used. */
  #walk(text: string, start: number, end: number, except: number): void {
    this.#best.fill(IMPOSSIBLE, 0, end - start + 1)
    this.#best[0] = 0
    for (let at = start; at < end; at += 1) {
      const score = this.#best[at - start] ?? IMPOSSIBLE
      // Inside of something that does not come apart.
      if (score === IMPOSSIBLE) continue
      this.#reach(at - start, this.#signEnd(text, at, end) - start, score + UNKNOWN_SIGN, -1)
      const longest = this.#lexicon.matchChinese(text, at, end, this.#found)
      for (let length = 1; length <= longest; length += 1) {
        const word = this.#found[length - 1] ?? -1
        if (word < 0 || word === except || !endsRun(text, at + length, end)) continue
        const known = this.#scores[word] ?? UNKNOWN_SIGN
        // Working out a worth looks words up itself, but writes into places of `found` already read only.
        this.#reach(at - start, at + length - start, score + (known > 0 ? this.#worth(word) : known), word)
      }
    }
  }

  #reach(from: number, to: number, score: number, word: number): void {
    if (score <= (this.#best[to] ?? IMPOSSIBLE)) return
    this.#best[to] = score
    this.#from[to] = from
    this.#word[to] = word
  }

  /** ln p of a headword without a count: a little more than that of its parts. */
  #worth(word: number): number {
    const text = this.#lexicon.chineseWord(word)
    const [best, from, words] = [this.#best, this.#from, this.#word]
    this.#best = new Float64Array(text.length + 1)
    this.#from = new Uint32Array(text.length + 1)
    this.#word = new Int32Array(text.length + 1)
    this.#walk(text, 0, text.length, word)
    const worth = Math.min(0, (this.#best[text.length] ?? UNKNOWN_SIGN) + BONUS)
    this.#best = best
    this.#from = from
    this.#word = words
    this.#scores[word] = worth
    return worth
  }

  #signEnd(text: string, at: number, end: number): number {
    if (!isAscii(text.charCodeAt(at)))
      return Math.min(end, at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1))
    let last = at + 1
    while (last < end && isAscii(text.charCodeAt(last))) last += 1
    return last
  }

  #collect(length: number): ChineseWords {
    let count = 0
    for (let at = length; at > 0; at = this.#from[at] ?? 0) count += 1
    let place = count
    for (let at = length; at > 0; at = this.#from[at] ?? 0) {
      place -= 1
      this.#starts[place] = this.#from[at] ?? 0
      this.#ends[place] = at
      this.#ids[place] = this.#word[at] ?? -1
    }
    return { count, starts: this.#starts, ends: this.#ends, ids: this.#ids }
  }

  #makeRoom(length: number): void {
    if (this.#best.length > length) return
    const size = Math.max(256, (length + 1) * 2)
    this.#best = new Float64Array(size)
    this.#from = new Uint32Array(size)
    this.#word = new Int32Array(size)
    this.#starts = new Uint32Array(size)
    this.#ends = new Uint32Array(size)
    this.#ids = new Int32Array(size)
  }
}

/** Whether a word may end here: not between two letters or digits of one run. */
function endsRun(text: string, at: number, end: number): boolean {
  return at >= end || !isAscii(text.charCodeAt(at)) || !isAscii(text.charCodeAt(at - 1))
}

/** An ASCII letter, either case, or digit. */
function isAscii(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)
}
