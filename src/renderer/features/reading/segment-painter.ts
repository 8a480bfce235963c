import type { SegmentId } from '../../../shared/domain/ids.ts'
import { boundaryOf, segmentIdOf } from './text-position.ts'

/** A stretch of a segment to paint under one of the fixed names of the style sheet. */
export interface Paint {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** What a layer paints on a segment. */
export type PaintLayer = (segmentId: SegmentId) => readonly Paint[]

interface Painted {
  readonly name: string
  readonly range: AbstractRange
}

/**
 * Paints stretches of text with CSS highlights. Only sections on or near the screen are registered, and
 * only under a few fixed names: a rule per annotation costs seconds. Layers (annotations, search hits,
 * counterparts) are asked segment by segment and can be repainted apart.
 */
export class SegmentPainter {
  readonly #elements = new Map<SegmentId, HTMLElement>()
  readonly #sections = new Map<number, ReadonlyMap<SegmentId, HTMLElement>>()
  readonly #layers = new Map<string, PaintLayer>()
  readonly #painted = new Map<string, Map<SegmentId, readonly Painted[]>>()
  readonly #priorities: Readonly<Record<string, number>>

  constructor(priorities: Readonly<Record<string, number>>) {
    this.#priorities = priorities
  }

  /** The element of a segment that stands on the page now. */
  element(segmentId: SegmentId): HTMLElement | null {
    return this.#elements.get(segmentId) ?? null
  }

  /** The segments that stand on the page now. */
  mountedIds(): Iterable<SegmentId> {
    return this.#elements.keys()
  }

  /** The section's rows have been drawn (again). */
  mount(section: number, root: HTMLElement): void {
    this.unmount(section)
    const elements = new Map<SegmentId, HTMLElement>()
    for (const element of root.querySelectorAll<HTMLElement>('[data-segment]')) {
      elements.set(segmentIdOf(element), element)
    }
    this.#sections.set(section, elements)
    for (const [id, element] of elements) this.#elements.set(id, element)
    for (const layer of this.#layers.keys()) for (const id of elements.keys()) this.#paint(layer, id)
  }

  unmount(section: number): void {
    for (const [id, element] of this.#sections.get(section) ?? []) {
      // It may have moved to another section, and been drawn there before it is taken away here.
      if (this.#elements.get(id) !== element) continue
      for (const layer of this.#layers.keys()) this.#wipe(layer, id)
      this.#elements.delete(id)
    }
    this.#sections.delete(section)
  }

  /** Sets what a layer paints; null takes it away. */
  setLayer(name: string, layer: PaintLayer | null): void {
    for (const id of this.#painted.get(name)?.keys() ?? []) this.#wipe(name, id)
    if (layer === null) {
      this.#layers.delete(name)
      return
    }
    this.#layers.set(name, layer)
    for (const id of this.#elements.keys()) this.#paint(name, id)
  }

  /** Paints a layer anew on some segments; those that are not on the page cost nothing. */
  repaint(layer: string, segmentIds: Iterable<SegmentId>): void {
    for (const id of segmentIds) this.#paint(layer, id)
  }

  /** Leaves nothing painted. */
  clear(): void {
    for (const name of this.#layers.keys()) this.setLayer(name, null)
    this.#elements.clear()
    this.#sections.clear()
  }

  #paint(layer: string, id: SegmentId): void {
    this.#wipe(layer, id)
    const element = this.#elements.get(id)
    const paints = element === undefined ? [] : (this.#layers.get(layer)?.(id) ?? [])
    if (element === undefined || paints.length === 0) return
    const painted = paints.map(({ name, start, end }) => {
      const range = new StaticRange(boundaryOf(element, start, end))
      this.#highlight(name).add(range)
      return { name, range }
    })
    const bySegment = this.#painted.get(layer) ?? new Map<SegmentId, readonly Painted[]>()
    bySegment.set(id, painted)
    this.#painted.set(layer, bySegment)
  }

  #wipe(layer: string, id: SegmentId): void {
    const bySegment = this.#painted.get(layer)
    for (const { name, range } of bySegment?.get(id) ?? []) CSS.highlights.get(name)?.delete(range)
    bySegment?.delete(id)
  }

  #highlight(name: string): Highlight {
    const known = CSS.highlights.get(name)
    if (known !== undefined) return known
    const highlight = new Highlight()
    highlight.priority = this.#priorities[name] ?? 0
    CSS.highlights.set(name, highlight)
    return highlight
  }
}
