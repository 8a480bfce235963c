import {
  CLOSERS,
  CONTINUATIONS,
  DASHES,
  OPENERS,
  STRAIGHT_QUOTES,
  isDigit,
  isHan,
  isHanBefore,
  isLower,
  skipWhiteSpace,
} from './sentence-marks.ts'
import { isStopCharacter, type Stop } from './stop.ts'

/** Opening signs before the first letter of a sentence; more than this in a row are decoration. */
const MOST_OPENERS = 8

/**
 * Where the first letter of a next sentence stands (UTF-16 code units), if what follows a Latin stop can begin
 * one. `end`: nothing follows. `none`: the sentence goes on. Without white space in between only Chinese or an
 * opening quote begins one, so that `3.5`, `Node.js` and `example.com` stay whole.
 */
export function nextSentence(text: string, stop: Stop): { readonly letter: number } | 'end' | 'none' {
  const start = skipWhiteSpace(text, stop.after)
  if (start === text.length) return 'end'
  const character = text.charAt(start)
  if (start === stop.after) {
    if (!isHan(character) && !'“「『《'.includes(character)) return 'none'
    // 1.加强合作 · 索海尔.汗: a number and its text, a point within a name.
    const isBareDot = text.charAt(stop.start) === '.' && stop.after === stop.start + 1
    if (isBareDot && (isDigit(text.charAt(stop.start - 1)) || isHanBefore(text, stop.start))) return 'none'
  }
  const letter = skipOpeners(text, start)
  const first = text.charAt(letter)
  const goesOn =
    isLower(first) ||
    DASHES.has(first) ||
    CONTINUATIONS.has(first) ||
    CLOSERS.has(first) ||
    isStopCharacter(first)
  return goesOn ? 'none' : { letter }
}

function skipOpeners(text: string, start: number): number {
  let offset = start
  while (
    offset < start + MOST_OPENERS &&
    (OPENERS.has(text.charAt(offset)) || STRAIGHT_QUOTES.has(text.charAt(offset)))
  ) {
    offset += 1
  }
  return offset
}
