import type { Core } from '../core/core-types.ts'
import { CALL_CHANNEL, EVENT_CHANNEL, GRANT_CHANNEL } from '../preload/channels.ts'
import type { EventMessage } from '../shared/contract/events.ts'
import type { PageRequests } from './page-requests.ts'
import { isTrustedSender } from './policies/trusted-sender.ts'

/** Who sent a message: what is looked at of Electron's event. */
export interface SenderEvent {
  readonly senderFrame: {
    readonly url: string
    readonly origin: string
    readonly parent: object | null
  } | null
  readonly sender: { readonly id: number }
}

/** What is used of Electron's `ipcMain`. */
export interface MainSide {
  handle(channel: string, handler: (event: SenderEvent, ...args: unknown[]) => Promise<unknown>): void
  removeHandler(channel: string): void
}

/** What is used of the window's `webContents`. */
export interface PageSide {
  readonly id: number
  isDestroyed(): boolean
  send(channel: string, message: EventMessage): void
}

/** Connects a window's page with the core: two channels to ask on, one to be told on. Returns the way back. */
export function connectPage(
  ipcMain: MainSide,
  page: PageSide,
  core: Pick<Core, 'subscribe'>,
  requests: PageRequests,
): () => void {
  const guard = (event: SenderEvent): void => {
    const frame = event.senderFrame
    const facts = {
      frame:
        frame === null ? null : { url: frame.url, origin: frame.origin, isMainFrame: frame.parent === null },
      webContentsId: event.sender.id,
    }
    if (!isTrustedSender(facts, page.id)) throw new Error('forbidden')
  }
  ipcMain.handle(CALL_CHANNEL, async (event, method, input, origin) => {
    guard(event)
    return requests.call(method, input, origin)
  })
  ipcMain.handle(GRANT_CHANNEL, async (event, request) => {
    guard(event)
    return requests.grant(request)
  })
  const unsubscribe = core.subscribe((message) => {
    tellPage(page, message)
  })
  return () => {
    unsubscribe()
    ipcMain.removeHandler(CALL_CHANNEL)
    ipcMain.removeHandler(GRANT_CHANNEL)
  }
}

/** Tells the page something, if it is still there. */
export function tellPage(page: Omit<PageSide, 'id'>, message: EventMessage): void {
  if (!page.isDestroyed()) page.send(EVENT_CHANNEL, message)
}
