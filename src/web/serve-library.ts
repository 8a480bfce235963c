import type { Core } from '../core/core-types.ts'
import { MAX_TEXT_BYTES } from '../shared/domain/text-limit.ts'
import { openWindow } from './open-window.ts'
import { stopSignal } from './stop-signal.ts'
import { startWebHost } from './web-host.ts'

export interface ServeOptions {
  readonly core: Core
  /** 0 lets the system choose. */
  readonly port: number
  readonly rendererRoot: string
  /** Whether to open a window or the browser. */
  readonly open: boolean
  readonly log: (line: string) => void
  /** Told the address once it answers. It holds the key: it is for the user alone. */
  readonly onAddress: (url: string, port: number) => void
  /** Told when no window could be opened; the address works all the same. */
  readonly onNoWindow: () => void
}

/** Serves an open library until a signal comes or the window is closed. The core stays open: it is the caller's. */
export async function serveLibrary(options: ServeOptions): Promise<void> {
  const { core, port, rendererRoot, log } = options
  // One byte more than the core reads, so that the core says which file is too large.
  const host = await startWebHost({ core, port, rendererRoot, uploadLimit: MAX_TEXT_BYTES + 1, log })
  const stopAsked = stopSignal()
  options.onAddress(host.url, host.port)
  // That no window opened is no reason to stop: the address works in any browser.
  const opened = options.open ? await openWindow(host.openingUrl()).catch(() => null) : null
  if (options.open && opened === null) options.onNoWindow()
  await Promise.race([stopAsked, ...(opened === null ? [] : [opened.closed])])
  // The page first, so that it can still save what is being typed, then its wire.
  await opened?.close()
  await host.close()
}
