import { useEffect, useRef, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { Link } from '../../../shared/contract/schemas/link.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { paintsOn } from '../../features/annotating/annotation-paint.ts'
import type { Annotations } from '../../features/annotating/annotation-store.ts'
import { counterpartsOf, linkedTo } from '../../features/reading/counterparts.ts'
import { segmentElement, segmentIdOf } from '../../features/reading/text-position.ts'
import type { Stage } from './reader-stage.ts'

/** Paints the highlights, and repaints the segments whose highlights have changed. */
export function useAnnotationPaint(stage: Stage, annotations: Annotations): void {
  useEffect(() => {
    const { painter } = stage
    painter.setLayer('annotations', (id) =>
      paintsOn(annotations.book, annotations.store.getState().active, id),
    )
    const stop = annotations.onSegments((ids) => painter.repaint('annotations', ids))
    return () => {
      stop()
      painter.setLayer('annotations', null)
    }
  }, [stage, annotations])
}

/** Tints what faces the sentence that is pointed at; of a sentence that is linked, what it is linked to alone. */
export function useCounterpartPaint(
  stage: Stage,
  content: RefObject<HTMLElement | null>,
  links: readonly Link[],
): void {
  const latest = useRef(links)
  useEffect(() => {
    latest.current = links
  }, [links])
  const pointed = useRef<SegmentId | null>(null)
  useEffect(() => {
    const root = content.current
    const { painter, source } = stage
    let tinted = new Set<SegmentId>()
    painter.setLayer('counterpart', (id) =>
      tinted.has(id)
        ? [{ name: 'counterpart', start: 0, end: source.home(id)?.segment.text.length ?? 0 }]
        : [],
    )
    const tint = (id: SegmentId | null): void => {
      if (pointed.current === id) return
      pointed.current = id
      const before = tinted
      const linked = id === null ? [] : linkedTo(latest.current, id)
      tinted = new Set(id === null ? [] : linked.length > 0 ? linked : counterpartsOf(source, id))
      painter.repaint('counterpart', new Set([...before, ...tinted]))
    }
    const over = (event: PointerEvent): void => {
      // While a selection is drawn, nothing else moves.
      if (event.buttons !== 0) return
      const element = event.target instanceof Node ? segmentElement(event.target) : null
      tint(element === null ? null : segmentIdOf(element))
    }
    const leave = (): void => tint(null)
    root?.addEventListener('pointerover', over)
    root?.addEventListener('pointerleave', leave)
    return () => {
      root?.removeEventListener('pointerover', over)
      root?.removeEventListener('pointerleave', leave)
      painter.setLayer('counterpart', null)
      pointed.current = null
    }
  }, [stage, content])
}

/** The active highlight as it is now; drawn again when it or the book changes. */
export function useActive(annotations: Annotations): ReturnType<Annotations['activeAnnotation']> {
  const { active } = useStore(annotations.store)
  return active === null ? null : annotations.book.get(active)
}
