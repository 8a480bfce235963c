import type { Anchor, AnchorPart, AnchorState } from '../domain/anchor.ts'
import { expectedPosition, exactCandidates, type Candidate } from './anchor-candidates.ts'
import { contextAgreement } from './anchor-context.ts'
import { indexAnchorText, type AnchorIndex, type AnchorText } from './anchor-text.ts'
import {
  CERTAIN_CONTEXT,
  CERTAIN_CONTEXT_SAME_PLACE,
  COMMON_QUOTE_CONTEXT,
  DRAW,
  INTACT_SIDE,
  INTACT_SIDE_LENGTH,
  LOOSE_FLOOR,
  PLACE,
  SHORT_QUOTE,
  SHORT_QUOTE_CONTEXT,
} from './anchor-weights.ts'
import { toCodePointOffset } from './code-points.ts'
import { anchorAt, exactOf } from './create-anchor.ts'
import { looseCandidates, looseCandidatesNear } from './loose-candidates.ts'

/**
 * Why an anchor is where it is. `ok`: `same-place`, `same-segment`, `neighbour`, `elsewhere`. `moved`:
 * `ambiguous` (several places read alike), `weak-context` (the quote is there, its surroundings are others),
 * `similar` (the quote itself has changed). `lost`: `not-found`.
 */
export const RESOLVE_REASONS = [
  'same-place',
  'same-segment',
  'neighbour',
  'elsewhere',
  'ambiguous',
  'weak-context',
  'similar',
  'not-found',
] as const
export type ResolveReason = (typeof RESOLVE_REASONS)[number]

export interface ResolvedAnchor {
  readonly state: AnchorState
  /** Where the anchor is now; empty when it is lost. */
  readonly parts: readonly AnchorPart[]
  /** How sure, from 0 to 1; see `anchor-weights.ts`. */
  readonly score: number
  readonly reason: ResolveReason
}

const LOST: ResolvedAnchor = { state: 'lost', parts: [], score: 0, reason: 'not-found' }

/**
 * Finds an anchor in a text that may have changed since it was made. First its own segments and offsets with
 * the quote and both contexts checked; then every exact occurrence, judged by context and by nearness (same
 * segment, neighbours, anywhere); then, for longer quotes, places that read alike, above a floor.
 *
 * `ok` is only said where nothing else could be meant: contexts agree and no other place comes near. Places
 * that stand letter for letter in the stored context shut out all others. Whatever else is placed is `moved`;
 * a quote of `SHORT_QUOTE` characters or fewer without its context is `lost`. The trade-off: a quote whose
 * surroundings were rewritten is shown for checking even where it is right.
 */
export function resolveAnchor(anchor: Anchor, text: AnchorText): ResolvedAnchor {
  if (anchor.exact === '') return LOST
  const index = indexAnchorText(text)
  const unmoved = atStoredPlace(anchor, index)
  if (unmoved !== null) return unmoved
  const expected = expectedPosition(index, anchor)
  const isShort = toCodePointOffset(anchor.exact, anchor.exact.length) <= SHORT_QUOTE
  const exact = exactCandidates(index, anchor, expected)
  const verdict = judgeExact(anchor, exact, isShort, expected !== null)
  if (verdict?.state === 'ok' && !hasNearRival(anchor, index, expected, verdict.candidate, isShort)) {
    return placed(index, verdict)
  }
  const similar = isShort ? null : best(looseCandidates(index, anchor, expected))
  if (similar !== null && similar.score >= LOOSE_FLOOR && similar.score > (verdict?.candidate.score ?? 0)) {
    return placed(index, { state: 'moved', reason: 'similar', candidate: similar })
  }
  if (verdict === null) return LOST
  return placed(index, verdict.state === 'ok' ? { ...verdict, state: 'moved', reason: 'ambiguous' } : verdict)
}

/**
 * Whether a quote found far away may be a twin of the real one, which had a typo mended and so no longer
 * reads the same: something like it still stands where it was.
 */
