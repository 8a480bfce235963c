import { DuizhaoError } from '../domain/error.ts'

/**
 * The number of whole code points before a UTF-16 offset. An offset inside a surrogate pair counts as
 * before that character. Throws `invalid_input` for an offset outside the text.
 */
export function toCodePointOffset(text: string, utf16: number): number {
  if (!Number.isInteger(utf16) || utf16 < 0 || utf16 > text.length) throw outside(utf16)
  let pairs = 0
  for (let unit = 1; unit <= utf16 && unit < text.length; unit += 1) {
    if (isPair(text, unit - 1)) pairs += 1
  }
  return utf16 - pairs
}

/** The UTF-16 offset before the `codePoint`-th code point. Throws `invalid_input` when the text has fewer. */
export function fromCodePointOffset(text: string, codePoint: number): number {
  let utf16 = 0
  for (let passed = 0; passed < codePoint; passed += 1) {
    if (utf16 >= text.length) throw outside(codePoint)
    utf16 += isPair(text, utf16) ? 2 : 1
  }
  if (!Number.isInteger(codePoint) || codePoint < 0) throw outside(codePoint)
  return utf16
}

function isPair(text: string, unit: number): boolean {
  return (text.charCodeAt(unit) & 0xfc00) === 0xd800 && (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00
}

function outside(offset: number): DuizhaoError {
  return new DuizhaoError('invalid_input', 'An offset lies outside its text.', { offset })
}
