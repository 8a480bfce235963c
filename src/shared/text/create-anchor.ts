import type { Anchor, AnchorPart } from '../domain/anchor.ts'
import { DuizhaoError } from '../domain/error.ts'
import type { SegmentId } from '../domain/ids.ts'
import { contextAfter, contextBefore } from './anchor-context.ts'
import { indexAnchorText, type AnchorIndex, type AnchorText } from './anchor-text.ts'
import { edgeAtOrAfter, edgeAtOrBefore, type TextRange } from './graphemes.ts'
import { isWhiteSpace } from './sentence-marks.ts'

/** A selection, in either direction. Offsets are UTF-16 code units within the segments' texts. */
export interface SegmentRange {
  readonly startSegmentId: SegmentId
  readonly startOffset: number
  readonly endSegmentId: SegmentId
  readonly endOffset: number
}

/**
 * An anchor for a selection: grown outward to grapheme edges, then freed of white space at both ends.
 * Throws `invalid_input` for an unknown segment, an offset outside its segment, and a selection with
 * nothing in it but white space.
 */
export function createAnchor(text: AnchorText, range: SegmentRange): Anchor {
  const index = indexAnchorText(text)
  const one = positionOf(index, range.startSegmentId, range.startOffset)
  const other = positionOf(index, range.endSegmentId, range.endOffset)
  const anchor = anchorAt(index, { start: Math.min(one, other), end: Math.max(one, other) })
  if (anchor === null) throw new DuizhaoError('invalid_input', 'The selection holds no text.')
  return anchor
}

/** The anchor for a range of positions, snapped and trimmed; null when nothing but white space is in it. */
export function anchorAt(index: AnchorIndex, range: TextRange): Anchor | null {
  if (range.start >= range.end) return null
  const parts = trimParts(index, index.partsOf(range))
  const first = parts[0]
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return null
  return {
    articleId: index.articleId,
    parts,
    exact: exactOf(index, parts),
    prefix: contextBefore(index, index.toPosition(first.segmentId, first.start) ?? 0),
    suffix: contextAfter(index, index.toPosition(last.segmentId, last.end) ?? 0),
  }
}

/** The text of an anchor's parts joined; offsets past a segment's end give what there is. */
export function exactOf(index: AnchorIndex, parts: readonly AnchorPart[]): string {
  return parts.map((part) => index.segmentText(part.segmentId)?.slice(part.start, part.end) ?? '').join('')
}

function positionOf(index: AnchorIndex, segmentId: SegmentId, offset: number): number {
  const position = Number.isInteger(offset) ? index.toPosition(segmentId, offset) : null
  if (position === null) {
    throw new DuizhaoError('invalid_input', 'The selection lies outside the text.', { offset })
  }
  return position
}

function trimParts(index: AnchorIndex, parts: readonly AnchorPart[]): AnchorPart[] {
  const kept = [...parts]
  for (let first = kept[0]; first !== undefined; first = kept[0]) {
    const trimmed = trimStart(index, first)
    if (trimmed !== null) {
      kept[0] = trimmed
      break
    }
    kept.shift()
  }
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    kept.pop()
    const trimmed = trimEnd(index, last)
    if (trimmed !== null) {
      kept.push(trimmed)
      break
    }
  }
  return kept
}

/**
 * The part from its first grapheme that is not white space on, which also grows it outward to that grapheme's
 * edge; null when there is none. A space with an accent on it is no white space.
 */
function trimStart(index: AnchorIndex, part: AnchorPart): AnchorPart | null {
  const text = index.segmentText(part.segmentId) ?? ''
  let start = part.start
  while (start < part.end && isWhiteSpace(text.charAt(start))) start += 1
  start = edgeAtOrBefore(text, start)
  return start < part.end ? { ...part, start } : null
}

function trimEnd(index: AnchorIndex, part: AnchorPart): AnchorPart | null {
  const text = index.segmentText(part.segmentId) ?? ''
  let end = part.end
  while (end > part.start && isWhiteSpace(text.charAt(end - 1))) end -= 1
  end = edgeAtOrAfter(text, end)
  return end > part.start ? { ...part, end } : null
}
