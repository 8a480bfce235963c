import type { Anchor } from '../domain/anchor.ts'
import { contextAgreement, type ContextAgreement } from './anchor-context.ts'
import type { AnchorIndex } from './anchor-text.ts'
import { NEIGHBOURHOOD, PLACE, WEIGHTS } from './anchor-weights.ts'
import type { TextRange } from './graphemes.ts'

/** A place where an anchor's quote, or something like it, stands now. Positions, as in `AnchorIndex`. */
export interface Candidate {
  readonly range: TextRange
  readonly context: ContextAgreement
  readonly place: number
  /** From 0 to 1. */
  readonly score: number
}

/** More places than this are thinned out before their contexts are compared. */
const MOST_CANDIDATES = 500

/** Where the anchor's beginning was, as far as its segments still exist; null when none does. */
export function expectedPosition(index: AnchorIndex, anchor: Anchor): number | null {
  let before = 0
  for (const part of anchor.parts) {
    const length = index.segmentText(part.segmentId)?.length
    if (length !== undefined) {
      const position = index.toPosition(part.segmentId, Math.min(part.start, length)) ?? 0
      return Math.max(0, position - before)
    }
    before += part.end - part.start
  }
  return null
}

/** All places where the quote stands letter for letter, on grapheme edges. */
export function exactCandidates(index: AnchorIndex, anchor: Anchor, expected: number | null): Candidate[] {
  const starts: number[] = []
  let start = index.text.indexOf(anchor.exact)
  while (start !== -1) {
    starts.push(start)
    start = index.text.indexOf(anchor.exact, start + 1)
  }
  return thinOut(index, anchor, expected, starts)
    .map((position) => ({ start: position, end: position + anchor.exact.length }))
    .filter((range) => index.isEdge(range.start) && index.isEdge(range.end))
    .map((range) => judge(index, anchor, expected, range, 1))
}

/** A candidate with its score. `likeness` is how like the quote the text is, from 0 to 1. */
export function judge(
  index: AnchorIndex,
  anchor: Anchor,
  expected: number | null,
  range: TextRange,
  likeness: number,
): Candidate {
  const context = contextAgreement(index, range, anchor)
  const place = placeOf(index, anchor, expected, range.start)
  const points =
    WEIGHTS.quote * likeness +
    WEIGHTS.prefix * context.prefix +
    WEIGHTS.suffix * context.suffix +
    WEIGHTS.place * place
  return { range, context, place, score: points / 100 }
}

function placeOf(index: AnchorIndex, anchor: Anchor, expected: number | null, start: number): number {
  const first = anchor.parts[0]
  const old = first === undefined ? null : index.segmentNumber(first.segmentId)
  if (first !== undefined && old !== null) {
    if (index.toPosition(first.segmentId, first.start) === start) return PLACE.samePlace
    const distance = Math.abs(index.segmentAt(start) - old)
    if (distance === 0) return PLACE.sameSegment
    if (distance <= NEIGHBOURHOOD) return PLACE.neighbour
  }
  if (expected === null) return 0
  return PLACE.elsewhere * (1 - Math.abs(start - expected) / Math.max(1, index.text.length))
}

/** Of very many places, those whose next letters agree on either side; of too many still, the nearest. */
function thinOut(index: AnchorIndex, anchor: Anchor, expected: number | null, starts: number[]): number[] {
  if (starts.length <= MOST_CANDIDATES) return starts
  const before = anchor.prefix.slice(-3)
  const after = anchor.suffix.slice(0, 3)
  const agreeing = starts.filter(
    (start) =>
      index.text.startsWith(before, start - before.length) ||
      index.text.startsWith(after, start + anchor.exact.length),
  )
  const left = agreeing.length > 0 ? agreeing : starts
  const from = expected ?? 0
  return left.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from)).slice(0, MOST_CANDIDATES)
}
