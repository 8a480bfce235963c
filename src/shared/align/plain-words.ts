/** Evidence is taken from this many code units of a segment at most. */
const MOST_TEXT = 4000
/** A run of letters of a script that puts spaces between words, a number, or one sign of a script that does not. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+/gu

/**
 * The words of a text in any language, in lower case, as keys: what two languages may have in common without a
 * lexicon, such as names, numbers and terms.
 */
export function plainWords(text: string): string[] {
  const words = text.slice(0, MOST_TEXT).normalize('NFKC').toLowerCase().match(WORD) ?? []
  return words.map((word) => (/^\p{N}/u.test(word) ? `#${word.replaceAll(',', '')}` : word))
}
