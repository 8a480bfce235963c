import type { SegmentId } from '../../../shared/domain/ids.ts'
import type { RowSource } from './row-source.ts'
import { ScrollAnchor } from './scroll-anchor.ts'
import type { SectionHeights } from './section-heights.ts'
import { rectsOf, type Place } from './text-position.ts'

/** What stands in the list, top to bottom. A gap is one element as high as the sections it stands for. */
export type PlanItem =
  | { readonly kind: 'section'; readonly index: number }
  | { readonly kind: 'gap'; readonly from: number; readonly height: number }

/** Where in the window a place is to stand. */
export type Align =
  | 'center'
  | 'nearest'
  /** The whole row of the place, with some of its neighbours before and after it. */
  | 'row'
  | { readonly top: number }

/** A place and its distance from the window's top, as it stands or is to stand. */
export interface ViewPlace extends Place {
  readonly top: number
}

interface Hold {
  readonly place: Place
  readonly rowIndex: number
  readonly align: Align
  /** Frames in which nothing had to be corrected. */
  still: number
  frames: number
  readonly done: (found: boolean) => void
}

/** About a line, in CSS px. */
const ENOUGH_SEEN = 20
const MAX_HOLD_FRAMES = 180
const STILL_FRAMES = 4

/**
 * The reader's window onto a long list: which sections are mounted, and that what is read stays where it
 * is. Sections near the window (and those pinned) are drawn, the rest are gaps of estimated or remembered
 * height. Whatever changes height, the text at the window's top is put back before the frame is painted.
 */
export class ReadingWindow {
  readonly source: RowSource
  readonly heights: SectionHeights
  readonly #listeners = new Set<() => void>()
  readonly #pins = new Map<string, readonly number[]>()
  readonly #sections = new Map<number, HTMLElement>()
  readonly #anchor: ScrollAnchor
  readonly #observer: ResizeObserver
  #scroller: HTMLElement | null = null
  #content: HTMLElement | null = null
  #plan: readonly PlanItem[] = []
  #planKey = ''
  #hold: Hold | null = null
  #near: { readonly first: number; readonly last: number } | null = null
  #elementOf: (segmentId: SegmentId) => HTMLElement | null = () => null

  constructor(source: RowSource, heights: SectionHeights) {
    this.source = source
    this.heights = heights
    this.#anchor = new ScrollAnchor()
    this.#observer = new ResizeObserver((entries) => this.#measure(entries))
    // The window goes with its source, so this ends when they do.
    source.subscribe(() => {
      if (heights.count === source.chunkCount) return
      heights.setCount(source.chunkCount)
      this.#replan(true)
    })
    this.#replan()
  }

