import { useEffect, useRef, type ReactNode } from 'react'
import type { FindHit } from '../../../shared/contract/schemas/reader.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import styles from './hit-outlines.module.css'
import type { ReadingWindow } from './reading-window.ts'
import type { SegmentPainter } from './segment-painter.ts'
import { rectsOf } from './text-position.ts'

export interface HitOutlinesProps {
  readonly view: ReadingWindow
  readonly painter: SegmentPainter
  readonly hits: readonly FindHit[]
  /** Index of the current hit; -1 when there is none. */
  readonly current: number
}

/**
 * Lines around what was found. Drawn over the text: CSS highlights can fill and underline but not outline,
 * and a filled hit would look like a highlight. Only what is in or near the window is drawn.
 */
export function HitOutlines({ view, painter, hits, current }: HitOutlinesProps): ReactNode {
  const layer = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const element = layer.current
    const content = element?.parentElement
    if (element === null || content === null || content === undefined) return
    element.replaceChildren()
    // Nothing to follow: a change of the page at every frame of scrolling has all highlights painted anew.
    if (hits.length === 0) return
    const bySegment = new Map<SegmentId, { readonly hit: FindHit; readonly index: number }[]>()
    for (const [index, hit] of hits.entries()) {
      const list = bySegment.get(hit.segmentId)
      if (list === undefined) bySegment.set(hit.segmentId, [{ hit, index }])
      else list.push({ hit, index })
    }

    const draw = (): void => {
      const frame = view.frame()
      const origin = content.getBoundingClientRect()
      const boxes: HTMLElement[] = []
      for (const id of frame === null ? [] : painter.mountedIds()) {
        const found = bySegment.get(id)
        const segment = found === undefined ? null : painter.element(id)
        if (found === undefined || segment === null || frame === null || !isNear(segment, frame)) continue
        for (const { hit, index } of found) {
          for (const rect of rectsOf(segment, hit.start, hit.end))
            boxes.push(boxOf(rect, origin, index === current))
        }
      }
      element.replaceChildren(...boxes)
    }

    let asked = 0
    const ask = (): void => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(draw)
    }
    draw()
    const stopPlan = view.subscribe(ask)
    const stopPlace = view.onPlace(ask)
    const stopRows = view.source.subscribe(ask)
    const observer = new ResizeObserver(ask)
    observer.observe(content)
    return () => {
      cancelAnimationFrame(asked)
      stopPlan()
      stopPlace()
      stopRows()
      observer.disconnect()
    }
  }, [view, painter, hits, current])

  return <div ref={layer} className={styles['layer']} aria-hidden="true" />
}

/** Whether a segment stands within a window's height of the window. Asks its block, which is cheap to measure. */
function isNear(segment: HTMLElement, frame: DOMRect): boolean {
  const rect = (segment.closest('[data-section]') ?? segment).getBoundingClientRect()
  return rect.bottom > frame.top - frame.height && rect.top < frame.bottom + frame.height
}

function boxOf(rect: DOMRect, origin: DOMRect, isCurrent: boolean): HTMLElement {
  const box = document.createElement('div')
  box.className = (isCurrent ? styles['current'] : styles['hit']) ?? ''
  Object.assign(box.style, {
    left: `${rect.left - origin.left - 1}px`,
    top: `${rect.top - origin.top - 1}px`,
    width: `${rect.width + 2}px`,
    height: `${rect.height + 2}px`,
  })
  return box
}
