import type { Reading, Row, Run } from '../../../shared/contract/schemas/reader.ts'
import { SIDES, type Side } from '../../../shared/domain/article.ts'
import type { Segment } from '../../../shared/domain/text.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'

/** Where a segment stands in what has been loaded. */
export interface SegmentHome {
  readonly rowIndex: number
  readonly side: Side
  readonly run: Run
  readonly segment: Segment
  /** The how-manieth segment of the row's side it is. */
  readonly place: number
}

/** As many rows as the contract gives at once. */
const MOST_ROWS = 1000

type FetchRows = (from: number, limit: number) => Promise<readonly Row[]>

/**
 * The rows of one reading, fetched chunk by chunk as they are needed and kept. A reading whose text or
 * beads have changed gets a new source, so that the page never mixes rows of before and after.
 */
export class RowSource {
  readonly reading: Reading
  readonly #fetch: FetchRows
  readonly #chunks = new Map<number, readonly Row[]>()
  readonly #loading = new Map<number, Promise<readonly Row[]>>()
  readonly #homes = new Map<SegmentId, SegmentHome>()
  readonly #listeners = new Set<() => void>()

  constructor(reading: Reading, fetch: FetchRows) {
    this.reading = reading
    this.#fetch = fetch
  }

  get chunkCount(): number {
    return this.reading.chunks.length
  }

  /** The sides that have text here. */
  get sides(): readonly Side[] {
    return this.reading.right === null ? ['left'] : SIDES
  }

  chunkOf(rowIndex: number): number {
    return Math.max(0, Math.min(Math.floor(rowIndex / this.reading.chunkSize), this.chunkCount - 1))
  }

  /** A chunk's rows; null while they have not come. */
  rows(chunk: number): readonly Row[] | null {
    return this.#chunks.get(chunk) ?? null
  }

  row(index: number): Row | null {
    return this.rows(this.chunkOf(index))?.[index % this.reading.chunkSize] ?? null
  }

  home(segmentId: SegmentId): SegmentHome | null {
    return this.#homes.get(segmentId) ?? null
  }

  /** Fetches a chunk; rows that are already here come at once. */
  load(chunk: number): Promise<readonly Row[]> {
    const known = this.#chunks.get(chunk)
    if (known !== undefined) return Promise.resolve(known)
    const running = this.#loading.get(chunk)
    if (running !== undefined) return running
    const { chunkSize } = this.reading
    const promise = this.#fetch(chunk * chunkSize, chunkSize)
      .then((rows) => {
        this.#keep(chunk, rows)
        for (const listener of this.#listeners) listener()
        return rows
      })
      .finally(() => this.#loading.delete(chunk))
    this.#loading.set(chunk, promise)
    return promise
  }

  /** Fetches all chunks from one to another, many at a time. */
  async loadRange(first: number, last: number): Promise<void> {
    const { chunkSize } = this.reading
    const together = Math.max(1, Math.floor(MOST_ROWS / chunkSize))
    for (let chunk = first; chunk <= last; chunk += 1) {
      if (this.rows(chunk) !== null) continue
      let end = chunk
      while (end < last && end - chunk + 1 < together && this.rows(end + 1) === null) end += 1
      if (end === chunk) {
        await this.load(chunk)
        continue
      }
      const rows = await this.#fetch(chunk * chunkSize, (end - chunk + 1) * chunkSize)
      for (let each = chunk; each <= end; each += 1) {
        const at = (each - chunk) * chunkSize
        this.#keep(each, rows.slice(at, at + chunkSize))
      }
      for (const listener of this.#listeners) listener()
      chunk = end
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #keep(chunk: number, rows: readonly Row[]): void {
    // Rows that are drawn stay the same objects.
    if (this.#chunks.has(chunk)) return
    this.#chunks.set(chunk, rows)
    for (const row of rows) {
      for (const side of SIDES) {
        let place = 0
        for (const run of row[side]) {
          for (const segment of run.segments) {
            this.#homes.set(segment.id, { rowIndex: row.index, side, run, segment, place })
            place += 1
          }
        }
      }
    }
  }
}

/** The segments of one side of a row, in reading order. */
export function segmentsOf(row: Row, side: Side): Segment[] {
  return row[side].flatMap((run) => run.segments)
}
