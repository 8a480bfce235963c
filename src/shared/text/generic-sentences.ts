import { nextSentence } from './next-sentence.ts'
import { hasContent, type Stop } from './stop.ts'

/**
 * Whether a sentence ends at a Latin stop in a language we have no rules for: where white space and anything
 * but a small letter follow, except after an initial (`А. С. Пушкин`) and after a number of one or two
 * digits (`am 3. Oktober`, list items).
 */
export function endsGenericSentence(text: string, stop: Stop): boolean {
  const next = nextSentence(text, stop)
  if (next === 'end') return true
  if (next === 'none' || !hasContent(text, stop)) return false
  const isSingleDot =
    stop.end - stop.start === 1 && stop.after === stop.end && text.charAt(stop.start) === '.'
  if (!isSingleDot) return true
  const before = text.slice(Math.max(stop.sentenceStart, stop.start - 4), stop.start)
  return !/(?:^|[^\p{L}\p{Nd}])(?:\p{Lu}|\p{Nd}{1,2})$/u.test(before)
}
