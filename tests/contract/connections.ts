import { connectPage, type MainSide, type PageSide, type SenderEvent } from '../../src/main/page-channels.ts'
import { createPageRequests } from '../../src/main/page-requests.ts'
import { createBridge } from '../../src/preload/bridge.ts'
import { createClient, type Client } from '../../src/shared/contract/client.ts'
import type { Envelope } from '../../src/shared/contract/envelope.ts'
import type { EventMessage } from '../../src/shared/contract/events.ts'
import type { GrantedFile } from '../../src/shared/contract/host.ts'
import type { GrantId } from '../../src/shared/domain/ids.ts'
import { startWebHost } from '../../src/web/web-host.ts'
import { checked, openTestCore, type TestCore } from '../fixtures/open-test-core.ts'

/** A window's end of a wire: what the renderer has. */
export interface Connection {
  readonly api: Client
  readonly test: TestCore
  readonly events: EventMessage[]
  upload(name: string, bytes: Uint8Array): Promise<GrantId>
  /** A call that the typed client would not let through. */
  raw(method: string, input: unknown): Promise<Envelope<unknown>>
  close(): Promise<void>
}

const ORIGIN = 'test-window'

export async function connectDirectly(): Promise<Connection> {
  const test = await openTestCore()
  const raw: Connection['raw'] = (method, input) => test.core.call(method, input, { origin: ORIGIN })
  return {
    api: createClient(checked(raw)),
    test,
    events: test.events,
    upload: async (name, bytes) => test.core.grants.addBytes(name, bytes),
    raw,
    close: async () => undefined,
  }
}

/** Electron's wire without Electron: our own two ends, and between them nothing but structured clones. */
export async function connectByChannel(): Promise<Connection> {
  const test = await openTestCore()
  const handlers = new Map<string, (event: SenderEvent, ...args: unknown[]) => Promise<unknown>>()
  const listeners = new Set<(event: unknown, message: EventMessage) => void>()
  const ipcMain: MainSide = {
    handle: (channel, handler) => void handlers.set(channel, handler),
    removeHandler: (channel) => void handlers.delete(channel),
  }
  const page: PageSide = {
    id: 1,
    isDestroyed: () => false,
    send: (_channel, message) => {
      for (const listener of listeners) listener({}, structuredClone(message))
    },
  }
  const sender: SenderEvent = {
    senderFrame: { url: 'app://duizhao/index.html', origin: 'app://duizhao', parent: null },
    sender: { id: 1 },
  }
  const requests = createPageRequests({
    core: test.core,
    showFileDialog: async () => [],
    showDirectoryDialog: async () => null,
  })
  const disconnect = connectPage(ipcMain, page, test.core, requests)
  const bridge = createBridge({
    async invoke<Answer>(channel: string, ...args: unknown[]) {
      const handler = handlers.get(channel)
      if (handler === undefined) throw new Error(`no handler for ${channel}`)
      return structuredClone(await handler(sender, ...structuredClone(args))) as Answer
    },
    on: (_channel, listener) => listeners.add(listener),
    off: (_channel, listener) => listeners.delete(listener),
    pathOf: () => '',
  })
  const events: EventMessage[] = []
  bridge.subscribe((event) => events.push(event))
  const raw: Connection['raw'] = (method, input) => bridge.call(method, input, ORIGIN)
  return {
    api: createClient(checked(raw)),
    test,
    events,
    raw,
    async upload(name, bytes) {
      const [granted] = await bridge.grantDropped([
        { name, size: bytes.byteLength, arrayBuffer: async () => new Uint8Array(bytes).buffer },
      ])
      if (granted === undefined) throw new Error('nothing was granted')
      return granted.grantId
    },
    close: async () => disconnect(),
  }
}

/** The loopback host over real HTTP. */
export async function connectByHttp(): Promise<Connection> {
  const test = await openTestCore()
  const host = await startWebHost({
    core: test.core,
    port: 0,
    rendererRoot: test.libraryPath,
    uploadLimit: 64 * 1024 * 1024,
    log: (line) => test.log.push(line),
  })
  const base = `http://127.0.0.1:${host.port}`
  const authorization = `Bearer ${host.url.split('#token=')[1]}`
  const raw: Connection['raw'] = async (method, input) => {
    const response = await fetch(`${base}/api/call`, {
      method: 'POST',
      headers: { authorization, origin: base, 'content-type': 'application/json' },
      body: JSON.stringify({ method, input, origin: ORIGIN }),
    })
    return (await response.json()) as Envelope<unknown>
  }
  const events: EventMessage[] = []
  const stop = new AbortController()
  const stream = await fetch(`${base}/api/events`, {
    headers: { authorization, origin: base },
    signal: stop.signal,
  })
  const following = follow(stream, events)
  return {
    api: createClient(checked(raw)),
    test,
    events,
    raw,
    async upload(name, bytes) {
      const response = await fetch(`${base}/api/grants`, {
        method: 'POST',
        headers: {
          authorization,
          origin: base,
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
        },
        body: new Uint8Array(bytes),
      })
      return ((await response.json()) as GrantedFile).grantId
    },
    async close() {
      stop.abort()
      await following
      await host.close()
    },
  }
}

async function follow(stream: Response, events: EventMessage[]): Promise<void> {
  let rest = ''
  const decoder = new TextDecoder()
  try {
    for await (const chunk of stream.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.trim() !== '') events.push(JSON.parse(line) as EventMessage)
    }
  } catch {
    // The test is over and has hung up.
  }
}
