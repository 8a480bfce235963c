import type { LanguageTag } from '../domain/article.ts'
import { matchBrackets, type Brackets } from './bracket-pairs.ts'
import { endsChineseSentence } from './chinese-sentences.ts'
import { endsEnglishSentence } from './english-sentences.ts'
import { endsGenericSentence } from './generic-sentences.ts'
import { isGraphemeEdge } from './graphemes.ts'
import { isHan, isHanBefore, isWhiteSpace, skipWhiteSpace } from './sentence-marks.ts'
import { isStopCharacter, readStop, type Stop } from './stop.ts'

export interface SplitOptions {
  /** Break after ； too. Off unless given. */
  readonly breakAtSemicolon?: boolean
}

/** An aside this short and without a stop of its own belongs to the sentence before it: 谢谢大家！（掌声） */
const SHORT_ASIDE = 12

/**
 * Cuts a text into sentences. The pieces joined are the text exactly; none is empty (an empty text has none);
 * white space belongs to the piece before it; no grapheme is cut. A blank line always ends a piece, a single
 * line break does not. Chinese stops follow the Chinese rules and Latin ones the English rules in either
 * language, since the texts mix; in other languages Latin stops follow a generic rule.
 * Linear in the length of the text.
 */
export function splitSentences(text: string, language: LanguageTag, options: SplitOptions = {}): string[] {
  const pieces: string[] = []
  let start = 0
  for (const end of sentenceBreaks(text, language, options)) {
    pieces.push(text.slice(start, end))
    start = end
  }
  if (start < text.length) pieces.push(text.slice(start))
  return pieces
}

/** Offsets (UTF-16 code units) at which a sentence begins, without 0 and the text's length; ascending. */
function sentenceBreaks(text: string, language: LanguageTag, options: SplitOptions): number[] {
  const breaks: number[] = []
  const brackets = matchBrackets(text)
  const endsLatin = latinRule(language)
  let sentenceStart = skipWhiteSpace(text, 0)
  let guard = 0
  let insideStraightQuotes = false
  let offset = 0

  const breakAt = (after: number): number => {
    const next = skipWhiteSpace(text, after)
    if (next >= text.length || next <= sentenceStart || !isGraphemeEdge(text, next)) return after
    breaks.push(next)
    sentenceStart = next
    return next
  }

  while (offset < text.length) {
    const character = text.charAt(offset)
    while ((brackets.guarded[guard]?.end ?? Number.POSITIVE_INFINITY) <= offset) guard += 1
    const guarded = brackets.guarded[guard]
    if (guarded?.start === offset) {
      const isSentence = isSentenceInBrackets(text, sentenceStart, guarded)
      offset = isSentence ? breakAt(guarded.end + 1) : guarded.end + 1
    } else if (isStopCharacter(character)) {
      const stop = withAside(text, readStop(text, sentenceStart, offset, insideStraightQuotes), brackets)
      for (let index = stop.end; index < stop.after; index += 1) {
        if (text.charAt(index) === '"') insideStraightQuotes = !insideStraightQuotes
      }
      const ends = isChineseStop(text, stop)
        ? endsChineseSentence(text, stop, brackets)
        : endsLatin(text, stop)
      offset = ends && !leavesOutBeginning(stop) ? breakAt(stop.after) : stop.after
    } else if (isWhiteSpace(character)) {
      const end = skipWhiteSpace(text, offset)
      const isBlankLine = countLineBreaks(text, offset, end) > 1
      if (isBlankLine) insideStraightQuotes = false
      offset = isBlankLine ? Math.max(breakAt(offset), end) : end
    } else {
      if (character === '"') insideStraightQuotes = !insideStraightQuotes
      offset += 1
      if (options.breakAtSemicolon === true && character === '；') offset = breakAt(offset)
    }
  }
  return breaks
}

type LatinRule = (text: string, stop: Stop) => boolean

function latinRule(language: LanguageTag): LatinRule {
  const primary = language.toLowerCase().split('-', 1)[0]
  return primary === 'en' || primary === 'zh' ? endsEnglishSentence : endsGenericSentence
}

/** An ellipsis between an opening quote and its text begins a sentence; alone in its quote it may end one: “……” */
function leavesOutBeginning(stop: Stop): boolean {
  return stop.kind === 'ellipsis' && stop.opensQuote && stop.closingQuote === null
}

/** Chinese typed with half-width signs: `你好!他走了?` But a lone dot needs a pause after it: `索海尔.汗`. */
function isChineseStop(text: string, stop: Stop): boolean {
  if (stop.kind === 'ideographic') return true
  const followsHan = isHanBefore(text, stop.start)
  const precedesHan = isHan(text.charAt(stop.after))
  if (stop.kind === 'ellipsis') return followsHan || precedesHan
  return followsHan && text.charAt(stop.start) !== '.' && text.charAt(stop.start) !== '．'
}

/** A short aside right after a Chinese stop goes with its sentence. */
function withAside(text: string, stop: Stop, brackets: Brackets): Stop {
  const opener = text.charAt(stop.after)
  if (stop.kind !== 'ideographic' || (opener !== '（' && opener !== '(')) return stop
  const limit = Math.min(text.length, stop.after + SHORT_ASIDE)
  for (let offset = stop.after + 1; offset < limit; offset += 1) {
    if (isStopCharacter(text.charAt(offset))) return stop
    if (brackets.openerOf.get(offset) === stop.after) return { ...stop, after: offset + 1 }
  }
  return stop
}

/** （他走了。） as a sentence of its own, as against an aside within one: 他笑了（真的！）然后走了。 */
function isSentenceInBrackets(
  text: string,
  sentenceStart: number,
  guarded: { start: number; end: number },
): boolean {
  const opener = text.charAt(guarded.start)
  if (opener !== '（' && opener !== '(') return false
  if (guarded.start !== sentenceStart) return false
  const last = text.charAt(guarded.end - 1)
  const beforeQuote = text.charAt(guarded.end - 2)
  return isStopCharacter(last) || ('”"’」'.includes(last) && isStopCharacter(beforeQuote))
}

function countLineBreaks(text: string, start: number, end: number): number {
  let count = 0
  for (let offset = start; offset < end; offset += 1) {
    const character = text.charAt(offset)
    const isLineBreak = character === '\n' || (character === '\r' && text.charAt(offset + 1) !== '\n')
    // A paragraph separator is a blank line by itself.
    if (isLineBreak) count += 1
    else if (character === '\u2029') count += 2
  }
  return count
}
