import {
  ALWAYS_GO_ON,
  GO_ON_BEFORE_NUMBER,
  SENTENCE_STARTERS,
  SPEECH_VERBS,
  STARTERS_THAT_ARE_NAMES,
  USUALLY_GO_ON,
} from './english-abbreviations.ts'
import { nextSentence } from './next-sentence.ts'
import { isDigit } from './sentence-marks.ts'
import { hasContent, type Stop } from './stop.ts'

/** How far back an abbreviation is looked for, and how far ahead an attribution, in code units. */
const WORD_LENGTH = 24
const ATTRIBUTION_LENGTH = 60

/**
 * Whether an English sentence ends at a stop. It does when white space and something that can begin a
 * sentence follow (not a small letter, a dash, a comma), except after
 * - abbreviations, initials and dotted capitals (`Mr. Li`, `J. Smith`, `the U.S. government`), unless a word
 *   follows that begins sentences (`in the U.S. The government …`);
 * - the number of a list item (`1. The first`);
 * - a quoted question or cry with its attribution (`“Really?” Li Ming asked.`).
 */
export function endsEnglishSentence(text: string, stop: Stop): boolean {
  const next = nextSentence(text, stop)
  if (next === 'end') return true
  if (next === 'none' || !hasContent(text, stop)) return false
  if (isListNumber(text, stop)) return false
  const followingWord = wordAt(text, next.letter)
  if (isSingleDot(text, stop)) return !isAbbreviation(text, stop, next.letter, followingWord)
  return !(stop.closingQuote !== null && isAttribution(text, stop, next.letter, followingWord))
}

function isSingleDot(text: string, stop: Stop): boolean {
  return stop.end - stop.start === 1 && stop.after === stop.end && text.charAt(stop.start) === '.'
}

function isListNumber(text: string, stop: Stop): boolean {
  if (!isSingleDot(text, stop) || stop.start - stop.sentenceStart > 8) return false
  return /^\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})$/u.test(text.slice(stop.sentenceStart, stop.start))
}

function isAbbreviation(text: string, stop: Stop, nextLetter: number, followingWord: string): boolean {
  const before = text.slice(Math.max(stop.sentenceStart, stop.start - WORD_LENGTH), stop.start)
  // Latin letters only: in Chinese text an initial stands right behind a Han character.
  const token = /\p{Script=Latin}[\p{Script=Latin}.'’]*$/u.exec(before)?.[0]
  if (token === undefined) return false
  const word = token.toLowerCase().replaceAll('’', "'")
  if (ALWAYS_GO_ON.has(word)) return true
  if (GO_ON_BEFORE_NUMBER.has(word)) return isDigit(text.charAt(nextLetter))
  const isInitial = /^\p{Lu}$/u.test(token)
  const isDotted = /^(?:\p{L}\.)+\p{L}$/u.test(token)
  if (!isInitial && !isDotted && !USUALLY_GO_ON.has(word)) return false
  if (isInitial && STARTERS_THAT_ARE_NAMES.has(followingWord)) return true
  // `J. A. Smith`: an A with a dot is no article.
  const isFollowedByDot = text.charAt(nextLetter + followingWord.length) === '.'
  return !SENTENCE_STARTERS.has(followingWord) || isFollowedByDot
}

/** Only after ? and !: a statement before its attribution ends in a comma. Pronouns would be in small letters. */
function isAttribution(text: string, stop: Stop, nextLetter: number, followingWord: string): boolean {
  if (text.charAt(stop.start) === '.' || SENTENCE_STARTERS.has(followingWord)) return false
  const clause =
    /^[^.!?。！？,;:“"]*/u.exec(text.slice(nextLetter, nextLetter + ATTRIBUTION_LENGTH))?.[0] ?? ''
  const following = clause.split(/\s+/u).slice(1, 6)
  return following.some((word) => SPEECH_VERBS.has(word))
}

function wordAt(text: string, offset: number): string {
  return /^[\p{L}]+/u.exec(text.slice(offset, offset + WORD_LENGTH))?.[0] ?? ''
}
