import type { Reading, ReadingTarget } from '../../../shared/contract/schemas/reader.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { api } from '../../api/api.ts'
import type { ViewPlace } from './reading-window.ts'
import { RowSource } from './row-source.ts'

/** A reading that can be drawn at once where it is to begin. */
export interface PreparedReading {
  readonly source: RowSource
  readonly start: { readonly place: ViewPlace; readonly rowIndex: number } | null
}

/**
 * Readies a reading: its rows around the place to begin at are fetched before anything is drawn, so that
 * neither opening it nor a new alignment makes the text jump.
 */
export async function prepareReading(reading: Reading, place: ViewPlace | null): Promise<PreparedReading> {
  const { target } = reading
  const source = new RowSource(reading, (from, limit) => api.reader.rows({ target, from, limit }))
  if (reading.rowCount === 0) return { source, start: null }
  const rowIndex = place === null ? null : await locate(target, place.segmentId)
  const chunk = source.chunkOf(rowIndex ?? 0)
  await source.loadRange(Math.max(0, chunk - 1), Math.min(source.chunkCount - 1, chunk + 1))
  return { source, start: place === null || rowIndex === null ? null : { place, rowIndex } }
}

/** The row of a segment; null when it is not in the text any more. */
export async function locate(target: ReadingTarget, segmentId: SegmentId): Promise<number | null> {
  try {
    const { rowIndex } = await api.reader.locate({ target, segmentId })
    return rowIndex
  } catch {
    return null
  }
}
