import type { AnchorPart } from '../domain/anchor.ts'
import type { ArticleId, SegmentId } from '../domain/ids.ts'
import { isGraphemeEdge, type TextRange } from './graphemes.ts'

/** What anchors need to know of an article: its segments in reading order. Treat as immutable. */
export interface AnchorText {
  readonly articleId: ArticleId
  readonly segments: readonly { readonly id: SegmentId; readonly text: string }[]
}

/**
 * The way between places in segments and positions in the article. A position counts UTF-16 code units in the
 * segments' texts joined with nothing between them.
 */
export class AnchorIndex {
  readonly articleId: ArticleId
  /** All segments joined. */
  readonly text: string
  readonly #segments: AnchorText['segments']
  readonly #starts: readonly number[]
  readonly #numbers: ReadonlyMap<SegmentId, number>

  constructor(text: AnchorText) {
    const starts: number[] = []
    const numbers = new Map<SegmentId, number>()
    let position = 0
    for (const [number, segment] of text.segments.entries()) {
      starts.push(position)
      numbers.set(segment.id, number)
      position += segment.text.length
    }
    this.articleId = text.articleId
    this.text = text.segments.map((segment) => segment.text).join('')
    this.#segments = text.segments
    this.#starts = starts
    this.#numbers = numbers
  }

  /** The segment's number in reading order, from 0; null when the article has no such segment. */
  segmentNumber(id: SegmentId): number | null {
    return this.#numbers.get(id) ?? null
  }

  /** The position where a segment begins, by its number. */
  startOf(number: number): number {
    return this.#starts[number] ?? this.text.length
  }

  segmentText(id: SegmentId): string | null {
    const number = this.#numbers.get(id)
    return number === undefined ? null : (this.#segments[number]?.text ?? null)
  }

  /** The position of an offset in a segment; null for an unknown segment or an offset outside it. */
  toPosition(id: SegmentId, offset: number): number | null {
    const number = this.#numbers.get(id)
    if (number === undefined) return null
    const length = this.#segments[number]?.text.length ?? 0
    return offset < 0 || offset > length ? null : (this.#starts[number] ?? 0) + offset
  }

  /** The number of the segment that holds the code unit at a position; the last one for the text's end. */
  segmentAt(position: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The stretches of segments that make up a range of positions, in reading order; empty ones are left out. */
  partsOf(range: TextRange): AnchorPart[] {
    const parts: AnchorPart[] = []
    let number = this.segmentAt(range.start)
    for (; number < this.#segments.length && (this.#starts[number] ?? 0) < range.end; number += 1) {
      const segment = this.#segments[number]
      if (segment === undefined) break
      const segmentStart = this.#starts[number] ?? 0
      const start = Math.max(0, range.start - segmentStart)
      const end = Math.min(segment.text.length, range.end - segmentStart)
      if (start < end) parts.push({ segmentId: segment.id, start, end })
    }
    return parts
  }

  /** Whether a position cuts no grapheme. Segments are judged one by one: their borders are always edges. */
  isEdge(position: number): boolean {
    if (position <= 0 || position >= this.text.length) {
      return position === 0 || position === this.text.length
    }
    const number = this.segmentAt(position)
    const offset = position - (this.#starts[number] ?? 0)
    return isGraphemeEdge(this.#segments[number]?.text ?? '', offset)
  }
}

const indexes = new WeakMap<AnchorText, AnchorIndex>()

/** The index of an article's text, built once for each `AnchorText` object. */
export function indexAnchorText(text: AnchorText): AnchorIndex {
  let index = indexes.get(text)
  if (index === undefined) {
    index = new AnchorIndex(text)
    indexes.set(text, index)
  }
  return index
}
