import { APP_ORIGIN, isAppUrl } from './app-origin.ts'

/** What is known of the frame that sent a message. */
export interface SenderFacts {
  /** Null when the frame has gone or navigated since. */
  readonly frame: { readonly url: string; readonly origin: string; readonly isMainFrame: boolean } | null
  readonly webContentsId: number
}

/** Whether a message comes from the page we loaded, in the window we opened, and from no frame within it. */
export function isTrustedSender({ frame, webContentsId }: SenderFacts, ownWebContentsId: number): boolean {
  return (
    frame !== null &&
    frame.isMainFrame &&
    frame.origin === APP_ORIGIN &&
    isAppUrl(frame.url) &&
    webContentsId === ownWebContentsId
  )
}
