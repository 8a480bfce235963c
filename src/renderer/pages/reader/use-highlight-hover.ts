import { useEffect, type RefObject } from 'react'
import type { Annotations } from '../../features/annotating/annotation-store.ts'
import { placeAtPoint } from '../../features/reading/text-position.ts'
import type { HighlightId } from '../../../shared/domain/ids.ts'
import type { Stage } from './reader-stage.ts'

/** Marks both spans of the mirrored highlight under the mouse: they are one thing in two languages. */
export function useHighlightHover(
  stage: Stage,
  annotations: Annotations,
  content: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const root = content.current
    const { painter } = stage
    const { book } = annotations
    let hovered: HighlightId | null = null
    let asked = 0
    painter.setLayer('hover', (id) =>
      hovered === null
        ? []
        : book
            .partsIn(id)
            .filter(({ highlightId }) => highlightId === hovered)
            .map(({ start, end }) => ({ name: 'hl-hover', start, end })),
    )
    const hover = (next: HighlightId | null): void => {
      if (next === hovered) return
      const touched = [hovered, next].flatMap((id) => (id === null ? [] : annotations.segmentsOf(id)))
      hovered = next
      painter.repaint('hover', new Set(touched))
    }
    const move = (event: PointerEvent): void => {
      cancelAnimationFrame(asked)
      // While a selection or an edge is drawn, nothing else moves.
      if (event.buttons !== 0) return
      asked = requestAnimationFrame(() => {
        const place = placeAtPoint(event.clientX, event.clientY)
        const here = place === null ? [] : book.at(place.segmentId, place.offset)
        const mirrored = (id: HighlightId): boolean => (book.get(id)?.spans.length ?? 0) > 1
        hover(here.find(mirrored) ?? null)
      })
    }
    const leave = (): void => {
      cancelAnimationFrame(asked)
      hover(null)
    }
    root?.addEventListener('pointermove', move)
    root?.addEventListener('pointerleave', leave)
    return () => {
      cancelAnimationFrame(asked)
      root?.removeEventListener('pointermove', move)
      root?.removeEventListener('pointerleave', leave)
      painter.setLayer('hover', null)
    }
  }, [stage, annotations, content])
}
