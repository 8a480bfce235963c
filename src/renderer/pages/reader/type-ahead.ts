import { isTextField } from '../../ui/keys.ts'

/** Frames to wait for the opened field to take the focus. */
const MAX_FRAMES = 60

/**
 * Opens a panel with a field, and keeps what is typed meanwhile for it: who presses N and writes on must
 * neither lose letters nor set off the commands they stand for. `open` answers whether there will be a field.
 */
export async function typeAhead(open: () => Promise<boolean>): Promise<void> {
  let typed = ''
  // Also when the field has the focus already: what was typed before must be inserted before.
  const hold = (event: KeyboardEvent): void => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
    typed += event.key
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('keydown', hold, { capture: true })
  try {
    if ((await open()) && (await fieldHasFocus()) && typed !== '') {
      // The one way to insert text as if it were typed, undo and input events included.
      document.execCommand('insertText', false, typed)
    }
  } finally {
    window.removeEventListener('keydown', hold, { capture: true })
  }
}

async function fieldHasFocus(): Promise<boolean> {
  for (let frame = 0; frame < MAX_FRAMES; frame += 1) {
    if (isTextField(document.activeElement)) return true
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  return false
}
