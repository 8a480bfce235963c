import type { Reading, Row, Run } from '../../../shared/contract/schemas/reader.ts'
import { SIDES, type Side } from '../../../shared/domain/article.ts'
import type { Segment } from '../../../shared/domain/text.ts'
import type { BeadId, SegmentId } from '../../../shared/domain/ids.ts'

/** Where a segment stands in what has been loaded. */
export interface SegmentHome {
  readonly rowIndex: number
  readonly side: Side
  readonly run: Run
  readonly segment: Run['segments'][number]
  /** The how-manieth segment of the row's side it is. */
  readonly place: number
}

/** As many rows as the contract gives at once. */
const MOST_ROWS = 1000

type FetchRows = (from: number, limit: number) => Promise<readonly Row[]>

/**
 * The rows of one reading, fetched chunk by chunk as they are needed and kept. When text or beads have changed
 * it is renewed all at once, so that the page never mixes rows of before and after.
 */
export class RowSource {
  #reading: Reading
  readonly #fetch: FetchRows
  #chunks = new Map<number, readonly Row[]>()
  #loading = new Map<number, Promise<readonly Row[]>>()
  #homes = new Map<SegmentId, SegmentHome>()
  /** Renewals begun: only the latest counts, and rows asked for before it are out of date. */
  #renewals = 0
  readonly #listeners = new Set<() => void>()

  constructor(reading: Reading, fetch: FetchRows) {
    this.#reading = reading
    this.#fetch = fetch
  }

  get reading(): Reading {
    return this.#reading
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
    const loading = this.#loading
    const promise = this.#fetch(chunk * chunkSize, chunkSize)
      .then((rows) => {
        // Renewed meanwhile: these are the rows of before.
        if (loading !== this.#loading) return this.load(chunk)
        this.#keep(chunk, rows)
        this.#tell()
        return rows
      })
      .finally(() => loading.delete(chunk))
    loading.set(chunk, promise)
    return promise
  }

  /**
   * Takes in that the text or the beads have changed: fetches the chunks from `first` to `last` anew, then forgets
   * all others. What has not changed stays the same objects. The reading may be the one of before: then only its
   * count of rows is out of date, until the next. False: a later renewal has taken this one's place, or the rows
   * are no longer of this reading's kind.
   */
  async renew(reading: Reading, first: number, last: number): Promise<boolean> {
    this.#renewals += 1
    const renewal = this.#renewals
    const { chunkSize } = reading
    const from = Math.max(0, first) * chunkSize
    const until = (last + 1) * chunkSize
    const rows: Row[] = []
    let full = true
    for (let at = from; full && at < until; at = from + rows.length) {
      const limit = Math.min(MOST_ROWS, until - at)
      const page = await this.#fetch(at, limit)
      if (renewal !== this.#renewals) return false
      rows.push(...page)
      full = page.length === limit
    }
    // Aligned meanwhile, or no longer: these are other rows altogether, and wait for a reading of their own.
    if (rows.some(({ bead }) => (bead !== null) !== reading.aligned)) return false
    const before = this.#known()
    const [chunks, homes] = [this.#chunks, this.#homes]
    // Where the end was met, the count is known.
    const rowCount = full || rows.length === 0 ? reading.rowCount : from + rows.length
    this.#reading = rowCount === reading.rowCount ? reading : { ...reading, rowCount }
    this.#chunks = new Map()
    this.#homes = new Map()
    this.#loading = new Map()
    const kept = rows.map((row) => keepSame(row, before, homes))
    for (let at = 0; at < kept.length; at += chunkSize) {
      const chunk = (from + at) / chunkSize
      const next = kept.slice(at, at + chunkSize)
      const old = chunks.get(chunk)
      const isUnchanged = old?.length === next.length && next.every((row, index) => row === old[index])
      this.#keep(chunk, isUnchanged ? old : next)
    }
    this.#tell()
    return true
  }

  /** The row that shows a bead, among those that are here. */
  rowOfBead(beadId: BeadId): Row | null {
    for (const rows of this.#chunks.values()) {
      const row = rows.find(({ bead }) => bead?.id === beadId)
      if (row !== undefined) return row
    }
    return null
  }

  /** Fetches all chunks from one to another, many at a time. */
  async loadRange(first: number, last: number): Promise<void> {
    const { chunkSize } = this.reading
    const loading = this.#loading
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
      if (loading !== this.#loading) {
        await this.loadRange(first, Math.min(last, this.chunkCount - 1))
        return
      }
      for (let each = chunk; each <= end; each += 1) {
        const at = (each - chunk) * chunkSize
        this.#keep(each, rows.slice(at, at + chunkSize))
      }
      this.#tell()
      chunk = end
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #known(): Map<BeadId, Row> {
    const rows = [...this.#chunks.values()].flat()
    return new Map(rows.flatMap((row) => (row.bead === null ? [] : [[row.bead.id, row]])))
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

/** The row as it was where it is the same, or at least its segments that are: what is the same is not drawn again. */
function keepSame(
  row: Row,
  before: ReadonlyMap<BeadId, Row>,
  homes: ReadonlyMap<SegmentId, SegmentHome>,
): Row {
  const known = row.bead === null ? undefined : before.get(row.bead.id)
  if (known !== undefined && isSame(known, row)) return known
  const keepRun = (run: Run): Run => ({
    ...run,
    segments: run.segments.map((segment): Run['segments'][number] => {
      const old = homes.get(segment.id)?.segment
      return old !== undefined && isSame(old, segment) ? old : segment
    }),
  })
  return { ...row, left: row.left.map(keepRun), right: row.right.map(keepRun) }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The segments of one side of a row, in reading order. */
export function segmentsOf(row: Row, side: Side): Segment[] {
  return row[side].flatMap((run) => run.segments)
}
