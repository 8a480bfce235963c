import { useEffect, type RefObject } from 'react'
import { otherSide } from '../../features/reading/reading-layout.ts'
import { segmentsOf } from '../../features/reading/row-source.ts'
import type { Stage } from './reader-stage.ts'

/** The text has come to rest this long after the window took another size. */
const SETTLED = 160

/** Keeps the current row in view when the room for the text takes another size. */
export function useKeepCurrent(stage: Stage, scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const { view, source, pointer } = stage
    let wasInView = false
    let settling: ReturnType<typeof setTimeout> | null = null
    let size = ''

    const look = (): void => {
      const { rowIndex, shown } = pointer.getState()
      // What is seen while it is resized is not what was seen before.
      if (settling === null) wasInView = shown && view.isInView(rowIndex)
    }
    const settle = (): void => {
      settling = null
      const { rowIndex, side } = pointer.getState()
      const row = source.row(rowIndex)
      if (!wasInView || row === null || view.isInView(rowIndex)) return
      const segment = segmentsOf(row, side)[0] ?? segmentsOf(row, otherSide(side))[0]
      if (segment !== undefined) void view.show({ segmentId: segment.id, offset: 0 }, rowIndex, 'row')
    }
    const observer = new ResizeObserver(() => {
      const next = `${element.clientWidth} ${element.clientHeight}`
      if (size !== '' && next !== size) {
        if (settling !== null) clearTimeout(settling)
        settling = setTimeout(settle, SETTLED)
      }
      size = next
    })
    observer.observe(element)
    const stops = [view.onPlace(look), pointer.subscribe(() => requestAnimationFrame(look))]
    look()
    return () => {
      if (settling !== null) clearTimeout(settling)
      observer.disconnect()
      for (const stop of stops) stop()
    }
  }, [stage, scroller])
}