  /** How segments on the page are found; the painter knows them. */
  setElementLookup(lookup: (segmentId: SegmentId) => HTMLElement | null): void {
    this.#elementOf = lookup
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly plan = (): readonly PlanItem[] => this.#plan

  attach(scroller: HTMLElement, content: HTMLElement): () => void {
    this.#scroller = scroller
    this.#content = content
    const onScroll = (): void => {
      this.#replan()
      if (this.#hold === null) this.#takeAnchor()
    }
    const onHand = (): void => this.#release(true)
    scroller.addEventListener('scroll', onScroll, { passive: true })
    for (const name of HAND_EVENTS) scroller.addEventListener(name, onHand, { passive: true })
    this.#observer.observe(scroller)
    this.#replan()
    return () => {
      scroller.removeEventListener('scroll', onScroll)
      for (const name of HAND_EVENTS) scroller.removeEventListener(name, onHand)
      this.#release(false)
      this.#observer.disconnect()
      this.#scroller = null
      this.#content = null
    }
  }

  /** A section's element has come; the answer takes it away again. */
  watch(index: number, element: HTMLElement): () => void {
    this.#sections.set(index, element)
    this.#observer.observe(element)
    return () => {
      this.#observer.unobserve(element)
      if (this.#sections.get(index) === element) this.#sections.delete(index)
    }
  }

  /** Keeps sections mounted under a name (a selection's ends), wherever the window goes. */
  pin(name: string, sections: readonly number[]): void {
    if (sections.length === 0) this.#pins.delete(name)
    else this.#pins.set(name, sections)
    this.#replan()
  }

  /** The first and the last section that are drawn in and around the window; null before there are any. */
  span(): { readonly first: number; readonly last: number } | null {
    const drawn = this.#near
    return drawn === null ? null : { ...drawn }
  }

  /** New estimates for what is not mounted. */
  reestimate(estimates: readonly number[]): void {
    if (estimates.length !== this.heights.count) return
    this.heights.reestimate(estimates, new Set(this.#sections.keys()))
    this.#replan(true)
  }

  /** Puts the text back to where it was, after anything that may have moved it. */
  restore(): void {
    if (this.#hold !== null) {
      this.#correctHold(this.#hold)
      return
    }
    const { moved } = this.#anchor.moved(this.#content)
    if (moved !== 0 && this.#scroller !== null) this.#scroller.scrollTop += moved
  }

  /** Scrolls a place into view exactly, mounting and measuring what it takes. False: given up or interrupted. */
  show(place: Place, rowIndex: number, align: Align): Promise<boolean> {
    this.#release(false)
    return new Promise((resolve) => {
      const hold: Hold = { place, rowIndex, align, still: 0, frames: 0, done: resolve }
      this.#hold = hold
      const chunk = this.source.chunkOf(rowIndex)
      this.pin('hold', [chunk])
      void this.source.load(chunk)
      if (!this.#correctHold(hold)) this.#approach(rowIndex)
      requestAnimationFrame(() => this.#holdFrame(hold))
    })
  }

  /** The text at the window's top. */
  topPlace(): ViewPlace | null {
    if (this.#hold !== null && typeof this.#hold.align === 'object') {
      return { ...this.#hold.place, top: this.#hold.align.top }
    }
    const place = this.#anchor.place()
    const top = this.#anchor.top(this.#scroller)
    return place === null ? null : { ...place, top: top ?? 0 }
  }

  /** The element of a row that stands on the page. */
  rowElement(rowIndex: number): HTMLElement | null {
    return this.#content?.querySelector<HTMLElement>(`[data-row="${rowIndex}"]`) ?? null
  }

  /** Whether enough of a row can be seen to tell which it is. */
  isInView(rowIndex: number): boolean {
    const frame = this.#scroller?.getBoundingClientRect()
    const rect = this.rowElement(rowIndex)?.getBoundingClientRect()
    if (frame === undefined || rect === undefined) return false
    const seen = Math.min(rect.bottom, frame.bottom) - Math.max(rect.top, frame.top)
    return seen >= Math.min(ENOUGH_SEEN, rect.height)
  }

  /** Whether a row is just being brought into view. */
  isGoingTo(rowIndex: number): boolean {
    return this.#hold?.rowIndex === rowIndex
  }

  /** The window's frame on the screen. */
  frame(): DOMRect | null {
    return this.#scroller?.getBoundingClientRect() ?? null
  }

  /** Scrolls by a share of the window's height. */
  scrollByScreens(share: number): void {
    this.#release(false)
    if (this.#scroller !== null) this.#scroller.scrollTop += share * this.#scroller.clientHeight
  }

  /** Sets the text at the window's top as what must not move. */
  #takeAnchor(): void {
    if (this.#scroller !== null && this.#content !== null) this.#anchor.take(this.#scroller, this.#content)
    for (const listener of this.#placeListeners) listener()
  }

  readonly #placeListeners = new Set<() => void>()

  /** Calls `listener` when the window has come to stand elsewhere. */
  onPlace(listener: () => void): () => void {
    this.#placeListeners.add(listener)
    return () => this.#placeListeners.delete(listener)
  }

  #measure(entries: readonly ResizeObserverEntry[]): void {
    let changed = false
    for (const [index, element] of this.#sections) {
      if (!entries.some((entry) => entry.target === element)) continue
      if (this.source.rows(index) === null) continue
      if (this.heights.measure(index, element.getBoundingClientRect().height)) changed = true
    }
    this.restore()
    if (changed) this.#replan()
    // A blank had to do as anchor until its text came.
    if (this.#hold === null && this.#anchor.place() === null) this.#takeAnchor()
  }

  #replan(force = false): void {
    const wanted = new Set<number>()
    const { count } = this.heights
    if (this.#scroller !== null && count > 0) {
      const top = this.#windowTop(this.#scroller)
      const height = this.#scroller.clientHeight
      const first = this.heights.indexAt(top - height)
      const last = this.heights.indexAt(top + 2 * height)
      for (let index = first; index <= last; index += 1) wanted.add(index)
      this.#near = { first, last }
    }
    for (const sections of this.#pins.values()) {
      for (const index of sections) if (index >= 0 && index < count) wanted.add(index)
    }
    const sorted = [...wanted].toSorted((a, b) => a - b)
    const plan: PlanItem[] = []
    let next = 0
    for (const index of [...sorted, count]) {
      if (index > next) {
        const gap = this.heights.topOf(index) - this.heights.topOf(next)
        plan.push({ kind: 'gap', from: next, height: gap })
      }
      if (index < count) plan.push({ kind: 'section', index })
      next = index + 1
    }
    const key = plan
      .map((item) => (item.kind === 'gap' ? `g${item.from}:${item.height}` : `${item.index}`))
      .join()
    if (key === this.#planKey && !force) return
    this.#planKey = key
    this.#plan = plan
    for (const listener of this.#listeners) listener()
  }

  /**
   * How far down the list the window's top is, as the heights have it. Reckoned from the section of the
   * anchor: while heights are ahead of the page (new estimates), the scroll position alone would point elsewhere.
   */
  #windowTop(scroller: HTMLElement): number {
    const section = this.#anchor.section()
    const index = Number(section?.dataset['section'])
    if (section !== null && Number.isInteger(index)) {
      const above = section.getBoundingClientRect().top - scroller.getBoundingClientRect().top
      return this.heights.topOf(index) - above
    }
    return scroller.scrollTop - (this.#content?.offsetTop ?? 0)
  }

  /** Goes to about where a row is, so that its section gets mounted. */
  #approach(rowIndex: number): void {
    if (this.#scroller === null || this.#content === null) return
    const { chunkSize, rowCount } = this.source.reading
    const chunk = this.source.chunkOf(rowIndex)
    const rows = Math.min(chunkSize, rowCount - chunk * chunkSize)
    const share = (rowIndex - chunk * chunkSize) / Math.max(1, rows)
    const top = this.heights.topOf(chunk) + share * this.heights.heightOf(chunk)
    this.#scroller.scrollTop = top + this.#content.offsetTop - this.#scroller.clientHeight / 3
    this.#replan()
  }

  #holdFrame(hold: Hold): void {
    if (this.#hold !== hold) return
    hold.frames += 1
    const found = this.#correctHold(hold)
    // A blank above would push the place away when its text comes, after the hold has let go of it.
    if ([...this.#sections.keys()].some((index) => this.source.rows(index) === null)) hold.still = 0
    if (found && hold.still >= STILL_FRAMES) this.#finish(hold, true)
    else if (hold.frames > MAX_HOLD_FRAMES) this.#finish(hold, found)
    else requestAnimationFrame(() => this.#holdFrame(hold))
  }

  /** Scrolls so that the held place stands where it should. False while it is not on the page. */
  #correctHold(hold: Hold): boolean {
    const scroller = this.#scroller
    const element = this.#elementOf(hold.place.segmentId)
    if (scroller === null || element === null || !element.isConnected) return false
    const rects = rectsOf(element, hold.place.offset, hold.place.offset + 1)
    const rect = rects[0] ?? element.getBoundingClientRect()
    const row = hold.align === 'row' ? element.closest('[data-row]')?.getBoundingClientRect() : undefined
    // A row that is higher than there is room for is held by its line.
    const box = row !== undefined && row.height <= scroller.clientHeight * MOST_OF_ROOM ? row : rect
    const top = box.top - scroller.getBoundingClientRect().top
    const wanted = wantedTop(hold.align, top, box.height, scroller.clientHeight)
    const before = scroller.scrollTop
    if (Math.abs(top - wanted) >= 0.5) scroller.scrollTop += top - wanted
    const moved = Math.abs(scroller.scrollTop - before) >= 0.5
    hold.still = moved ? 0 : hold.still + 1
    if (moved) this.#replan()
    return true
  }

  #finish(hold: Hold, found: boolean): void {
    if (this.#hold !== hold) return
    this.#hold = null
    this.pin('hold', [])
    this.#takeAnchor()
    hold.done(found)
  }

  #release(takeAnchor: boolean): void {
    const hold = this.#hold
    if (hold === null) return
    this.#hold = null
    this.pin('hold', [])
    if (takeAnchor) this.#takeAnchor()
    hold.done(false)
  }
}

/** The share of the window's height that a row may take to be shown whole. */
const MOST_OF_ROOM = 0.8

const HAND_EVENTS = ['wheel', 'touchstart', 'pointerdown'] as const

function wantedTop(align: Align, top: number, height: number, room: number): number {
  if (typeof align === 'object') return align.top
  if (align === 'center') return (room - height) * 0.4
  const margin = align === 'row' ? Math.min(room / 4, (room - height) / 2) : Math.min(72, room / 4)
  if (top < margin) return margin
  return top + height > room - margin ? room - margin - height : top
}
