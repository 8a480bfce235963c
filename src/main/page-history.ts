import type { WebContents } from 'electron'
import type { Core } from '../core/core-types.ts'

/** A constant: nothing of ours or the user's is ever put into a script. */
const IS_TYPING = `(() => {
  const element = document.activeElement
  return element instanceof HTMLElement &&
    (element.isContentEditable || element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)
})()`

/** Undo from the menu: of typing while the user types, otherwise of the last step in the library. */
export async function undoStep(page: WebContents, core: Pick<Core, 'call'>): Promise<void> {
  if (await page.executeJavaScript(IS_TYPING)) page.undo()
  else await core.call('history.undo', {})
}

/** Redo from the menu, by the same rule. */
export async function redoStep(page: WebContents, core: Pick<Core, 'call'>): Promise<void> {
  if (await page.executeJavaScript(IS_TYPING)) page.redo()
  else await core.call('history.redo', {})
}
