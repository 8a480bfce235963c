/**
 * Heights of the list's sections, top to bottom: estimated until measured, then remembered. Pure
 * arithmetic; the sections' own elements are what is true.
 */
export class SectionHeights {
  #heights: Float64Array
  #measured: Uint8Array
  #tops: Float64Array
  #dirtyFrom = 0

  constructor(estimates: readonly number[]) {
    this.#heights = Float64Array.from(estimates)
    this.#measured = new Uint8Array(estimates.length)
    this.#tops = new Float64Array(estimates.length + 1)
  }

  get count(): number {
    return this.#heights.length
  }

  get total(): number {
    this.#settle()
    return this.#tops[this.count] ?? 0
  }

  heightOf(index: number): number {
    return this.#heights[index] ?? 0
  }

  isMeasured(index: number): boolean {
    return this.#measured[index] === 1
  }

  /** Where a section begins, from the list's top. `count` gives the end. */
  topOf(index: number): number {
    this.#settle()
    return this.#tops[Math.max(0, Math.min(index, this.count))] ?? 0
  }

  /** The section at a distance from the list's top; the first or last one beyond the ends. */
  indexAt(distance: number): number {
    this.#settle()
    let low = 0
    let high = this.count - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#tops[middle] ?? 0) <= distance) low = middle
      else high = middle - 1
    }
    return Math.max(0, low)
  }

  /** Remembers a measured height. Returns whether it is news. */
  measure(index: number, height: number): boolean {
    if (index < 0 || index >= this.count) return false
    const changed = Math.abs((this.#heights[index] ?? 0) - height) > 0.25
    this.#measured[index] = 1
    if (!changed) return false
    this.#heights[index] = height
    this.#dirtyFrom = Math.min(this.#dirtyFrom, index)
    return true
  }

  /** There are more or fewer sections now; those beyond the known ones are taken to be of average height. */
  setCount(count: number): void {
    if (count === this.count) return
    const average = this.count === 0 ? 400 : this.total / this.count
    const old = this.#heights
    const measured = this.#measured
    this.#heights = Float64Array.from({ length: count }, (_, index) => old[index] ?? average)
    this.#measured = Uint8Array.from({ length: count }, (_, index) => measured[index] ?? 0)
    this.#tops = new Float64Array(count + 1)
    this.#dirtyFrom = 0
  }

  /**
   * Starts over from new estimates (another width, size or mode). The sections in `keep` stand on the
   * screen and will be measured anyway.
   */
  reestimate(estimates: readonly number[], keep: ReadonlySet<number>): void {
    for (let index = 0; index < this.count; index += 1) {
      if (keep.has(index)) continue
      this.#heights[index] = estimates[index] ?? 0
      this.#measured[index] = 0
    }
    this.#dirtyFrom = 0
  }

  #settle(): void {
    if (this.#dirtyFrom >= this.count) return
    let top = this.#tops[this.#dirtyFrom] ?? 0
    for (let index = this.#dirtyFrom; index < this.count; index += 1) {
      this.#tops[index] = top
      top += this.#heights[index] ?? 0
    }
    this.#tops[this.count] = top
    this.#dirtyFrom = this.count
  }
}
