import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react'
import type { Color } from '../../../shared/domain/highlight.ts'
import { hue } from './color-buttons.tsx'
import styles from './edge-handles.module.css'

export type Edge = 'start' | 'end'

/** Something whose edges can be dragged, with where they are on the screen; null while they are not on the page. */
export interface Graspable {
  readonly id: string
  readonly color: Color | null
  readonly locate: (edge: Edge) => DOMRect | null
}

export interface EdgeHandlesProps {
  readonly graspables: readonly Graspable[]
  /** Calls the listener when the text has moved within the page. */
  readonly follow: (listener: () => void) => () => void
  /** The hand is at a point of the screen. */
  readonly onDrag: (id: string, edge: Edge, x: number, y: number) => void
  /** The hand has let go; `kept`: where it was, else nothing shall change. */
  readonly onDrop: (id: string, kept: boolean) => void
}

const EDGES = ['start', 'end'] as const

/**
 * Grips at both ends of what is active, for the mouse; the keyboard has [ and ]. They lie over the text, positioned
 * within it.
 */
export function EdgeHandles({ graspables, follow, onDrag, onDrop }: EdgeHandlesProps): ReactNode {
  const layer = useRef<HTMLDivElement>(null)

  const place = useEffectEvent(() => {
    const element = layer.current
    const origin = element?.offsetParent?.getBoundingClientRect()
    if (element === null || origin === undefined) return
    for (const grip of element.querySelectorAll<HTMLElement>('[data-edge-handle]')) {
      const edge = grip.dataset['edgeHandle'] === 'start' ? 'start' : 'end'
      const rect = graspables.find(({ id }) => id === grip.dataset['of'])?.locate(edge) ?? null
      Object.assign(grip.style, {
        visibility: rect === null ? 'hidden' : 'visible',
        left: `${(rect?.left ?? 0) - origin.left}px`,
        top: `${(rect?.top ?? 0) - origin.top}px`,
        height: `${rect?.height ?? 0}px`,
      })
    }
  })
  useLayoutEffect(() => place())
  useEffect(() => follow(() => place()), [follow])

  const drag = useEffectEvent(onDrag)
  const drop = useEffectEvent(onDrop)
  useEffect(() => {
    const element = layer.current
    if (element === null) return
    const down = (event: PointerEvent): void => {
      const grip = event.target instanceof Element ? event.target.closest('[data-edge-handle]') : null
      if (!(grip instanceof HTMLElement) || event.button !== 0) return
      // No selection begins here.
      event.preventDefault()
      event.stopPropagation()
      const id = grip.dataset['of'] ?? ''
      const edge = grip.dataset['edgeHandle'] === 'start' ? 'start' : 'end'
      begin(element, edge, {
        move: (x, y) => drag(id, edge, x, y),
        end: (kept) => drop(id, kept),
      })
    }
    element.addEventListener('pointerdown', down)
    return () => element.removeEventListener('pointerdown', down)
  }, [])

  return (
    <div ref={layer} className={styles['layer']} aria-hidden="true">
      {graspables.flatMap(({ id, color }) =>
        EDGES.map((edge) => (
          <span
            key={`${id} ${edge}`}
            className={styles['grip']}
            style={color === null ? undefined : hue(color)}
            data-edge-handle={edge}
            data-of={id}
          />
        )),
      )}
    </div>
  )
}

interface Hand {
  readonly move: (x: number, y: number) => void
  readonly end: (kept: boolean) => void
}

/** Follows the hand until it lets go; Escape puts everything back. */
function begin(layer: HTMLElement, edge: Edge, hand: Hand): void {
  // What lies under the hand is the text, not the grip.
  layer.dataset['dragging'] = edge
  const { body } = document
  body.style.cursor = 'ew-resize'
  const move = (event: PointerEvent): void => hand.move(event.clientX, event.clientY)
  const up = (): void => stop(true)
  const cancel = (): void => stop(false)
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    stop(false)
  }
  // The click that ends a drag is none.
  const click = (event: MouseEvent): void => event.stopPropagation()
  const stop = (kept: boolean): void => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', cancel)
    window.removeEventListener('keydown', escape, { capture: true })
    setTimeout(() => window.removeEventListener('click', click, { capture: true }))
    delete layer.dataset['dragging']
    body.style.cursor = ''
    hand.end(kept)
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', cancel)
  window.addEventListener('keydown', escape, { capture: true })
  window.addEventListener('click', click, { capture: true })
}
