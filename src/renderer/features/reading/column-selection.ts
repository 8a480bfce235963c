import type { Side } from '../../../shared/domain/article.ts'
import type { SegmentPainter } from './segment-painter.ts'
import type { TextRange } from './selected-text.ts'
import { placeOf, pointIn, segmentElement, segmentIdOf, sideOf, type Place } from './text-position.ts'

/**
 * Keeps a selection in one column. Rows stand in the DOM left, right, left, right, so a drag down one
 * column would take the other along; while a side is being selected the style sheet makes the other one
 * unselectable.
 */
export class ColumnSelection {
  readonly #root: HTMLElement
  readonly #onChange: (range: TextRange | null, settled: boolean) => void
  #side: Side | null = null
  #pressed = false
  #last = ''

  constructor(root: HTMLElement, onChange: (range: TextRange | null, settled: boolean) => void) {
    this.#root = root
    this.#onChange = onChange
  }

  listen(): () => void {
    const root = this.#root
    const down = (event: PointerEvent): void => this.#down(event)
    const up = (): void => this.#up()
    const change = (): void => this.#read()
    root.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', up)
    document.addEventListener('selectionchange', change)
    return () => {
      root.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', up)
      document.removeEventListener('selectionchange', change)
      delete root.dataset['selecting']
    }
  }

  /** Selects from one place to another, backwards too. Both must stand on the page. */
  select(side: Side, from: Place, to: Place, painter: SegmentPainter): boolean {
    const start = painter.element(from.segmentId)
    const end = painter.element(to.segmentId)
    if (start === null || end === null) return false
    this.#setSide(side)
    const [anchorNode, anchorOffset] = pointIn(start, from.offset, 'start')
    const [focusNode, focusOffset] = pointIn(end, to.offset, 'end')
    window.getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
    // The browser tells of it later only; a key pressed meanwhile must find it.
    this.#read()
    return true
  }

  /** Where the moving end of the selection is. */
  ends(): { readonly anchor: Place; readonly focus: Place; readonly side: Side } | null {
    const selection = window.getSelection()
    const { anchorNode, focusNode } = selection ?? {}
    if (!selection || !anchorNode || !focusNode || this.#side === null) return null
    const anchor = placeOf(anchorNode, selection.anchorOffset)
    const focus = placeOf(focusNode, selection.focusOffset)
    return anchor === null || focus === null ? null : { anchor, focus, side: this.#side }
  }

  clear(): void {
    window.getSelection()?.removeAllRanges()
    this.#read()
  }

  #setSide(side: Side | null): void {
    this.#side = side
    if (side === null) delete this.#root.dataset['selecting']
    else this.#root.dataset['selecting'] = side
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0) return
    this.#pressed = true
    const target = event.target instanceof Node ? event.target : null
    const side = sideOf(target)
    // Shift+click goes on with the selection there is.
    if (event.shiftKey && this.#side !== null) return
    if (side !== null) this.#setSide(side)
  }

  #up(): void {
    if (!this.#pressed) return
    this.#pressed = false
    // The browser settles the selection after the event.
    requestAnimationFrame(() => this.#read(true))
  }

  #read(settled = !this.#pressed): void {
    // A dialog's field takes the browser's selection away; what the dialog then does is meant for ours.
    if (document.activeElement?.closest('[role="dialog"]')) return
    const range = this.#range()
    if (range === null && !this.#pressed) this.#setSide(null)
    const key = range === null ? '' : JSON.stringify([range, settled])
    if (key === this.#last) return
    this.#last = key
    this.#onChange(range, settled)
  }

  #range(): TextRange | null {
    const selection = window.getSelection()
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
    const range = selection.getRangeAt(0)
    if (!this.#root.contains(range.commonAncestorContainer)) return null
    const side = this.#side ?? sideOf(selection.anchorNode) ?? sideOf(selection.focusNode)
    if (side === null) return null
    if (this.#side === null) this.#setSide(side)
    const start = this.#edge(range, side, 'start')
    const end = this.#edge(range, side, 'end')
    return start === null || end === null ? null : { side, start, end }
  }

  /** The range's edge as a place of the side; between segments, the nearest one inside the range. */
  #edge(range: Range, side: Side, edge: 'start' | 'end'): Place | null {
    const [node, offset] =
      edge === 'start'
        ? ([range.startContainer, range.startOffset] as const)
        : ([range.endContainer, range.endOffset] as const)
    if (segmentElement(node) !== null && sideOf(node) === side) return placeOf(node, offset)
    const inside = [
      ...this.#root.querySelectorAll<HTMLElement>(`[data-side="${side}"] [data-segment]`),
    ].filter((element) => range.intersectsNode(element))
    const element = edge === 'start' ? inside[0] : inside.at(-1)
    if (element === undefined) return null
    return { segmentId: segmentIdOf(element), offset: edge === 'start' ? 0 : element.textContent.length }
  }
}
