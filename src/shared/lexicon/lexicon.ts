/** Where a part of the lexicon came from, to be named wherever the lexicon is shown. */
export interface LexiconSource {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly url: string
}

/**
 * A bilingual word list in typed arrays: Chinese headwords and English stems by number, what a headword can
 * mean and how common each word is. Numbers run from 0; look-ups answer -1 for what is not in it.
 * Chinese is held folded (NFKC, simplified), English as stems (`stemEnglish`).
 */
export interface Lexicon {
  readonly sources: readonly LexiconSource[]
  readonly chineseCount: number
  readonly englishCount: number
  /** Length of the longest Chinese headword, in UTF-16 code units. */
  readonly longestChinese: number
  findChinese(foldedWord: string): number
  findEnglish(stem: string): number
  chineseWord(chinese: number): string
  englishWord(english: number): string
  /** The stem under which a lower-case English word is held: its lemma if known, then a light suffix stemmer. */
  stemEnglish(lowerCaseWord: string): string
  /** Glosses of headword `z` are the entries `[glossStart[z], glossStart[z + 1])` of `glossWords` and `glossWeights`. */
  readonly glossStart: Uint32Array
  readonly glossWords: Uint32Array
  /** t(e|z): how likely the headword is rendered by that stem; from 0 to 1, at least .03 each. */
  readonly glossWeights: Float32Array
  /** Share of running words, from large general word counts; 0 where unknown. */
  readonly chineseFrequency: Float32Array
  readonly englishFrequency: Float32Array
  /** Readings of one Chinese character: pinyin syllables without tones, `v` for ü; empty where unknown. */
  pinyin(character: string): readonly string[]
  /**
   * The text with traditional characters as simplified ones, code unit by code unit, so that offsets stay.
   * Headwords went through the same table: `findChinese` and `matchChinese` expect text that did.
   */
  simplify(foldedText: string): string
  /**
   * All headwords that begin at `start` and end by `end` (UTF-16 code units): `found[n]` becomes the number of
   * the headword of `n + 1` code units, or -1. Returns the length of the longest one, 0 for none; what lies
   * beyond it in `found` means nothing. `found` should have `longestChinese` places.
   */
  matchChinese(foldedText: string, start: number, end: number, found: Int32Array): number
}
