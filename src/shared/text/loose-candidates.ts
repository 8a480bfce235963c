import searchLoosely from 'approx-string-match'
import type { Anchor } from '../domain/anchor.ts'
import { judge, type Candidate } from './anchor-candidates.ts'
import type { AnchorIndex } from './anchor-text.ts'
import { LOOSE_EDITS, LOOSE_SHARE } from './anchor-weights.ts'
import { characterDiff } from './character-diff.ts'
import type { TextRange } from './graphemes.ts'

/** Text searched at a time, in code units. Each window gives its own best, so that a near one is not outdone. */
const WINDOW = 4096

/** With so many places alike the quote is no guide, and more of them would only cost time. */
const ENOUGH = 100

/**
 * Places that read like the quote, with at most `LOOSE_SHARE` of it changed, judged like exact ones. Searched
 * in windows outward from where the quote was.
 */
export function looseCandidates(index: AnchorIndex, anchor: Anchor, expected: number | null): Candidate[] {
  const quote = anchor.exact
  const mostEdits = Math.min(LOOSE_EDITS, Math.floor(quote.length * LOOSE_SHARE))
  const found = new Map<string, Candidate>()
  for (const start of windowStarts(index.text.length, quote.length + mostEdits, expected ?? 0)) {
    const window = index.text.slice(start, start + windowLength(quote.length + mostEdits))
    for (const match of searchLoosely(window, quote, mostEdits)) {
      const rough = { start: start + match.start, end: start + match.end }
      const range = withoutStrayEnds(index.text, quote, rough)
      const key = `${String(range.start)} ${String(range.end)}`
      if (range.start === range.end || found.has(key)) continue
      found.set(key, judge(index, anchor, expected, range, 1 - match.errors / quote.length))
    }
    if (found.size >= ENOUGH) break
  }
  return [...found.values()]
}

function windowLength(reach: number): number {
  return Math.max(WINDOW, reach * 4)
}

/** Windows overlap by `reach`, so that no match is cut; the nearest to `from` come first. */
function windowStarts(length: number, reach: number, from: number): number[] {
  const starts: number[] = []
  const step = windowLength(reach) - reach
  for (let start = 0; start === 0 || start < length - reach; start += step) starts.push(start)
  const middle = windowLength(reach) / 2
  return starts.toSorted((a, b) => Math.abs(a + middle - from) - Math.abs(b + middle - from))
}

/** The search gives the longest of equally good matches; what was only added at its ends is no part of the quote. */
function withoutStrayEnds(text: string, quote: string, range: TextRange): TextRange {
  const pieces = characterDiff(quote, text.slice(range.start, range.end))
  const first = pieces[0]
  const last = pieces.at(-1)
  const isStray = (piece: typeof first): piece is NonNullable<typeof first> =>
    piece !== undefined && piece.kind === 'added'
  const start = range.start + (isStray(first) && pieces[1]?.kind === 'kept' ? first.text.length : 0)
  const end = range.end - (isStray(last) && pieces.at(-2)?.kind === 'kept' ? last.text.length : 0)
  return start < end ? { start, end } : range
}
