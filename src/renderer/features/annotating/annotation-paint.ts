import type { HighlightId, SegmentId } from '../../../shared/domain/ids.ts'
import type { AnnotationBook } from './annotation-book.ts'

/** Names of the style sheet's highlights, with what lies over what. */
export const HIGHLIGHT_PRIORITIES: Readonly<Record<string, number>> = {
  'hl-hover': 4,
  'hl-active': 5,
  'hl-active-mirror': 5,
  'hl-proposed': 6,
}

/** What the highlights paint on a segment. */
export function paintsOn(
  book: AnnotationBook,
  active: HighlightId | null,
  segmentId: SegmentId,
): { name: string; start: number; end: number }[] {
  return book.partsIn(segmentId).flatMap(({ highlightId, role, color, start, end }) => {
    const name = role === 'mirror' ? `hl-mirror-${color}` : `hl-${color}`
    const paint = { name, start, end }
    if (highlightId !== active) return [paint]
    return [paint, { ...paint, name: role === 'mirror' ? 'hl-active-mirror' : 'hl-active' }]
  })
}
