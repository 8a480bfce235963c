import type { Anchor } from '../domain/anchor.ts'
import { judge, type Candidate } from './anchor-candidates.ts'
import type { AnchorIndex } from './anchor-text.ts'
import type { TextRange } from './graphemes.ts'
import { searchedLength, similarRanges } from './similar-ranges.ts'

/** Text searched at a time, in code units. Each window gives its own best, so that a near one is not outdone. */
const WINDOW = 4096

/** With so many places alike the quote is no guide, and more of them would only cost time. */
const ENOUGH = 100

/** How far around its old place a quote is looked for by `looseCandidatesNear`, in code units beyond its length. */
const NEAR = 512

/** Places that read like the quote, judged like exact ones. Searched in windows outward from where it was. */
export function looseCandidates(index: AnchorIndex, anchor: Anchor, expected: number | null): Candidate[] {
  const searched = windows(index.text.length, searchedLength(anchor.exact), expected ?? 0)
  return looseIn(index, anchor, expected, searched)
}

/** The same, but only around where the quote was, and outside `except`. */
export function looseCandidatesNear(
  index: AnchorIndex,
  anchor: Anchor,
  expected: number,
  except: TextRange,
): Candidate[] {
  const reach = anchor.exact.length + NEAR
  const start = Math.max(0, expected - reach)
  const end = expected + reach
  const around = [
    { start, end: Math.min(end, except.start) },
    { start: Math.max(start, except.end), end },
  ]
  return looseIn(
    index,
    anchor,
    expected,
    around.filter((range) => range.start < range.end),
  )
}

function looseIn(
  index: AnchorIndex,
  anchor: Anchor,
  expected: number | null,
  searched: readonly TextRange[],
): Candidate[] {
  const found = new Map<string, Candidate>()
  let seen = 0
  for (const window of searched) {
    for (const { start, end, likeness } of similarRanges(index.text, anchor.exact, window)) {
      const key = `${String(start)} ${String(end)}`
      if (!found.has(key)) found.set(key, judge(index, anchor, expected, { start, end }, likeness))
      seen += 1
      if (seen >= ENOUGH) return [...found.values()]
    }
  }
  return [...found.values()]
}

/** Windows overlap by `reach`, so that no match is cut; the nearest to `from` come first. */
function windows(length: number, reach: number, from: number): TextRange[] {
  const found: TextRange[] = []
  for (let start = 0; start === 0 || start < length - reach; start += WINDOW - reach) {
    found.push({ start, end: Math.min(length, start + WINDOW) })
  }
  const distance = ({ start, end }: TextRange): number => Math.abs((start + end) / 2 - from)
  return found.toSorted((a, b) => distance(a) - distance(b))
}
