// Wide in the sense of a fixed-width page: Han, kana, CJK punctuation, full-width forms.
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u

/** Whether a character takes two columns of a fixed-width page, as Han characters do. */
export function isWide(character: string): boolean {
  return WIDE.test(character)
}

/**
 * Width of a line in columns of a fixed-width page: two for a wide character, one for any other.
 *
 * @param limit counting stops here, so that a line of five million characters costs no more than a short one
 */
export function columns(line: string, limit = 1000): number {
  let width = 0
  for (const character of line) {
    width += isWide(character) ? 2 : 1
    if (width >= limit) return limit
  }
  return width
}

const CLOSERS = /["'”’»）)\]】」』》〉\s]+$/u
const SENTENCE_END = /[。．.！!？?…；;]$/u
const CLAUSE_END = /[。．.！!？?…；;：:，,、—-]$/u

function withoutClosers(text: string): string {
  // The tail is enough, and keeps a long run of closers from being scanned over and over.
  return text.slice(-40).replace(CLOSERS, '')
}

/** Whether a text ends as a sentence does (closing quotes and brackets after the stop are allowed). */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(withoutClosers(text))
}

/** Whether a text ends in any punctuation that a heading or title would not end in. */
export function endsClause(text: string): boolean {
  return CLAUSE_END.test(withoutClosers(text))
}

/** How many words a Latin text has: runs between white space. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length
}
