import type { Band } from './band.ts'
import type { SideTokens } from './tokens.ts'
import type { TranslationTable } from './translation-table.ts'

/**
 * Which words of two segments may render each other, for every cell of a band: cell `c` has the links
 * `[starts[c], starts[c + 1])`. Words are numbered within their segments.
 */
export interface PairLinks {
  readonly starts: Uint32Array
  readonly rowWords: Uint16Array
  readonly columnWords: Uint16Array
  readonly forward: Float32Array
  readonly backward: Float32Array
}

/** Collects the links of all cells. Time grows with the renderings of the words and the links found. */
export function linkPairs(
  band: Band,
  rows: SideTokens,
  columns: SideTokens,
  table: TranslationTable,
): PairLinks {
  const cells = band.cellStarts[band.cellStarts.length - 1] ?? 0
  const starts = new Uint32Array(cells + 1)
  const links = new LinkList()
  const rowLinks = new LinkList()
  const places = indexPlaces(columns)
  const segments = segmentsOfPlaces(columns)
  // Rows go on and so do the columns they look at: nothing before a cursor is looked at again.
  const cursors = places.starts.slice()
  const rowCount = band.to.row - band.from.row
  for (let index = 0; index < rowCount; index += 1) {
    const cellLow = band.cellLow[index] ?? 0
    const cellHigh = band.cellHigh[index] ?? 0
    const firstCell = band.cellStarts[index] ?? 0
    const rowStart = rows.starts[band.from.row + index] ?? 0
    const rowEnd = rows.starts[band.from.row + index + 1] ?? 0
    const columnStart = columns.starts[cellLow] ?? 0
    const columnEnd = columns.starts[cellHigh] ?? 0
    rowLinks.length = 0
    for (let place = rowStart; place < rowEnd; place += 1) {
      const type = rows.types[place] ?? 0
      for (let entry = table.starts[type] ?? 0; entry < (table.starts[type + 1] ?? 0); entry += 1) {
        const column = table.columns[entry] ?? 0
        const end = places.starts[column + 1] ?? 0
        let cursor = cursors[column] ?? 0
        while (cursor < end && (places.places[cursor] ?? 0) < columnStart) cursor += 1
        cursors[column] = cursor
        for (; cursor < end && (places.places[cursor] ?? 0) < columnEnd; cursor += 1) {
          rowLinks.push(
            place - rowStart,
            places.places[cursor] ?? 0,
            table.forward[entry] ?? 0,
            table.backward[entry] ?? 0,
          )
        }
      }
    }
    const ends = starts.subarray(firstCell + 1, firstCell + 1 + cellHigh - cellLow)
    links.appendByCell(rowLinks, columns, segments, cellLow, ends)
  }
  return links.finish(starts)
}

/** Where each type stands, in order: type `t` at the places from `starts[t]` on. */
function indexPlaces(tokens: SideTokens): { starts: Uint32Array; places: Uint32Array } {
  const starts = new Uint32Array(tokens.keys.length + 1)
  for (const type of tokens.types) starts[type + 1] = (starts[type + 1] ?? 0) + 1
  for (let type = 0; type < tokens.keys.length; type += 1)
    starts[type + 1] = (starts[type + 1] ?? 0) + (starts[type] ?? 0)
  const places = new Uint32Array(tokens.types.length)
  const next = starts.slice()
  for (const [place, type] of tokens.types.entries()) {
    places[next[type] ?? 0] = place
    next[type] = (next[type] ?? 0) + 1
  }
  return { starts, places }
}

/** Which segment each word stands in. */
function segmentsOfPlaces({ starts, types }: SideTokens): Uint32Array {
  const segments = new Uint32Array(types.length)
  for (let segment = 0; segment + 1 < starts.length; segment += 1) {
    segments.fill(segment, starts[segment], starts[segment + 1])
  }
  return segments
}

/** Links as they are collected, in arrays that grow. */
class LinkList {
  length = 0
  #rowWords = new Uint16Array(256)
  #columnWords = new Uint32Array(256)
  #forward = new Float32Array(256)
  #backward = new Float32Array(256)

  push(rowWord: number, columnWord: number, forward: number, backward: number): void {
    const at = this.length
    this.length += 1
    this.#makeRoom()
    this.#rowWords[at] = rowWord
    this.#columnWords[at] = columnWord
    this.#forward[at] = forward
    this.#backward[at] = backward
  }

  /**
   * Appends a row's links sorted by cell (a counting sort), their column words numbered within their segments.
   * `ends` gets the number of links there are when each cell is complete.
   */
  appendByCell(
    row: LinkList,
    columns: SideTokens,
    segments: Uint32Array,
    cellLow: number,
    ends: Uint32Array,
  ): void {
    const before = this.length
    this.length += row.length
    this.#makeRoom()
    ends.fill(0)
    for (let link = 0; link < row.length; link += 1) {
      const cell = (segments[row.#columnWords[link] ?? 0] ?? 0) - cellLow
      ends[cell] = (ends[cell] ?? 0) + 1
    }
    // First where each cell begins; every link that is put there moves it on, to the cell's end at last.
    let next = before
    for (let cell = 0; cell < ends.length; cell += 1) {
      const count = ends[cell] ?? 0
      ends[cell] = next
      next += count
    }
    for (let link = 0; link < row.length; link += 1) {
      const place = row.#columnWords[link] ?? 0
      const column = segments[place] ?? 0
      const at = ends[column - cellLow] ?? 0
      ends[column - cellLow] = at + 1
      this.#rowWords[at] = row.#rowWords[link] ?? 0
      this.#columnWords[at] = place - (columns.starts[column] ?? 0)
      this.#forward[at] = row.#forward[link] ?? 0
      this.#backward[at] = row.#backward[link] ?? 0
    }
  }

  finish(starts: Uint32Array): PairLinks {
    return {
      starts,
      rowWords: this.#rowWords.subarray(0, this.length),
      columnWords: new Uint16Array(this.#columnWords.subarray(0, this.length)),
      forward: this.#forward.subarray(0, this.length),
      backward: this.#backward.subarray(0, this.length),
    }
  }

  #makeRoom(): void {
    let size = this.#rowWords.length
    if (this.length <= size) return
    while (size < this.length) size *= 2
    this.#rowWords = copied(new Uint16Array(size), this.#rowWords)
    this.#columnWords = copied(new Uint32Array(size), this.#columnWords)
    this.#forward = copied(new Float32Array(size), this.#forward)
    this.#backward = copied(new Float32Array(size), this.#backward)
  }
}

function copied<Numbers extends { set(from: Numbers): void }>(to: Numbers, from: Numbers): Numbers {
  to.set(from)
  return to
}
