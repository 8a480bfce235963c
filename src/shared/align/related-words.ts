import type { Lexicon } from '../lexicon/lexicon.ts'

/** Words as common as this are rendered by nearly anything. Share of running words. */
const TOO_COMMON = 3e-4
/** Ways less likely than this are not followed; renderings less likely than this are not told. */
const LEAST_WAY = 0.01
const LEAST = 0.01

/**
 * Renderings that no dictionary lists though it knows both words: 屋 is *house*, *house* is also 住宅, and 住宅 is
 * also *residence*. A walk of three steps over the lexicon as a graph, z → e′ → z′ → e, each step by its
 * probability (Kok & Brockett 2010, Hitting the Right Paraphrases in Good Time).
 */
export class RelatedWords {
  readonly #lexicon: Lexicon
  /** Which headwords have an English stem among their glosses: those of stem `e` from `starts[e]` on. */
  readonly #starts: Uint32Array
  readonly #headwords: Uint32Array
  /** p(z′|e′), by how likely and how common the headword is. */
  readonly #chances: Float32Array
  readonly #sums: Float64Array

  constructor(lexicon: Lexicon) {
    const { chineseCount, englishCount, glossStart, glossWords, glossWeights, chineseFrequency } = lexicon
    const starts = new Uint32Array(englishCount + 1)
    for (const word of glossWords) starts[word + 1] = (starts[word + 1] ?? 0) + 1
    for (let word = 0; word < englishCount; word += 1)
      starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0)
    const headwords = new Uint32Array(glossWords.length)
    const chances = new Float32Array(glossWords.length)
    const next = starts.slice()
    const totals = new Float64Array(englishCount)
    for (let headword = 0; headword < chineseCount; headword += 1) {
      // Damped, so that one very common word does not take all.
      const common = Math.sqrt(chineseFrequency[headword] ?? 0) + 1e-6
      for (let entry = glossStart[headword] ?? 0; entry < (glossStart[headword + 1] ?? 0); entry += 1) {
        const word = glossWords[entry] ?? 0
        const place = next[word] ?? 0
        next[word] = place + 1
        headwords[place] = headword
        chances[place] = (glossWeights[entry] ?? 0) * common
        totals[word] = (totals[word] ?? 0) + (chances[place] ?? 0)
      }
    }
    for (let word = 0; word < englishCount; word += 1) {
      for (let place = starts[word] ?? 0; place < (starts[word + 1] ?? 0); place += 1) {
        chances[place] = (chances[place] ?? 0) / (totals[word] ?? 1)
      }
    }
    this.#lexicon = lexicon
    this.#starts = starts
    this.#headwords = headwords
    this.#chances = chances
    this.#sums = new Float64Array(englishCount)
  }

  /** Tells the English words that a walk from the headword reaches, of those `wanted` (0 or more there), with their probability. */
  walk(headword: number, wanted: Int32Array, tell: (english: number, chance: number) => void): void {
    const { glossStart, glossWords, glossWeights, englishFrequency } = this.#lexicon
    const [from, to] = [glossStart[headword] ?? 0, glossStart[headword + 1] ?? 0]
    let total = 0
    for (let entry = from; entry < to; entry += 1) total += glossWeights[entry] ?? 0
    const reached: number[] = []
    for (let entry = from; entry < to; entry += 1) {
      const word = glossWords[entry] ?? 0
      if ((englishFrequency[word] ?? 0) > TOO_COMMON) continue
      const first = (glossWeights[entry] ?? 0) / total
      for (let place = this.#starts[word] ?? 0; place < (this.#starts[word + 1] ?? 0); place += 1) {
        const chance = first * (this.#chances[place] ?? 0)
        if (chance < LEAST_WAY) continue
        const other = this.#headwords[place] ?? 0
        for (let last = glossStart[other] ?? 0; last < (glossStart[other + 1] ?? 0); last += 1) {
          const english = glossWords[last] ?? 0
          if ((wanted[english] ?? -1) < 0) continue
          if (this.#sums[english] === 0) reached.push(english)
          this.#sums[english] = (this.#sums[english] ?? 0) + chance * (glossWeights[last] ?? 0)
        }
      }
    }
    for (const english of reached) {
      const chance = this.#sums[english] ?? 0
      this.#sums[english] = 0
      if (chance >= LEAST) tell(english, chance)
    }
  }
}
