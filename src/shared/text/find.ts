import { foldText, type FoldedText } from './fold.ts'
import { snapToGraphemes, type TextRange } from './graphemes.ts'

export interface FindOptions {
  /** At most this many results; all of them unless given. */
  readonly limit?: number
  /** The text already folded, for asking the same text many things. */
  readonly folded?: FoldedText
}

/**
 * Where `query` occurs in `text`, compared as `foldText` compares: case, width, quotes, dashes and the amount
 * of white space do not matter. Ranges are UTF-16 code units, half-open, in `text`; in order, never
 * overlapping, and grown outward to grapheme edges (asking for 👨 finds the family it is part of).
 * A query that folds to nothing or to white space finds nothing.
 */
export function findAll(text: string, query: string, options: FindOptions = {}): TextRange[] {
  const needle = foldText(query).text
  if (needle.trim() === '') return []
  const folded = options.folded ?? foldText(text)
  const limit = options.limit ?? Number.POSITIVE_INFINITY
  const found: TextRange[] = []
  let from = 0
  let foundEnd = 0
  while (found.length < limit) {
    const at = folded.text.indexOf(needle, from)
    if (at === -1) break
    const range = snapToGraphemes(text, {
      start: folded.toSource(at, 'start'),
      end: folded.toSource(at + needle.length, 'end'),
    })
    // Two matches inside one grapheme (f in ﬀ) are one result.
    if (range.start < foundEnd) {
      from = at + 1
      continue
    }
    found.push(range)
    foundEnd = range.end
    from = at + needle.length
  }
  return found
}
