/**
 * A double click whose first click has opened another page ends on that page: the browser would then select
 * from where the first one was, which is gone, that is everything. Such a second press selects nothing.
 */
export function ignoreStaleDoubleClicks(root: Document): void {
  let pressed: Node | null = null
  root.addEventListener(
    'mousedown',
    (event) => {
      if (event.detail > 1 && pressed?.isConnected === false) event.preventDefault()
      else pressed = event.target instanceof Node ? event.target : null
    },
    { capture: true },
  )
}
