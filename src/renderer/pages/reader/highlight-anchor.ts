import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import type { TextRange } from '../../features/reading/selected-text.ts'
import { rectsOf } from '../../features/reading/text-position.ts'
import type { Stage } from './reader-stage.ts'

interface Stretch {
  readonly segmentId: SegmentId
  readonly start: number
  readonly end: number
}

/** The last line of a highlight that is in sight; what floats points at it. */
export function highlightRect(stage: Stage, annotation: Annotation): DOMRect | null {
  const spans = annotation.spans.toSorted((a, b) => Number(a.role === 'mirror') - Number(b.role === 'mirror'))
  for (const span of spans) {
    const rect = lastInSight(stage, span.parts)
    if (rect !== null) return rect
  }
  return null
}

/** The last line of a selection. */
export function selectionRect(stage: Stage, { start, end }: TextRange): DOMRect | null {
  const from = start.segmentId === end.segmentId ? start.offset : 0
  return lastInSight(stage, [{ segmentId: end.segmentId, start: from, end: end.offset }])
}

function lastInSight(stage: Stage, stretches: readonly Stretch[]): DOMRect | null {
  const frame = stage.view.frame()
  for (const { segmentId, start, end } of stretches.toReversed()) {
    const element = stage.painter.element(segmentId)
    if (element === null || frame === null) continue
    const rect = rectsOf(element, start, end).findLast(
      (each) => each.width > 0 && each.top < frame.bottom - 8 && each.bottom > frame.top + 8,
    )
    if (rect !== undefined) return rect
  }
  return null
}
