import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import styles from './floating-panel.module.css'
import type { FloatingAnchor } from './place-floating.ts'
import { useFloating } from './use-floating.ts'

export interface FloatingPanelProps {
  readonly label: string
  readonly anchor: () => FloatingAnchor | null
  readonly bounds: () => DOMRect | null
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small sheet beside the highlight it is about. Goes when something else is pressed. */
export function FloatingPanel({ label, anchor, bounds, onClose, children }: FloatingPanelProps): ReactNode {
  const element = useRef<HTMLDivElement>(null)
  useFloating(element, anchor, bounds)
  const close = useEffectEvent(onClose)

  useEffect(() => {
    const down = (event: PointerEvent): void => {
      if (event.target instanceof Node && element.current?.contains(event.target) !== true) close()
    }
    document.addEventListener('pointerdown', down, { capture: true })
    return () => document.removeEventListener('pointerdown', down, { capture: true })
  }, [])

  return createPortal(
    <div ref={element} role="dialog" aria-label={label} className={styles['panel']} data-own-keys="">
      {children}
    </div>,
    document.body,
  )
}
