import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Core } from '../core/core-types.ts'
import { CALL_CHANNEL, EVENT_CHANNEL, GRANT_CHANNEL } from '../preload/channels.ts'
import type { PageRequests } from './page-requests.ts'
import { isTrustedSender } from './policies/trusted-sender.ts'

/** Connects a window's page with the core: two channels to ask on, one to be told on. Returns the way back. */
export function connectPage(
  ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>,
  page: Pick<WebContents, 'id' | 'isDestroyed' | 'send'>,
  core: Pick<Core, 'subscribe'>,
  requests: PageRequests,
): () => void {
  const guard = (event: IpcMainInvokeEvent): void => {
    const frame = event.senderFrame
    const facts = {
      frame:
        frame === null ? null : { url: frame.url, origin: frame.origin, isMainFrame: frame.parent === null },
      webContentsId: event.sender.id,
    }
    if (!isTrustedSender(facts, page.id)) throw new Error('forbidden')
  }
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown, origin: unknown) => {
    guard(event)
    return requests.call(method, input, origin)
  })
  ipcMain.handle(GRANT_CHANNEL, (event, request: unknown) => {
    guard(event)
    return requests.grant(request)
  })
  const unsubscribe = core.subscribe((message) => {
    if (!page.isDestroyed()) page.send(EVENT_CHANNEL, message)
  })
  return () => {
    unsubscribe()
    ipcMain.removeHandler(CALL_CHANNEL)
    ipcMain.removeHandler(GRANT_CHANNEL)
  }
}
