import type { HostBridge } from '../../shared/contract/host.ts'
import { createWebHost } from './web-host.ts'

declare global {
  interface Window {
    /** What the preload of the desktop app offers; absent in a browser. */
    readonly duizhao?: HostBridge
  }
}

/** The host this page runs in: the desktop app's bridge, or the loopback server over HTTP. */
export const host: HostBridge = window.duizhao ?? createWebHost()
