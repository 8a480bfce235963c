import searchLoosely from 'approx-string-match'
import { LOOSE_SHARE } from './anchor-weights.ts'
import type { TextRange } from './graphemes.ts'
import { changesBetween } from './text-changes.ts'

/** A stretch of text that reads like a quote: `likeness` is 1 less the share that differs. */
export interface SimilarRange extends TextRange {
  readonly likeness: number
}

/**
 * Longer quotes are not searched for as a whole, whose cost grows with the square of their length where text
 * repeats itself, but by a probe of this many code units from the beginning, the end or the middle.
 */
const PROBE = 96

/** Places a probe is followed up from. */
const MOST_FOLLOWED = 20

/** How much longer than the quote a likeness may be, in code units. */
function longestEdit(quote: string): number {
  return Math.floor(quote.length * LOOSE_SHARE)
}

/** How much text, in code units, what is searched for may take up: the least that windows should overlap by. */
export function searchedLength(quote: string): number {
  const length = Math.min(PROBE, quote.length)
  return length + Math.floor(length * LOOSE_SHARE)
}

/**
 * Stretches of `text` that begin, or whose probe lies, within `window` and that differ from `quote` in at most `LOOSE_SHARE` of it; Offsets are UTF-16 code units in `text` and may cut graphemes. For quotes that need
 * a probe one of its three parts must have survived.
 */
export function similarRanges(text: string, quote: string, window: TextRange): SimilarRange[] {
  const searched = text.slice(window.start, window.end)
  if (quote.length <= PROBE) {
    return searchLoosely(searched, quote, longestEdit(quote))
      .map((match) => ({ start: window.start + match.start, end: window.start + match.end }))
      .flatMap((rough) => fit(text, quote, rough))
  }
  for (const offset of [0, quote.length - PROBE, Math.floor((quote.length - PROBE) / 2)]) {
    const probe = quote.slice(offset, offset + PROBE)
    const found = searchLoosely(searched, probe, longestEdit(probe))
      .slice(0, MOST_FOLLOWED)
      .flatMap((match) => {
        const start = window.start + match.start - offset
        const slack = longestEdit(quote)
        const rough = { start: Math.max(0, start - slack), end: start + quote.length + slack }
        return fit(text, quote, rough)
      })
    if (found.length > 0) return found
  }
  return []
}

/** A rough range without what was only added at its ends; nothing, if what is left is not like the quote. */
function fit(text: string, quote: string, rough: TextRange): SimilarRange[] {
  const actual = text.slice(rough.start, rough.end)
  const changes = changesBetween(quote, actual)
  const first = changes[0]
  const last = changes.at(-1)
  let start = 0
  let end = actual.length
  if (first?.old.end === 0) start = first.new.end
  if (last?.old.start === quote.length) end = last.new.start
  let removed = 0
  let added = 0
  for (const change of changes) {
    removed += change.old.end - change.old.start
    added += Math.max(0, Math.min(end, change.new.end) - Math.max(start, change.new.start))
  }
  const likeness = 1 - Math.max(removed, added) / quote.length
  if (start >= end || likeness < 1 - LOOSE_SHARE) return []
  return [{ start: rough.start + start, end: rough.start + end, likeness }]
}
