import { DuizhaoError } from '../domain/error.ts'
import { StringTable } from './string-table.ts'

/** Writes numbers and strings one after the other into bytes that grow. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  /** The bytes written so far; a view, good until the next write. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length] = value
    this.#length += 1
  }

  /** A whole number from 0 to 2³²−1 in groups of seven bits, the lowest first (LEB128). */
  number(value: number): void {
    let rest = value
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    this.byte(rest)
  }

  raw(bytes: Uint8Array): void {
    this.number(bytes.length)
    for (const byte of bytes) this.byte(byte)
  }

  /** Numbers as planes of their low, middle and high bytes, which compress better apart. */
  planes(values: ArrayLike<number>, bytesEach: number): void {
    this.number(values.length)
    for (let plane = 0; plane < bytesEach; plane += 1) {
      for (let at = 0; at < values.length; at += 1) this.byte(((values[at] ?? 0) >>> (plane * 8)) & 0xff)
    }
  }

  /** Strings, each as how much it shares with the one before and what follows; sorted ones shrink most. */
  strings(table: StringTable): void {
    const { units, starts, count } = table
    const shared = new Uint32Array(count)
    const rest: number[] = []
    for (let index = 0; index < count; index += 1) {
      const [start, end] = [starts[index] ?? 0, starts[index + 1] ?? 0]
      const previous = index === 0 ? 0 : (starts[index - 1] ?? 0)
      const most = Math.min(end - start, start - previous)
      let same = 0
      while (same < most && units[previous + same] === units[start + same]) same += 1
      shared[index] = same
      for (let at = start + same; at < end; at += 1) rest.push(units[at] ?? 0)
    }
    this.number(count)
    for (const same of shared) this.number(same)
    for (let index = 0; index < count; index += 1) {
      this.number((starts[index + 1] ?? 0) - (starts[index] ?? 0) - (shared[index] ?? 0))
    }
    this.planes(rest, 2)
  }
}

/** Reads what `ByteWriter` wrote. Throws `corrupt_file` where bytes are missing. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  byte(): number {
    const value = this.#bytes[this.#at]
    if (value === undefined) throw tooShort()
    this.#at += 1
    return value
  }

  number(): number {
    let value = 0
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.byte()
      value += (byte & 0x7f) * factor
      if (byte < 0x80) return value
    }
  }

  /** A copy, so that it outlives the bytes it was read from. */
  raw(): Uint8Array {
    return this.#take(this.number()).slice()
  }

  planes16(): Uint16Array {
    const length = this.number()
    const [low, high] = [this.#take(length), this.#take(length)]
    const values = new Uint16Array(length)
    for (let at = 0; at < length; at += 1) values[at] = (low[at] ?? 0) | ((high[at] ?? 0) << 8)
    return values
  }

  planes24(): Uint32Array {
    const length = this.number()
    const [low, middle, high] = [this.#take(length), this.#take(length), this.#take(length)]
    const values = new Uint32Array(length)
    for (let at = 0; at < length; at += 1) {
      values[at] = (low[at] ?? 0) | ((middle[at] ?? 0) << 8) | ((high[at] ?? 0) << 16)
    }
    return values
  }

  strings(): StringTable {
    const count = this.number()
    if (count > this.#bytes.length) throw tooShort()
    const shared = new Uint32Array(count)
    for (let index = 0; index < count; index += 1) shared[index] = this.number()
    const starts = new Uint32Array(count + 1)
    for (let index = 0; index < count; index += 1) {
      starts[index + 1] = (starts[index] ?? 0) + (shared[index] ?? 0) + this.number()
    }
    const rest = this.planes16()
    const units = new Uint16Array(starts[count] ?? 0)
    let taken = 0
    for (let index = 0; index < count; index += 1) {
      const [start, end, same] = [starts[index] ?? 0, starts[index + 1] ?? 0, shared[index] ?? 0]
      const previous = index === 0 ? 0 : (starts[index - 1] ?? 0)
      units.copyWithin(start, previous, previous + same)
      for (let at = start + same; at < end; at += 1, taken += 1) units[at] = rest[taken] ?? 0
    }
    return new StringTable(units, starts)
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw tooShort()
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
}

function tooShort(): DuizhaoError {
  return new DuizhaoError('corrupt_file', 'The lexicon is damaged: it ends too early.')
}
