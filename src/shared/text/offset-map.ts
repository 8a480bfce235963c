/** Which edge of a range an offset is: decides where an offset inside an indivisible change goes. */
export type RangeSide = 'start' | 'end'

/**
 * A growing list of whole numbers in a typed array: a text of a million characters may need a mark at each
 * of them, and boxed arrays of arrays would cost ten times the text.
 */
export class OffsetList {
  #values = new Int32Array(64)
  #length = 0

  get length(): number {
    return this.#length
  }

  at(index: number): number {
    return this.#values[index] ?? 0
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Int32Array(this.#length * 2)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.#length] = value
    this.#length += 1
  }
}

/**
 * Maps an offset through a list of marks (`from[i]` ↔ `to[i]`, both never falling). Between two marks equally
 * far apart on both sides offsets map one to one; otherwise the stretch is indivisible, and an offset inside
 * it goes to its beginning as a range's start and to its end as a range's end, so that ranges only grow.
 * Where several offsets qualify (something was dropped there) the range is kept tight.
 */
export function mapOffset(from: OffsetList, to: OffsetList, offset: number, side: RangeSide): number {
  return side === 'start' ? mapStart(from, to, offset) : mapEnd(from, to, offset)
}

function mapStart(from: OffsetList, to: OffsetList, offset: number): number {
  const mark = countUpTo(from, offset + 1) - 1
  if (mark < 0) return 0
  const isLast = mark === from.length - 1
  const divisible = !isLast && from.at(mark + 1) - from.at(mark) === to.at(mark + 1) - to.at(mark)
  return to.at(mark) + (divisible ? offset - from.at(mark) : 0)
}

function mapEnd(from: OffsetList, to: OffsetList, offset: number): number {
  const mark = countUpTo(from, offset)
  if (mark >= from.length) return to.at(to.length - 1)
  const divisible = mark > 0 && from.at(mark) - from.at(mark - 1) === to.at(mark) - to.at(mark - 1)
  return to.at(mark) - (divisible ? from.at(mark) - offset : 0)
}

/** How many marks lie below `limit`. */
function countUpTo(list: OffsetList, limit: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list.at(middle) < limit) low = middle + 1
    else high = middle
  }
  return low
}
