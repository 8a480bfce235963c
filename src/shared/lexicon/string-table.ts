const HASH_START = 0x811c9dc5
const HASH_FACTOR = 0x01000193
const FREE = -1

/** FNV-1a (Fowler, Noll, Vo) over code units instead of bytes: the hash of a string with one unit more. */
export function extendHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, HASH_FACTOR)
}

/** The hash of the empty string, to be extended. */
export const EMPTY_HASH = HASH_START

/**
 * Many strings by number, in three typed arrays instead of as many objects: all code units in a row, where
 * each string starts, and a hash table with linear probing. Look-ups make no strings.
 */
export class StringTable {
  readonly count: number
  /** String `i` is the code units `[starts[i], starts[i + 1])`. */
  readonly starts: Uint32Array
  readonly units: Uint16Array
  readonly #slots: Int32Array
  readonly #mask: number

  constructor(units: Uint16Array, starts: Uint32Array) {
    this.units = units
    this.starts = starts
    this.count = starts.length - 1
    let size = 16
    while (size < this.count * 2) size *= 2
    this.#mask = size - 1
    this.#slots = new Int32Array(size).fill(FREE)
    for (let index = 0; index < this.count; index += 1) this.#insert(index)
  }

  static of(strings: readonly string[]): StringTable {
    const starts = new Uint32Array(strings.length + 1)
    strings.forEach((text, index) => (starts[index + 1] = (starts[index] ?? 0) + text.length))
    const units = new Uint16Array(starts.at(-1) ?? 0)
    strings.forEach((text, index) => {
      const start = starts[index] ?? 0
      for (let at = 0; at < text.length; at += 1) units[start + at] = text.charCodeAt(at)
    })
    return new StringTable(units, starts)
  }

  at(index: number): string {
    return String.fromCharCode(...this.units.subarray(this.starts[index], this.starts[index + 1]))
  }

  /** The number of a string, or -1. */
  find(text: string): number {
    let hash = EMPTY_HASH
    for (let at = 0; at < text.length; at += 1) hash = extendHash(hash, text.charCodeAt(at))
    return this.findHashed(text, 0, text.length, hash)
  }

  /** The number of the string `text.slice(start, end)`, whose hash is known, or -1. Offsets in UTF-16 code units. */
  findHashed(text: string, start: number, end: number, hash: number): number {
    const mask = this.#mask
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const index = this.#slots[slot] ?? FREE
      if (index === FREE || this.#equals(index, text, start, end)) return index
    }
  }

  #insert(index: number): void {
    let hash = EMPTY_HASH
    const end = this.starts[index + 1] ?? 0
    for (let at = this.starts[index] ?? 0; at < end; at += 1) hash = extendHash(hash, this.units[at] ?? 0)
    let slot = spread(hash) & this.#mask
    while (this.#slots[slot] !== FREE) slot = (slot + 1) & this.#mask
    this.#slots[slot] = index
  }

  #equals(index: number, text: string, start: number, end: number): boolean {
    const first = this.starts[index] ?? 0
    if ((this.starts[index + 1] ?? 0) - first !== end - start) return false
    for (let at = start; at < end; at += 1) {
      if (this.units[first + at - start] !== text.charCodeAt(at)) return false
    }
    return true
  }
}

/** The high bits of an FNV hash are the better ones; a mask looks at the low ones. */
export function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}
