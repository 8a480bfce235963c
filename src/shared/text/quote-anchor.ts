import type { Anchor } from '../domain/anchor.ts'
import { indexAnchorText, type AnchorIndex, type AnchorText } from './anchor-text.ts'
import { anchorAt } from './create-anchor.ts'
import { findAll } from './find.ts'
import { foldText, type FoldedText } from './fold.ts'
import type { TextRange } from './graphemes.ts'

/** Finds quotes in one text, which is made ready for it once. */
export interface QuoteFinder {
  /** See {@link anchorQuote}. */
  anchor(quote: string, occurrence: number): Anchor | null
  /** See {@link countQuote}. */
  count(quote: string): number
}

export function createQuoteFinder(text: AnchorText): QuoteFinder {
  const index = indexAnchorText(text)
  let folded: FoldedText | null = null
  const occurrences = (quote: string): TextRange[] =>
    findOccurrences(index, quote, () => (folded ??= foldText(index.text)))
  return {
    anchor(quote, occurrence) {
      const range = occurrences(quote)[occurrence - 1]
      return range === undefined ? null : anchorAt(index, range)
    },
    count: (quote) => occurrences(quote).length,
  }
}

/**
 * An anchor on the `occurrence`-th place (from 1) where a text says `quote`; null when it does not say it so
 * often. Exact places count; only where there are none, places equal but for case, width, quotes and white
 * space (`foldText`). White space around the quote is ignored; occurrences do not overlap.
 */
export function anchorQuote(text: AnchorText, quote: string, occurrence = 1): Anchor | null {
  return createQuoteFinder(text).anchor(quote, occurrence)
}

/** How often a text says `quote`, counted as `anchorQuote` counts. */
export function countQuote(text: AnchorText, quote: string): number {
  return createQuoteFinder(text).count(quote)
}

function findOccurrences(index: AnchorIndex, quote: string, folded: () => FoldedText): TextRange[] {
  const wanted = quote.trim()
  if (wanted === '') return []
  const exact: TextRange[] = []
  let start = index.text.indexOf(wanted)
  while (start !== -1) {
    const end = start + wanted.length
    const isWhole = index.isEdge(start) && index.isEdge(end)
    if (isWhole) exact.push({ start, end })
    start = index.text.indexOf(wanted, isWhole ? end : start + 1)
  }
  return exact.length > 0 ? exact : findAll(index.text, wanted, { folded: folded() })
}
