/** Sets of characters that sentence rules ask about. All are single UTF-16 code units. */

/** End a sentence by themselves in Chinese, Japanese and full-width text. */
export const IDEOGRAPHIC_STOPS = new Set('。？！｡')

/** End a sentence in scripts without capitals or full stops of our kind: Devanagari, Arabic, Khmer, Burmese … */
export const OTHER_STOPS = new Set('।॥؟۔։።።፧၊။។៕')

/** May end a sentence; the company they keep decides. */
export const LATIN_STOPS = new Set('.!?．')

export const ELLIPSIS = '…'

/** Close a quotation or a bracket; those right after a stop belong to its sentence. */
export const CLOSERS = new Set('”’」』》〉）】〕］｝)]}»›＂')

export const CLOSING_QUOTES = new Set('”’」』»＂"\'')

export const OPENERS = new Set('“‘「『《〈（【〔［｛([{«‹')

export const OPENING_QUOTES = new Set('“‘「『«"')

/** Join what follows to what stands before: no sentence begins with one. */
export const DASHES = new Set('-–—―')

/** Straight quotes open and close alike; only their place tells. */
export const STRAIGHT_QUOTES = new Set('"\'')

/** After one of these a sentence is still going on, whatever stood before. */
export const CONTINUATIONS = new Set('，、；：,;:')

const WHITE_SPACE = /\s/u
const HAN = /\p{Script=Han}/u
const LETTER = /\p{L}/u
const LOWER = /\p{Ll}/u
const DIGIT = /\p{Nd}/u

export function isWhiteSpace(character: string): boolean {
  return WHITE_SPACE.test(character)
}

/** Han in the basic plane or (by its lead surrogate) in the extensions. */
export function isHan(character: string): boolean {
  return HAN.test(character) || (character >= '\ud840' && character <= '\ud88f')
}

/** Whether the character that ends at `offset` is Han. */
export function isHanBefore(text: string, offset: number): boolean {
  const unit = text.charAt(offset - 1)
  return isHan(unit >= '\udc00' && unit <= '\udfff' ? text.charAt(offset - 2) : unit)
}

export function isLetter(character: string): boolean {
  return LETTER.test(character)
}

export function isLower(character: string): boolean {
  return LOWER.test(character)
}

export function isDigit(character: string): boolean {
  return DIGIT.test(character)
}

/** Where the white space that begins at `offset` ends (UTF-16 code units). */
export function skipWhiteSpace(text: string, offset: number): number {
  let end = offset
  while (end < text.length && isWhiteSpace(text.charAt(end))) end += 1
  return end
}
