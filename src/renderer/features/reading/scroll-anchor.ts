import { caretAt, placeOf, rectsOf, segmentElement, segmentIdOf, type Place } from './text-position.ts'

interface Taken {
  element: HTMLElement
  /** Within the segment; null when a whole element (a section) is the anchor. */
  readonly offset: number | null
  /** Distance from the content's top. */
  contentTop: number
}

/**
 * The line at the window's top, as a point in the text. Distances are kept within the content, so that
 * scrolling which happened meanwhile does not count: only what the layout did does. (Browsers anchor
 * scrolling themselves, but not all of them, and not through a change of size or mode.)
 */
export class ScrollAnchor {
  #taken: Taken | null = null

  take(scroller: HTMLElement, content: HTMLElement): void {
    const found = findTop(scroller, content)
    if (found === null) {
      this.#taken = null
      return
    }
    const top = topOf(found.element, found.offset)
    this.#taken = { ...found, contentTop: top - content.getBoundingClientRect().top }
  }

  /** How far the anchor has been moved by the layout since; it counts as settled afterwards. */
  moved(content: HTMLElement | null): { readonly moved: number } {
    const taken = this.#taken
    if (taken === null || content === null) return { moved: 0 }
    if (!taken.element.isConnected) {
      // Drawn again elsewhere: in another bead, or another section.
      const again = taken.offset === null ? null : elementOf(content, segmentIdOf(taken.element))
      if (again === null) return { moved: 0 }
      taken.element = again
    }
    const contentTop = topOf(taken.element, taken.offset) - content.getBoundingClientRect().top
    const moved = contentTop - taken.contentTop
    if (Math.abs(moved) < 0.5) return { moved: 0 }
    taken.contentTop = contentTop
    return { moved }
  }

  /** The section the anchor stands in; null when it is not on the page any more. */
  section(): HTMLElement | null {
    const element = this.#taken?.element
    return element?.isConnected === true ? element.closest<HTMLElement>('[data-section]') : null
  }

  place(): Place | null {
    const taken = this.#taken
    if (taken === null || taken.offset === null) return null
    return { segmentId: segmentIdOf(taken.element), offset: taken.offset }
  }

  /** The anchor's distance from the window's top now. */
  top(scroller: HTMLElement | null): number | null {
    const taken = this.#taken
    if (taken === null || scroller === null || !taken.element.isConnected) return null
    return topOf(taken.element, taken.offset) - scroller.getBoundingClientRect().top
  }
}

function elementOf(content: HTMLElement, segmentId: string): HTMLElement | null {
  return content.querySelector<HTMLElement>(`[data-segment="${CSS.escape(segmentId)}"]`)
}

function topOf(element: HTMLElement, offset: number | null): number {
  const rect = offset === null ? undefined : rectsOf(element, offset, offset + 1)[0]
  return (rect ?? element.getBoundingClientRect()).top
}

/** The first segment that begins at or under the window's top edge, with the offset of the line there. */
function findTop(
  scroller: HTMLElement,
  content: HTMLElement,
): { readonly element: HTMLElement; readonly offset: number | null } | null {
  const frame = scroller.getBoundingClientRect()
  const room = content.getBoundingClientRect()
  // Just inside the first column; rows start at the column's edge.
  const x = room.left + Math.min(room.width / 4, 120)
  for (const y of [4, 28, 60, 110, 180, 260]) {
    const caret = caretAt(x, frame.top + y)
    if (caret === null || !content.contains(caret.node)) continue
    const element = segmentElement(caret.node)
    if (element === null) continue
    const place = placeOf(caret.node, caret.offset)
    if (place === null) continue
    const length = element.textContent.length
    return { element, offset: Math.max(0, Math.min(place.offset, length - 1)) }
  }
  const section = document.elementFromPoint(x, frame.top + 40)?.closest<HTMLElement>('[data-section]')
  return section === null || section === undefined ? null : { element: section, offset: null }
}
