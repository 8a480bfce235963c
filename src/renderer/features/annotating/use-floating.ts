import { useLayoutEffect, type RefObject } from 'react'

const GAP = 10
const MARGIN = 8

/**
 * Keeps a fixed element under (or, without room, over) what it points at, while the text scrolls beneath.
 * Written to the element itself: no render per frame.
 */
export function useFloating(
  element: RefObject<HTMLElement | null>,
  anchor: () => DOMRect | null,
  bounds: () => DOMRect | null,
): void {
  useLayoutEffect(() => {
    const floating = element.current
    if (floating === null) return
    const place = (): void => {
      const rect = anchor()
      const frame = bounds() ?? new DOMRect(0, 0, window.innerWidth, window.innerHeight)
      // What it points at has been scrolled away: so is this, and comes back with it.
      const away = rect === null || rect.bottom < frame.top || rect.top > frame.bottom
      if (rect === null) {
        move(floating, { visibility: 'hidden' })
        return
      }
      const { width, height } = floating.getBoundingClientRect()
      const under = rect.bottom + GAP
      const over = rect.top - GAP - height
      const top = under + height > frame.bottom - MARGIN && over > frame.top + MARGIN ? over : under
      const left = rect.left + rect.width / 2 - width / 2
      const rightmost = Math.max(frame.left + MARGIN, frame.right - MARGIN - width)
      move(floating, {
        visibility: away ? 'hidden' : 'visible',
        left: `${Math.round(Math.min(Math.max(left, frame.left + MARGIN), rightmost))}px`,
        top: `${Math.round(Math.min(Math.max(top, MARGIN), window.innerHeight - MARGIN - height))}px`,
      })
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(floating)
    document.addEventListener('scroll', place, { capture: true, passive: true })
    window.addEventListener('resize', place)
    return () => {
      observer.disconnect()
      document.removeEventListener('scroll', place, { capture: true })
      window.removeEventListener('resize', place)
    }
  })
}

function move(element: HTMLElement, style: Partial<Record<'visibility' | 'left' | 'top', string>>): void {
  Object.assign(element.style, style)
}
