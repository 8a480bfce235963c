import type { Envelope } from '../shared/contract/envelope.ts'
import type { EventMessage } from '../shared/contract/events.ts'
import type { DroppedFile, GrantedFile, HostBridge } from '../shared/contract/host.ts'
import {
  CALL_CHANNEL,
  EVENT_CHANNEL,
  GRANT_CHANNEL,
  type DroppedItem,
  type GrantRequest,
} from './channels.ts'

/** What of Electron the bridge stands on. */
export interface Wire {
  /** Answers come from our own main process, in the type its channel promises. */
  invoke<Answer>(channel: string, ...args: unknown[]): Promise<Answer>
  on(channel: string, listener: (event: unknown, message: EventMessage) => void): unknown
  off(channel: string, listener: (event: unknown, message: EventMessage) => void): unknown
  /** The path of a file of the disk; '' for what a page made itself, as pasted text. */
  pathOf(file: DroppedFile): string
}

/** The page's `window.duizhao`. Channels and Electron's own event objects stay on this side of it. */
export function createBridge(wire: Wire): HostBridge {
  const grant = <Answer>(request: GrantRequest): Promise<Answer> =>
    wire.invoke<Answer>(GRANT_CHANNEL, request)

  async function describe(file: DroppedFile): Promise<DroppedItem> {
    const path = wire.pathOf(file)
    return path === '' ? { name: file.name, bytes: await file.arrayBuffer() } : { path }
  }

  return {
    kind: 'electron',
    canPickDirectory: true,
    call: (method, input, origin) => wire.invoke<Envelope<unknown>>(CALL_CHANNEL, method, input, origin),
    subscribe(listener) {
      const deliver = (_event: unknown, message: EventMessage): void => listener(message)
      wire.on(EVENT_CHANNEL, deliver)
      return () => void wire.off(EVENT_CHANNEL, deliver)
    },
    pickFiles: () => grant<readonly GrantedFile[]>({ kind: 'files' }),
    pickDirectory: () => grant<GrantedFile | null>({ kind: 'directory' }),
    grantDropped: async (files) =>
      grant<readonly GrantedFile[]>({ kind: 'dropped', items: await Promise.all(files.map(describe)) }),
  }
}
