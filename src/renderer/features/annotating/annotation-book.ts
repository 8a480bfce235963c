import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { AnchorState } from '../../../shared/domain/anchor.ts'
import type { Color, SpanRole } from '../../../shared/domain/highlight.ts'
import type { HighlightId, SegmentId, SpanId } from '../../../shared/domain/ids.ts'
import { IntervalIndex, type Interval } from '../../../shared/text/interval-index.ts'
import { compareAnnotations, inReadingOrder, type BlockCounts } from './annotation-order.ts'

/** The part of a highlight's span that lies in one segment. */
export interface HighlightPart {
  readonly highlightId: HighlightId
  readonly spanId: SpanId
  readonly role: SpanRole
  readonly state: AnchorState
  readonly color: Color
  readonly start: number
  readonly end: number
  /** Length of the whole span, for telling the smaller of two overlapping highlights. */
  readonly spanLength: number
}

/**
 * The highlights of the open texts: by id, by segment, and in reading order. Adding one among ten thousand
 * touches its own segments only; nothing is built anew.
 */
export class AnnotationBook {
  readonly #counts: BlockCounts
  readonly #byId = new Map<HighlightId, Annotation>()
  readonly #intervals = new Map<HighlightId, readonly Interval<HighlightPart>[]>()
  readonly #bySegment = new Map<SegmentId, readonly Interval<HighlightPart>[]>()
  /** What has been asked for of the segments above: of ten thousand highlights only those near the window are. */
  readonly #indexes = new Map<SegmentId, IntervalIndex<HighlightPart>>()
  #ordered: Annotation[] = []

  constructor(counts: BlockCounts) {
    this.#counts = counts
  }

  get size(): number {
    return this.#byId.size
  }

  get(id: HighlightId): Annotation | null {
    return this.#byId.get(id) ?? null
  }

  /** All of them in reading order. A live list: read it, don't keep it. */
  get ordered(): readonly Annotation[] {
    return this.#ordered
  }

  partsIn(segmentId: SegmentId): HighlightPart[] {
    const intervals = this.#bySegment.get(segmentId)
    if (intervals === undefined) return []
    const index = this.#indexes.get(segmentId) ?? IntervalIndex.from(intervals)
    this.#indexes.set(segmentId, index)
    return index.in(segmentId).map((interval) => interval.value)
  }

  /** The highlights over an offset of a segment, smallest first. */
  at(segmentId: SegmentId, offset: number): HighlightId[] {
    const parts = this.partsIn(segmentId).filter((part) => part.start <= offset && offset < part.end)
    return smallestFirst(parts)
  }

  /** The highlights that touch a stretch of a segment, smallest first. */
  touching(segmentId: SegmentId, start: number, end: number): HighlightId[] {
    return smallestFirst(this.partsIn(segmentId).filter((part) => part.start < end && part.end > start))
  }

  /** Sets everything. Returns the segments that look different now. */
  replace(annotations: readonly Annotation[]): Set<SegmentId> {
    const touched = new Set<SegmentId>()
    for (const intervals of this.#intervals.values())
      for (const each of intervals) touched.add(each.segmentId)
    this.#byId.clear()
    this.#intervals.clear()
    this.#bySegment.clear()
    this.#indexes.clear()
    for (const annotation of annotations) {
      this.#byId.set(annotation.id, annotation)
      this.#enter(annotation, touched)
    }
    this.#ordered = inReadingOrder(annotations, this.#counts)
    return touched
  }

  /** Adds or replaces highlights. Returns the segments that look different now. */
  put(annotations: readonly Annotation[]): Set<SegmentId> {
    const touched = this.drop(annotations.map(({ id }) => id))
    for (const annotation of annotations) {
      this.#byId.set(annotation.id, annotation)
      this.#enter(annotation, touched)
      this.#ordered.splice(this.#placeFor(annotation), 0, annotation)
    }
    return touched
  }

  /** Removes highlights. Returns the segments that look different now. */
  drop(ids: readonly HighlightId[]): Set<SegmentId> {
    const touched = new Set<SegmentId>()
    for (const id of ids) {
      const annotation = this.#byId.get(id)
      if (annotation === undefined) continue
      this.#byId.delete(id)
      const place = this.#placeFor(annotation)
      if (this.#ordered[place]?.id === id) this.#ordered.splice(place, 1)
      else this.#ordered = this.#ordered.filter((each) => each.id !== id)
      for (const interval of this.#intervals.get(id) ?? []) {
        touched.add(interval.segmentId)
        const others = this.#bySegment.get(interval.segmentId)?.filter((other) => other !== interval)
        this.#set(interval.segmentId, others ?? [])
      }
      this.#intervals.delete(id)
    }
    return touched
  }

  #enter(annotation: Annotation, touched: Set<SegmentId>): void {
    const intervals = annotation.spans
      .filter((span) => span.state !== 'lost')
      .flatMap((span) =>
        span.parts.map(({ segmentId, start, end }): Interval<HighlightPart> => {
          const { id: highlightId, color } = annotation
          const { id: spanId, role, state } = span
          const spanLength = span.exact.length
          return {
            segmentId,
            start,
            end,
            value: { highlightId, spanId, role, state, color, start, end, spanLength },
          }
        }),
      )
    for (const interval of intervals) {
      touched.add(interval.segmentId)
      this.#set(interval.segmentId, [...(this.#bySegment.get(interval.segmentId) ?? []), interval])
    }
    this.#intervals.set(annotation.id, intervals)
  }

  #set(segmentId: SegmentId, intervals: readonly Interval<HighlightPart>[]): void {
    if (intervals.length === 0) this.#bySegment.delete(segmentId)
    else this.#bySegment.set(segmentId, intervals)
    this.#indexes.delete(segmentId)
  }

  /** Where in the order a highlight stands or would stand. */
  #placeFor(annotation: Annotation): number {
    let low = 0
    let high = this.#ordered.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#ordered[middle]
      if (other !== undefined && compareAnnotations(other, annotation, this.#counts) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

function smallestFirst(parts: readonly HighlightPart[]): HighlightId[] {
  const sorted = parts.toSorted((a, b) => a.spanLength - b.spanLength || a.start - b.start)
  return [...new Set(sorted.map((part) => part.highlightId))]
}
