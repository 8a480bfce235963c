const STOPS =
  'a[href], button:not([disabled]), input:not([disabled]), textarea, summary, [contenteditable="true"], [tabindex]'

/** Brings the focus into a drawer that has opened, unless something in it has taken it already. */
export function takeFocus(drawer: HTMLElement): void {
  if (!drawer.contains(document.activeElement)) drawer.focus({ preventScroll: true })
}

/** Leads Tab from the last stop of a drawer to the first, and back. False: it may go on by itself. */
export function keepFocusIn(drawer: HTMLElement, backwards: boolean): boolean {
  const stops = [...drawer.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0,
  )
  const [first, last] = [stops[0], stops.at(-1)]
  const { activeElement } = document
  const atEdge = activeElement === (backwards ? first : last) || (backwards && activeElement === drawer)
  if (!atEdge) return false
  const goal = backwards ? last : first
  goal?.focus()
  return goal !== undefined
}
