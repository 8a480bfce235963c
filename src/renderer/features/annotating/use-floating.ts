import { useLayoutEffect, type RefObject } from 'react'
import { placeFloating, type FloatingAnchor } from './place-floating.ts'

/**
 * Keeps a fixed element under (or, without room, over) what it points at, while the text scrolls beneath.
 * Written to the element itself: no render per frame.
 */
export function useFloating(
  element: RefObject<HTMLElement | null>,
  anchor: () => FloatingAnchor | null,
  bounds: () => DOMRect | null,
): void {
  useLayoutEffect(() => {
    const floating = element.current
    if (floating === null) return
    const place = (): void => {
      const at = anchor()
      const frame = bounds() ?? new DOMRect(0, 0, window.innerWidth, window.innerHeight)
      if (at === null) {
        move(floating, { visibility: 'hidden' })
        return
      }
      const { left, top, maxHeight } = placeFloating(at, naturalSize(floating), frame, window.innerHeight)
      // What it points at has been scrolled away: so is this, and comes back with it.
      const away = at.bottom < frame.top || at.top > frame.bottom
      move(floating, {
        visibility: away ? 'hidden' : 'visible',
        left: `${left}px`,
        top: `${top}px`,
        maxHeight: `${maxHeight}px`,
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

function move(
  element: HTMLElement,
  style: Partial<Record<'visibility' | 'left' | 'top' | 'maxHeight', string>>,
): void {
  Object.assign(element.style, style)
}

/** How large the element would be if nothing kept it low. */
function naturalSize(element: HTMLElement): { readonly width: number; readonly height: number } {
  const borders = element.offsetHeight - element.clientHeight
  return { width: element.offsetWidth, height: element.scrollHeight + borders }
}