function hasNearRival(
  anchor: Anchor,
  index: AnchorIndex,
  expected: number | null,
  candidate: Candidate,
  isShort: boolean,
): boolean {
  if (isShort || expected === null || candidate.place >= PLACE.neighbour) return false
  const rival = best(looseCandidatesNear(index, anchor, expected, candidate.range))
  return rival !== null && rival.score >= LOOSE_FLOOR
}

interface Verdict {
  readonly state: 'ok' | 'moved'
  readonly reason: ResolveReason
  readonly candidate: Candidate
}

/** Segment ids, offsets, quote and both contexts all as stored: the usual case, and a cheap one. */
function atStoredPlace(anchor: Anchor, index: AnchorIndex): ResolvedAnchor | null {
  const first = anchor.parts[0]
  const last = anchor.parts.at(-1)
  if (first === undefined || last === undefined || exactOf(index, anchor.parts) !== anchor.exact) return null
  let passed = 0
  for (const part of anchor.parts) {
    const start = index.toPosition(part.segmentId, part.start)
    const end = index.toPosition(part.segmentId, part.end)
    if (start === null || end === null || start < passed || end < start) return null
    if (!index.isEdge(start) || !index.isEdge(end)) return null
    passed = end
  }
  const range = { start: index.toPosition(first.segmentId, first.start) ?? 0, end: passed }
  if (!contextAgreement(index, range, anchor).isWhole) return null
  return { state: 'ok', parts: anchor.parts, score: 1, reason: 'same-place' }
}

function judgeExact(
  anchor: Anchor,
  candidates: readonly Candidate[],
  isShort: boolean,
  isPlaceKnown: boolean,
): Verdict | null {
  const whole = candidates.filter((candidate) => candidate.context.isWhole)
  const pool = whole.length > 0 ? whole : candidates
  const candidate = best(pool)
  if (candidate === null) return null
  const isDraw = pool.some((other) => other !== candidate && candidate.score - other.score < DRAW)
  if (isCertain(anchor, candidate, isShort, isPlaceKnown)) {
    if (isDraw) return { state: 'moved', reason: 'ambiguous', candidate }
    return { state: 'ok', reason: placeReason(candidate), candidate }
  }
  const context = averageContext(candidate)
  if (isShort && context < SHORT_QUOTE_CONTEXT) return null
  if (pool.length > 1 && context < COMMON_QUOTE_CONTEXT) return null
  return { state: 'moved', reason: isDraw ? 'ambiguous' : 'weak-context', candidate }
}

function isCertain(anchor: Anchor, candidate: Candidate, isShort: boolean, isPlaceKnown: boolean): boolean {
  const { context, place } = candidate
  if (context.isWhole || averageContext(candidate) >= CERTAIN_CONTEXT) return true
  // Where its segments are gone, a quote may be anywhere; where they are not, it should be near them.
  if (isShort || (isPlaceKnown && place < PLACE.neighbour)) return false
  return (
    (place === PLACE.samePlace && averageContext(candidate) >= CERTAIN_CONTEXT_SAME_PLACE) ||
    (context.prefix >= INTACT_SIDE && anchor.prefix.length >= INTACT_SIDE_LENGTH) ||
    (context.suffix >= INTACT_SIDE && anchor.suffix.length >= INTACT_SIDE_LENGTH)
  )
}

function averageContext({ context }: Candidate): number {
  return (context.prefix + context.suffix) / 2
}

function best(candidates: readonly Candidate[]): Candidate | null {
  let found: Candidate | null = null
  for (const candidate of candidates) {
    if (found === null || candidate.score > found.score) found = candidate
  }
  return found
}

function placeReason({ place }: Candidate): ResolveReason {
  if (place === PLACE.samePlace) return 'same-place'
  if (place === PLACE.sameSegment) return 'same-segment'
  return place === PLACE.neighbour ? 'neighbour' : 'elsewhere'
}

function placed(index: AnchorIndex, { state, reason, candidate }: Verdict): ResolvedAnchor {
  // Exact matches come on grapheme edges and keep even white space; loose ones are cut like a new selection.
  const parts =
    reason === 'similar' ? (anchorAt(index, candidate.range)?.parts ?? []) : index.partsOf(candidate.range)
  return parts.length === 0 ? LOST : { state, parts, score: candidate.score, reason }
}
