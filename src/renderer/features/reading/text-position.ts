import type { Side } from '../../../shared/domain/article.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'

/** A point in the text: a UTF-16 offset within a segment. */
export interface Place {
  readonly segmentId: SegmentId
  readonly offset: number
}

/**
 * Between the DOM and the text. A segment is a `[data-segment]` element whose text nodes, joined, are the
 * segment's text, whatever elements stand in between; so an offset is a sum of lengths.
 */
export function segmentElement(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  return element?.closest<HTMLElement>('[data-segment]') ?? null
}

/** The segment's id an element carries. The list wrote it there from a typed id. */
export function segmentIdOf(element: HTMLElement): SegmentId {
  return (element.dataset['segment'] ?? '') as SegmentId
}

/** The side of the column a node stands in. */
export function sideOf(node: Node | null): Side | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  const side = element?.closest<HTMLElement>('[data-side]')?.dataset['side']
  return side === 'left' || side === 'right' ? side : null
}

/** The place of a DOM point inside a segment; null when it is in none. */
export function placeOf(node: Node, offset: number): Place | null {
  const segment = segmentElement(node)
  if (segment === null) return null
  return { segmentId: segmentIdOf(segment), offset: offsetIn(segment, node, offset) }
}

function offsetIn(segment: HTMLElement, node: Node, offset: number): number {
  const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT)
  // A point in an element stands before its child number `offset`.
  const boundary = node instanceof Text ? null : (node.childNodes[offset] ?? null)
  let sum = 0
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if (text === node) return sum + offset
    if (node instanceof Element) {
      const position = boundary?.compareDocumentPosition(text)
      const after =
        boundary === null
          ? !node.contains(text) &&
            (node.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
          : boundary === text || ((position ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      if (after) return sum
    }
    sum += text.nodeValue?.length ?? 0
  }
  return sum
}

/** The DOM point of an offset in a segment. An end prefers the text before it, a start the text after. */
export function pointIn(
  segment: HTMLElement,
  offset: number,
  edge: 'start' | 'end',
): readonly [Node, number] {
  const only = segment.firstChild
  if (only instanceof Text && only.nextSibling === null) return [only, Math.min(offset, only.length)]
  const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT)
  let rest = offset
  let last: Text | null = null
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    if (rest < node.length || (edge === 'end' && rest === node.length)) return [node, rest]
    rest -= node.length
    last = node
  }
  return last === null ? [segment, 0] : [last, last.length]
}

/** Edges of a stretch of one segment, as both kinds of DOM ranges take them. */
export function boundaryOf(segment: HTMLElement, start: number, end: number): StaticRangeInit {
  const [startContainer, startOffset] = pointIn(segment, start, 'start')
  const [endContainer, endOffset] = pointIn(segment, end, 'end')
  return { startContainer, startOffset, endContainer, endOffset }
}

/** The rectangles a stretch of a segment covers on the screen. */
export function rectsOf(segment: HTMLElement, start: number, end: number): DOMRect[] {
  const { startContainer, startOffset, endContainer, endOffset } = boundaryOf(segment, start, end)
  const range = document.createRange()
  range.setStart(startContainer, startOffset)
  range.setEnd(endContainer, endOffset)
  return [...range.getClientRects()]
}

/** The text under a point of the screen; null where there is none right there. */
export function placeAtPoint(x: number, y: number): Place | null {
  const point = caretAt(x, y)
  if (point === null) return null
  const place = placeOf(point.node, point.offset)
  const segment = segmentElement(point.node)
  if (place === null || segment === null) return null
  // The caret goes to the nearest text; only a point on the text itself counts.
  const { offset } = place
  const near = rectsOf(segment, Math.max(0, offset - 1), offset + 1)
  const inside = (rect: DOMRect): boolean =>
    x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top - 2 && y <= rect.bottom + 2
  if (!near.some(inside)) return null
  // The caret rounds to the nearest edge; the character pointed at may be the one before it.
  const before = offset > 0 && rectsOf(segment, offset - 1, offset).some(inside)
  const after = rectsOf(segment, offset, offset + 1).some(inside)
  return before && !after ? { ...place, offset: offset - 1 } : place
}

interface CaretPoint {
  readonly node: Node
  readonly offset: number
}

/** The caret nearest to a point of the screen. */
export function caretAt(x: number, y: number): CaretPoint | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const caret = document.caretPositionFromPoint(x, y)
    return caret === null ? null : { node: caret.offsetNode, offset: caret.offset }
  }
  // WebKit's older name for the same thing.
  const legacy: unknown = Reflect.get(document, 'caretRangeFromPoint')
  if (typeof legacy !== 'function') return null
  const range: unknown = Reflect.apply(legacy, document, [x, y])
  return range instanceof Range ? { node: range.startContainer, offset: range.startOffset } : null
}
