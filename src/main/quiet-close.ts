import type { BrowserWindow } from 'electron'

/** Longer than the page waits before it saves what is being typed. */
const LAST_WORDS_MS = 500

/**
 * Closes a window in two steps: hidden at once, ended when the page had time to send what it still held
 * and `finish` is done. Without it, a note's last letters would be on their way when the library closes.
 */
export function closeQuietly(window: BrowserWindow, finish: () => Promise<void>): void {
  let closing = false
  window.on('close', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    window.hide()
    const end = (): void => window.destroy()
    setTimeout(() => void finish().then(end, end), LAST_WORDS_MS)
  })
}
