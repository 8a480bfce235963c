import type { Brackets } from './bracket-pairs.ts'
import {
  CLOSERS,
  CLOSING_QUOTES,
  CONTINUATIONS,
  ELLIPSIS,
  IDEOGRAPHIC_STOPS,
  LATIN_STOPS,
  OPENERS,
  OPENING_QUOTES,
  OTHER_STOPS,
  STRAIGHT_QUOTES,
  isDigit,
  isHanBefore,
  isLetter,
  isWhiteSpace,
} from './sentence-marks.ts'

/** As many signs in a row as are looked through for something to say, in code units. */
const LONGEST_ORNAMENT = 32

/** A place where a sentence may end: a run of stops and all that belongs to it. Offsets are UTF-16 code units. */
export interface Stop {
  /** Where the sentence in question begins. */
  readonly sentenceStart: number
  /** The run of stops itself, half-open. */
  readonly start: number
  readonly end: number
  /** After the closing quotes, brackets and note marks that follow: where the next sentence would begin. */
  readonly after: number
  readonly kind: 'ideographic' | 'latin' | 'ellipsis'
  /** Whether the run stands right behind an opening quote, as what was left out: “……读者看得见。” */
  readonly opensQuote: boolean
  /** The offset of the last closing quote between `end` and `after`, if any. */
  readonly closingQuote: number | null
}

export function isStopCharacter(character: string): boolean {
  return (
    LATIN_STOPS.has(character) ||
    IDEOGRAPHIC_STOPS.has(character) ||
    character === ELLIPSIS ||
    OTHER_STOPS.has(character)
  )
}

/**
 * Reads the run of stops at `start` with everything that closes after it. `insideStraightQuotes` says whether a
 * straight double quote is open, which alone tells whether the next one closes.
 */
export function readStop(
  text: string,
  sentenceStart: number,
  start: number,
  insideStraightQuotes: boolean,
): Stop {
  let end = runEnd(text, start)
  const kind = kindOf(text.slice(start, Math.min(end, start + 16)))
  let after = end
  let closingQuote: number | null = null
  let isInside = insideStraightQuotes
  for (;;) {
    const character = text.charAt(after)
    if (closes(text, after, isInside)) {
      if (CLOSING_QUOTES.has(character)) closingQuote = after
      if (character === '"') isInside = false
      after += 1
    } else if (after > end && isStopCharacter(character)) {
      // “……好！”。 – a stop again after the closing quote.
      end = runEnd(text, after)
      after = end
    } else {
      break
    }
  }
  const opensQuote = isBehindOpeningQuote(text, start, insideStraightQuotes)
  return { sentenceStart, start, end, after: skipNoteMarks(text, after), kind, opensQuote, closingQuote }
}

/** Whether anything a sentence could consist of stands before the stop; dots and brackets alone are none. */
export function hasContent(text: string, stop: Stop): boolean {
  const limit = Math.min(stop.start, stop.sentenceStart + LONGEST_ORNAMENT)
  for (let offset = stop.sentenceStart; offset < limit; offset += 1) {
    if (!isOrnament(text.charAt(offset))) return true
  }
  return limit < stop.start
}

/** Whether the quote that closes at the stop opened within the same sentence, as a word of it: 他喊“加油！”. */
export function isQuotedWord(text: string, stop: Stop, brackets: Brackets): boolean {
  if (stop.closingQuote === null) return false
  const opener = brackets.openerOf.get(stop.closingQuote)
  if (opener === undefined || opener <= stop.sentenceStart) return false
  const before = text.charAt(opener - 1)
  return isLetter(before) || isDigit(before) || isHanBefore(text, opener)
}

function isOrnament(character: string): boolean {
  return (
    isStopCharacter(character) ||
    CLOSERS.has(character) ||
    OPENERS.has(character) ||
    STRAIGHT_QUOTES.has(character) ||
    isWhiteSpace(character)
  )
}

function isBehindOpeningQuote(text: string, start: number, insideStraightQuotes: boolean): boolean {
  const before = text.charAt(isBlank(text.charAt(start - 1)) ? start - 2 : start - 1)
  return before === '"' ? insideStraightQuotes : OPENING_QUOTES.has(before)
}

function isBlank(character: string): boolean {
  return isWhiteSpace(character) && character !== '\n'
}

function runEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && isStopCharacter(text.charAt(end))) end += 1
  return end
}

function kindOf(run: string): Stop['kind'] {
  for (const character of run) {
    if (IDEOGRAPHIC_STOPS.has(character) || OTHER_STOPS.has(character)) return 'ideographic'
  }
  const isDots = run.length >= 3 && run.startsWith('...')
  return run.includes(ELLIPSIS) || isDots ? 'ellipsis' : 'latin'
}

function closes(text: string, offset: number, insideStraightQuotes: boolean): boolean {
  const character = text.charAt(offset)
  if (CLOSERS.has(character)) return true
  if (!STRAIGHT_QUOTES.has(character)) return false
  if (character === '"' && insideStraightQuotes) return true
  const next = text.charAt(offset + 1)
  return next === '' || isWhiteSpace(next) || CLOSERS.has(next) || CONTINUATIONS.has(next) || next === '"'
}

/** Footnote marks belong to the sentence they follow: `[12]`, `¹²`. */
function skipNoteMarks(text: string, offset: number): number {
  const mark = /^(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹])+/u.exec(text.slice(offset, offset + 24))
  return offset + (mark?.[0].length ?? 0)
}
