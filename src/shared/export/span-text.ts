import type { SegmentId } from '../domain/ids.ts'
import type { Mark, Segment } from '../domain/text.ts'
import type { ExportAnnotation, ExportSpan } from './export-model.ts'
import type { MarkedText } from './inline-markdown.ts'
import { beadSide, otherSide, type LinkedModel, type LinkedPair, type SegmentPlace } from './linked-model.ts'
import { compareNumbers, compareText } from './total-order.ts'

/** What stands on the other side of a highlight, and where it was taken from. */
export interface Counterpart {
  /** `mirror`: the highlight's own second span. `passage`: the aligned sentences around it. */
  readonly kind: 'mirror' | 'passage'
  readonly first: SegmentPlace | null
  readonly articleId: ExportSpan['articleId']
  readonly paragraphs: readonly MarkedText[]
}

/** A piece of a segment; offsets are UTF-16 code units within it. */
interface Piece {
  readonly place: SegmentPlace
  readonly start: number
  readonly end: number
}

/** The quoted text, one paragraph per block. A lost span gives the quote that was stored with it. */
export function spanParagraphs(linked: LinkedModel, span: ExportSpan): MarkedText[] {
  const pieces = span.parts.flatMap((part): Piece[] => {
    const place = linked.placeOf.get(part.segmentId)
    return place === undefined ? [] : [{ place, start: part.start, end: part.end }]
  })
  if (span.state === 'lost' || pieces.length === 0 || pieces.length < span.parts.length) {
    return [{ text: span.exact, marks: [] }]
  }
  return paragraphsOf(pieces)
}

/** The segment a span begins in; null for a lost one. */
export function firstPlace(linked: LinkedModel, span: ExportSpan): SegmentPlace | null {
  const first = span.state === 'lost' ? undefined : span.parts[0]
  return first === undefined ? null : (linked.placeOf.get(first.segmentId) ?? null)
}

/** What a span is set against: its mirror, and the aligned passage in each of `pairs` that has none of it. */
export function counterpartsOf(
  linked: LinkedModel,
  annotation: ExportAnnotation,
  lead: ExportSpan,
  pairs: readonly LinkedPair[],
): Counterpart[] {
  const mirrors = annotation.spans.filter((span) => span.id !== lead.id)
  const mirrored = new Set(mirrors.map((span) => span.articleId))
  const passages = pairs
    .filter((pair) => !mirrored.has(otherSide(pair, lead.articleId).article.id))
    .flatMap((pair) => passageIn(linked, pair, lead))
  return [
    ...mirrors.map((span): Counterpart => ({
      kind: 'mirror',
      first: firstPlace(linked, span),
      articleId: span.articleId,
      paragraphs: spanParagraphs(linked, span),
    })),
    ...passages,
  ]
}

function passageIn(linked: LinkedModel, pair: LinkedPair, span: ExportSpan): Counterpart[] {
  if (span.state === 'lost') return []
  const { article, side } = otherSide(pair, span.articleId)
  const beads = new Set(span.parts.flatMap((part) => pair.beadIndex.get(part.segmentId) ?? []))
  const pieces = [...beads]
    .toSorted((a, b) => a - b)
    .flatMap((index) => {
      const bead = pair.pair.beads[index]
      return bead === undefined ? [] : wholeSegments(linked, beadSide(bead, side))
    })
  const [first] = pieces
  if (first === undefined) return []
  return [{ kind: 'passage', first: first.place, articleId: article.id, paragraphs: paragraphsOf(pieces) }]
}

function wholeSegments(linked: LinkedModel, ids: readonly SegmentId[]): Piece[] {
  return ids.flatMap((id) => {
    const place = linked.placeOf.get(id)
    return place === undefined ? [] : [{ place, start: 0, end: place.segment.text.length }]
  })
}

/** Neighbouring pieces of one block are one paragraph. */
function paragraphsOf(pieces: readonly Piece[]): MarkedText[] {
  const paragraphs: MarkedText[] = []
  let previous: Piece | null = null
  for (const piece of pieces) {
    const cut = cutSegment(piece.place.segment, piece.start, piece.end)
    const last = paragraphs.at(-1)
    if (last === undefined || previous?.place.block !== piece.place.block) paragraphs.push(cut)
    else paragraphs[paragraphs.length - 1] = joinSegments([last, cut])
    previous = piece
  }
  return paragraphs
}

/** Texts with their marks, one after the other; a block's whole text from its segments. */
export function joinSegments(segments: readonly MarkedText[]): MarkedText {
  const marks: Mark[] = []
  let text = ''
  for (const segment of segments) {
    for (const mark of segment.marks) {
      marks.push({ ...mark, start: mark.start + text.length, end: mark.end + text.length })
    }
    text += segment.text
  }
  return { text, marks }
}

function cutSegment(segment: Segment, start: number, end: number): MarkedText {
  const marks = segment.marks.flatMap((mark): Mark[] => {
    const from = Math.max(mark.start, start) - start
    const to = Math.min(mark.end, end) - start
    return from < to ? [{ ...mark, start: from, end: to }] : []
  })
  return { text: segment.text.slice(start, end), marks }
}

/** Sorts by the reading order of one span of each, lost ones last; a total order. */
export function inReadingOrder(
  linked: LinkedModel,
  annotations: readonly ExportAnnotation[],
  spanOf: (annotation: ExportAnnotation) => ExportSpan | undefined,
  before: (place: SegmentPlace) => readonly number[] = () => [],
): ExportAnnotation[] {
  return annotations
    .map((annotation) => {
      const span = spanOf(annotation)
      const place = span === undefined ? null : firstPlace(linked, span)
      const order =
        place === null
          ? [Number.MAX_SAFE_INTEGER]
          : [...before(place), place.ordinal, span?.parts[0]?.start ?? 0, -(span?.exact.length ?? 0)]
      return { annotation, order }
    })
    .toSorted((a, b) => compareNumbers(a.order, b.order) || compareText(a.annotation.id, b.annotation.id))
    .map(({ annotation }) => annotation)
}
