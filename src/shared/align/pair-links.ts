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
  const places = indexPlaces(columns)
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
    const rowLinks = new LinkList()
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
            (places.places[cursor] ?? 0) - columnStart,
            table.forward[entry] ?? 0,
            table.backward[entry] ?? 0,
          )
        }
      }
    }
    links.appendByCell(rowLinks, columns.starts, cellLow, cellHigh, (cell) => {
      starts[firstCell + cell + 1] = links.length
    })
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

/** Links as they are collected, in arrays that grow. */
class LinkList {
  length = 0
  #rowWords = new Uint16Array(256)
  #columnWords = new Uint32Array(256)
  #forward = new Float32Array(256)
  #backward = new Float32Array(256)

  push(rowWord: number, columnWord: number, forward: number, backward: number): void {
    if (this.length === this.#rowWords.length) this.#grow()
    this.#rowWords[this.length] = rowWord
    this.#columnWords[this.length] = columnWord
    this.#forward[this.length] = forward
    this.#backward[this.length] = backward
    this.length += 1
  }

  /** Appends a row's links sorted by cell (a counting sort), telling when each cell is complete. */
  appendByCell(
    row: LinkList,
    columnStarts: Uint32Array,
    cellLow: number,
    cellHigh: number,
    completed: (cell: number) => void,
  ): void {
    const origin = columnStarts[cellLow] ?? 0
    const cellOf = new Uint32Array((columnStarts[cellHigh] ?? 0) - origin)
    for (let column = cellLow; column < cellHigh; column += 1) {
      cellOf.fill(
        column - cellLow,
        (columnStarts[column] ?? 0) - origin,
        (columnStarts[column + 1] ?? 0) - origin,
      )
    }
    const cells = cellHigh - cellLow
    const ends = new Uint32Array(cells + 1)
    for (let link = 0; link < row.length; link += 1) {
      const cell = cellOf[row.#columnWords[link] ?? 0] ?? 0
      ends[cell + 1] = (ends[cell + 1] ?? 0) + 1
    }
    for (let cell = 0; cell < cells; cell += 1) ends[cell + 1] = (ends[cell + 1] ?? 0) + (ends[cell] ?? 0)
    const order = new Uint32Array(row.length)
    const next = ends.slice(0, cells)
    for (let link = 0; link < row.length; link += 1) {
      const cell = cellOf[row.#columnWords[link] ?? 0] ?? 0
      order[next[cell] ?? 0] = link
      next[cell] = (next[cell] ?? 0) + 1
    }
    for (let cell = 0; cell < cells; cell += 1) {
      const cellOrigin = (columnStarts[cellLow + cell] ?? 0) - origin
      for (let place = ends[cell] ?? 0; place < (ends[cell + 1] ?? 0); place += 1) {
        const link = order[place] ?? 0
        this.push(
          row.#rowWords[link] ?? 0,
          (row.#columnWords[link] ?? 0) - cellOrigin,
          row.#forward[link] ?? 0,
          row.#backward[link] ?? 0,
        )
      }
      completed(cell)
    }
  }

  finish(starts: Uint32Array): PairLinks {
    return {
      starts,
      rowWords: this.#rowWords.subarray(0, this.length),
      columnWords: Uint16Array.from(this.#columnWords.subarray(0, this.length)),
      forward: this.#forward.subarray(0, this.length),
      backward: this.#backward.subarray(0, this.length),
    }
  }

  #grow(): void {
    const size = this.#rowWords.length * 2
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
