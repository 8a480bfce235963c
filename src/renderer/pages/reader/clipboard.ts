/** Puts text on the clipboard, also where a host grants the page no clipboard permission. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByEvent(text)
  }
}

function copyByEvent(text: string): boolean {
  const listener = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', listener, { capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', listener, { capture: true })
  }
}
