import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import { HIGHLIGHT_PRIORITIES } from '../../features/annotating/annotation-paint.ts'
import { estimateHeight, type TextMetrics } from '../../features/reading/estimate-height.ts'
import { createPointer, type PointerStore } from '../../features/reading/reading-pointer.ts'
import { ReadingWindow } from '../../features/reading/reading-window.ts'
import type { RowSource } from '../../features/reading/row-source.ts'
import { SectionHeights } from '../../features/reading/section-heights.ts'
import { SegmentPainter } from '../../features/reading/segment-painter.ts'
import type { Prepared } from './use-prepared.ts'

/** What a reading is shown with: made anew with each prepared reading, so that none of the last one lingers. */
export interface Stage {
  readonly prepared: Prepared
  readonly source: RowSource
  readonly view: ReadingWindow
  readonly painter: SegmentPainter
  readonly pointer: PointerStore
}

const PRIORITIES = {
  ...HIGHLIGHT_PRIORITIES,
  counterpart: -1,
  'align-segment': -1,
  'align-half': 4,
  'evidence-unmatched': 3,
}

export function createStage(prepared: Prepared, metrics: TextMetrics, side: Side): Stage {
  const { source, start } = prepared
  const view = new ReadingWindow(source, new SectionHeights(estimates(source.reading, metrics)))
  const rowIndex = start?.rowIndex ?? 0
  prepared.shown.view = view
  return {
    prepared,
    source,
    view,
    painter: new SegmentPainter(PRIORITIES),
    pointer: createPointer({ rowIndex, side, seen: rowIndex, shown: false }),
  }
}

/** A guess at each chunk's height. */
export function estimates(reading: Reading, metrics: TextMetrics): number[] {
  const { chunkSize, rowCount } = reading
  return reading.chunks.map((chunk, index) =>
    estimateHeight({ ...chunk, rows: Math.min(chunkSize, rowCount - index * chunkSize) }, metrics),
  )
}
