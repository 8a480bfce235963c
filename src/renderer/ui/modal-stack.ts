import { useEffect } from 'react'

let open = 0

/** Whether a dialog lies over the page. */
export function hasModal(): boolean {
  return open > 0
}

/** Counts a dialog as open while `isOpen`. */
export function useModal(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    open += 1
    return () => {
      open -= 1
    }
  }, [isOpen])
}
