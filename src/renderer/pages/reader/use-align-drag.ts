import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { BeadId, SegmentId } from '../../../shared/domain/ids.ts'
import { segmentElement, segmentIdOf, sideOf } from '../../features/reading/text-position.ts'
import type { Stage } from './reader-stage.ts'

export interface AlignDrag {
  readonly stage: Stage
  readonly content: RefObject<HTMLElement | null>
  /** The handle that floats beside the sentence under the mouse. */
  readonly handle: RefObject<HTMLElement | null>
  readonly on: boolean
  readonly onMove: (segmentId: SegmentId, beadId: BeadId) => void
}

const EDGE = 48
const SCROLL_STEP = 14
/** Room for the handle beside its cell. */
const HANDLE_WIDTH = 14

/**
 * Drags a sentence to another bead of its side, by the handle beside it or with Alt anywhere on it. A plain drag in
 * the text selects, as everywhere.
 */
export function useAlignDrag({ stage, content, handle, on, onMove }: AlignDrag): void {
  const moved = useEffectEvent(onMove)

  useEffect(() => {
    const root = content.current
    const grip = handle.current
    if (!on || root === null || grip === null) return
    const { source, view } = stage
    let pointed: HTMLElement | null = null
    let dragged: {
      readonly element: HTMLElement
      readonly segmentId: SegmentId
      readonly from: number
    } | null = null
    let target: { readonly cell: HTMLElement; readonly beadId: BeadId } | null = null
    let scrolling = 0

    const point = (element: HTMLElement | null): void => {
      if (dragged !== null || element === pointed) return
      pointed = element
      const cell = element?.closest<HTMLElement>('[data-side]') ?? null
      if (element === null || cell === null) {
        grip.style.visibility = 'hidden'
        return
      }
      const first = element.getClientRects()[0]
      const origin = root.getBoundingClientRect()
      const left = cell.getBoundingClientRect().left
      Object.assign(grip.style, {
        visibility: first === undefined ? 'hidden' : 'visible',
        left: `${left - origin.left - HANDLE_WIDTH + 1}px`,
        top: `${(first?.top ?? 0) - origin.top}px`,
        height: `${first?.height ?? 0}px`,
      })
    }

    const over = (event: PointerEvent): void => {
      if (event.buttons !== 0 || !(event.target instanceof Node) || grip.contains(event.target)) return
      point(segmentElement(event.target))
    }

    const setTarget = (cell: HTMLElement | null, beadId: BeadId | null, edge: 'start' | 'end'): void => {
      if (target?.cell !== cell && target !== null) delete target.cell.dataset['drop']
      target = cell === null || beadId === null ? null : { cell, beadId }
      if (cell !== null && beadId !== null) cell.dataset['drop'] = edge
    }

    const aim = (x: number, y: number): void => {
      if (dragged === null) return
      const side = sideOf(dragged.element)
      const row = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-row]')
      const index = Number(row?.dataset['row'])
      const beadId = Number.isInteger(index) ? (source.row(index)?.bead?.id ?? null) : null
      const cell = row?.querySelector<HTMLElement>(`[data-side="${side}"]`) ?? null
      if (cell === null || beadId === null || index === dragged.from) setTarget(null, null, 'start')
      // It joins what is there, at the end it comes from.
      else setTarget(cell, beadId, index > dragged.from ? 'start' : 'end')
    }

    const scroll = (x: number, y: number): void => {
      cancelAnimationFrame(scrolling)
      const frame = view.frame()
      const scroller = root.parentElement
      if (dragged === null || frame === null || scroller === null) return
      const step = y < frame.top + EDGE ? -SCROLL_STEP : y > frame.bottom - EDGE ? SCROLL_STEP : 0
      if (step === 0) return
      scroller.scrollTop += step
      aim(x, y)
      scrolling = requestAnimationFrame(() => scroll(x, y))
    }

    const begin = (element: HTMLElement, event: PointerEvent): void => {
      const segmentId = segmentIdOf(element)
      const home = source.home(segmentId)
      const bead = home === null ? null : (source.row(home.rowIndex)?.bead ?? null)
      if (home === null || bead === null) return
      event.preventDefault()
      event.stopPropagation()
      dragged = { element, segmentId, from: home.rowIndex }
      element.dataset['dragged'] = ''
      document.body.style.cursor = 'grabbing'
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', drop)
      window.addEventListener('pointercancel', stop)
      window.addEventListener('keydown', escape, { capture: true })
    }

    const move = (event: PointerEvent): void => {
      aim(event.clientX, event.clientY)
      scroll(event.clientX, event.clientY)
    }

    const drop = (): void => {
      const [what, where] = [dragged, target]
      stop()
      if (what !== null && where !== null) moved(what.segmentId, where.beadId)
    }

    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopImmediatePropagation()
      stop()
    }

    const stop = (): void => {
      cancelAnimationFrame(scrolling)
      setTarget(null, null, 'start')
      if (dragged !== null) delete dragged.element.dataset['dragged']
      dragged = null
      document.body.style.cursor = ''
      point(null)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', escape, { capture: true })
    }

    const gripDown = (event: PointerEvent): void => {
      if (event.button === 0 && pointed !== null) begin(pointed, event)
    }
    const textDown = (event: PointerEvent): void => {
      const element = event.target instanceof Node ? segmentElement(event.target) : null
      if (event.button === 0 && event.altKey && element !== null) begin(element, event)
    }
    const leave = (): void => point(null)

    grip.addEventListener('pointerdown', gripDown)
    root.addEventListener('pointerdown', textDown, { capture: true })
    root.addEventListener('pointerover', over)
    root.addEventListener('pointerleave', leave)
    const stopRows = source.subscribe(() => point(null))
    return () => {
      stop()
      stopRows()
      grip.removeEventListener('pointerdown', gripDown)
      root.removeEventListener('pointerdown', textDown, { capture: true })
      root.removeEventListener('pointerover', over)
      root.removeEventListener('pointerleave', leave)
    }
  }, [stage, content, handle, on])
}
