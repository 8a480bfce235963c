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

/** How far around its old place a quote is looked for by `looseCandidatesNear`, in code units beyond its length. */
const NEAR = 512

/** The same, but only around where the quote was. */
export function looseCandidatesNear(index: AnchorIndex, anchor: Anchor, expected: number): Candidate[] {
  const reach = anchor.exact.length + NEAR
  const start = Math.max(0, expected - reach)
  return looseIn(index, anchor, expected, [{ start, end: expected + anchor.exact.length + reach }])
}

/**
 * Places that read like the quote, with at most `LOOSE_SHARE` of it changed, judged like exact ones. Searched
 * in windows outward from where the quote was.
 */
export function looseCandidates(index: AnchorIndex, anchor: Anchor, expected: number | null): Candidate[] {
  const reach = anchor.exact.length + mostEdits(anchor.exact)
  const windows = windowStarts(index.text.length, reach, expected ?? 0).map((start) => ({
    start,
    end: start + windowLength(reach),
  }))
  return looseIn(index, anchor, expected, windows)
}

function looseIn(
  index: AnchorIndex,
  anchor: Anchor,
  expected: number | null,
  windows: readonly TextRange[],
): Candidate[] {
  const quote = anchor.exact
  const found = new Map<string, Candidate>()
  for (const window of windows) {
    for (const match of searchLoosely(index.text.slice(window.start, window.end), quote, mostEdits(quote))) {
      const rough = { start: window.start + match.start, end: window.start + match.end }
      const range = withoutStrayEnds(index.text, quote, rough)
      const key = `${String(range.start)} ${String(range.end)}`
      if (range.start === range.end || found.has(key)) continue
      found.set(key, judge(index, anchor, expected, range, 1 - match.errors / quote.length))
      if (found.size >= ENOUGH) return [...found.values()]
    }
  }
  return [...found.values()]
}

function mostEdits(quote: string): number {
  return Math.min(LOOSE_EDITS, Math.floor(quote.length * LOOSE_SHARE))
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
