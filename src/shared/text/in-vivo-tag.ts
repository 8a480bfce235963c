import { TAG_NAME_LENGTH } from '../domain/tag-path.ts'
import { edgeAtOrBefore } from './graphemes.ts'

/**
 * A tag's name in a quote's own words: one line, without the punctuation around it, at most as long as a tag's name
 * may be and cut between characters. A slash would make levels and becomes a hyphen. '' for a quote without words.
 */
export function inVivoTagName(quote: string): string {
  const words = quote
    .replace(/[/／]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '')
  return words.slice(0, edgeAtOrBefore(words, Math.min(words.length, TAG_NAME_LENGTH))).trim()
}
