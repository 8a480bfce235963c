import { EMPTY_HASH, extendHash, spread, type StringTable } from './string-table.ts'

/**
 * Says of a stretch of text whether some string of a table begins with it: a Bloom filter with one bit a
 * prefix. It may say yes wrongly, at about one prefix in ten, never no. It spares look-ups of words that go on.
 */
export class PrefixFilter {
  readonly #bits: Uint32Array
  readonly #mask: number

  constructor(strings: StringTable) {
    let size = 1 << 10
    // Three code units a string beside the last, shared prefixes counted many times over.
    while (size < strings.count * 16) size *= 2
    this.#bits = new Uint32Array(size / 32)
    this.#mask = size - 1
    for (let index = 0; index < strings.count; index += 1) this.#add(strings, index)
  }

  /** Whether a string may begin with, and be longer than, the stretch that has this hash. */
  mayContinue(hash: number): boolean {
    const bit = spread(hash) & this.#mask
    return ((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0
  }

  #add(strings: StringTable, index: number): void {
    let hash = EMPTY_HASH
    const last = (strings.starts[index + 1] ?? 0) - 1
    for (let at = strings.starts[index] ?? 0; at < last; at += 1) {
      hash = extendHash(hash, strings.units[at] ?? 0)
      const bit = spread(hash) & this.#mask
      this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
    }
  }
}
