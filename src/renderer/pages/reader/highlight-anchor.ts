import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import type { FloatingAnchor } from '../../features/annotating/place-floating.ts'
import type { TextRange } from '../../features/reading/selected-text.ts'
import { rectsOf } from '../../features/reading/text-position.ts'
import type { Stage } from './reader-stage.ts'

interface Stretch {
  readonly segmentId: SegmentId
  readonly start: number
  readonly end: number
}

/** Spans at most this far apart, in pixels, face one another. */
const FACING = 60

/** Where a highlight's words are in sight; what floats points at their last line. */
export function highlightAnchor(stage: Stage, annotation: Annotation): FloatingAnchor | null {
  const [first, ...others] = primaryFirst(annotation).flatMap(
    ({ parts }) => anchorAt(rectsInSight(stage, parts)) ?? [],
  )
  if (first === undefined) return null
  // What points at a mirrored highlight lies over neither of its spans, where they face one another.
  return others
    .filter(({ top, bottom }) => top < first.bottom + FACING && bottom > first.top - FACING)
    .reduce(
      (all, { top, bottom }) => ({
        ...all,
        top: Math.min(all.top, top),
        bottom: Math.max(all.bottom, bottom),
      }),
      first,
    )
}

/** The same, with all of the sentences that the highlight is in: what is written about them must not cover them. */
export function sentenceAnchor(stage: Stage, annotation: Annotation): FloatingAnchor | null {
  for (const { parts } of primaryFirst(annotation)) {
    const anchor = partsAnchor(stage, parts)
    if (anchor !== null) return anchor
  }
  return null
}

/** Where the last sentence of a selection is selected, as far as it is in sight. */
export function selectionAnchor(stage: Stage, { start, end }: TextRange): FloatingAnchor | null {
  const from = start.segmentId === end.segmentId ? start.offset : 0
  return anchorAt(rectsInSight(stage, [{ segmentId: end.segmentId, start: from, end: end.offset }]))
}

/** The same for any stretches: with all of the sentences they are in, whose words an edge may be dragged to. */
export function partsAnchor(stage: Stage, parts: readonly Stretch[]): FloatingAnchor | null {
  const words = anchorAt(rectsInSight(stage, parts))
  if (words === null) return null
  const whole = parts.map(({ segmentId }) => ({ segmentId, start: 0, end: Number.POSITIVE_INFINITY }))
  return { ...(anchorAt(rectsInSight(stage, whole)) ?? words), middle: words.middle }
}

function primaryFirst({ spans }: Annotation): Annotation['spans'] {
  return spans.toSorted((a, b) => Number(a.role === 'mirror') - Number(b.role === 'mirror'))
}

function anchorAt(rects: readonly DOMRect[]): FloatingAnchor | null {
  const last = rects.at(-1)
  if (last === undefined) return null
  return {
    top: Math.min(...rects.map(({ top }) => top)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
    middle: last.left + last.width / 2,
  }
}

function rectsInSight(stage: Stage, stretches: readonly Stretch[]): DOMRect[] {
  const frame = stage.view.frame()
  if (frame === null) return []
  return stretches.flatMap(({ segmentId, start, end }) => {
    const element = stage.painter.element(segmentId)
    if (element === null) return []
    const to = Math.min(end, element.textContent.length)
    return rectsOf(element, start, to).filter(
      (each) => each.width > 0 && each.top < frame.bottom - 8 && each.bottom > frame.top + 8,
    )
  })
}
