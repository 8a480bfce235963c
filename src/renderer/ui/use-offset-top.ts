import { useLayoutEffect, useState, type RefObject } from 'react'

/** How far below the scroller's top an element begins, kept up as what stands above it grows and shrinks. */
export function useOffsetTop(
  element: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const content = element.current?.parentElement
    if (content === null || content === undefined) return
    const measure = (): void => {
      const here = element.current?.getBoundingClientRect().top ?? 0
      const outer = scroller.current
      if (outer !== null) setOffset(Math.round(here - outer.getBoundingClientRect().top + outer.scrollTop))
    }
    measure()
    const observer = new ResizeObserver(measure)
    for (const child of content.children) if (child !== element.current) observer.observe(child)
    observer.observe(content)
    return () => observer.disconnect()
  }, [element, scroller])
  return offset
}
