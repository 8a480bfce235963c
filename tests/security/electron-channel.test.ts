import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectPage, type MainSide, type SenderEvent } from '../../src/main/page-channels.ts'
import { createPageRequests } from '../../src/main/page-requests.ts'
import { createBridge } from '../../src/preload/bridge.ts'
import { CALL_CHANNEL, EVENT_CHANNEL, GRANT_CHANNEL } from '../../src/preload/channels.ts'
import type { EventMessage } from '../../src/shared/contract/events.ts'
import type { HostBridge } from '../../src/shared/contract/host.ts'
import { createProbeCore, type ProbeCore } from './probe-core.ts'

type Handler = Parameters<MainSide['handle']>[1]
type Frame = SenderEvent['senderFrame']
type Deliver = (event: unknown, message: EventMessage) => void

const PAGE_ID = 3
const OUR_FRAME: NonNullable<Frame> = { url: 'app://duizhao/', origin: 'app://duizhao', parent: null }

/** Electron's channel without Electron: two sides that only exchange structured clones. */
interface Channel {
  readonly core: ProbeCore
  readonly bridge: HostBridge
  /** Sends as some frame of some window would. */
  readonly invokeAs: (frame: Frame, id: number, channel: string, ...args: unknown[]) => Promise<unknown>
  readonly channels: () => string[]
  readonly disconnect: () => void
}

function openChannel(paths: ReadonlyMap<object, string> = new Map()): Channel {
  const handlers = new Map<string, Handler>()
  const listeners = new Map<string, Set<Deliver>>()
  const core = createProbeCore()
  const page = {
    id: PAGE_ID,
    isDestroyed: () => false,
    send: (channel: string, message: EventMessage) => {
      for (const deliver of listeners.get(channel) ?? [])
        deliver({ sender: 'electron' }, structuredClone(message))
    },
  }
  const requests = createPageRequests({
    core,
    showFileDialog: async () => ['/chosen/论坛.txt', '/chosen/b.md'],
    showDirectoryDialog: async () => null,
  })
  const disconnect = connectPage(
    {
      handle: (channel, handler) => void handlers.set(channel, handler),
      removeHandler: (channel) => void handlers.delete(channel),
    },
    page,
    core,
    requests,
  )
  const invokeAs: Channel['invokeAs'] = async (senderFrame, id, channel, ...args) => {
    const answer = handlers.get(channel)?.({ senderFrame, sender: { id } }, ...structuredClone(args))
    return structuredClone(await answer)
  }
  const bridge = createBridge({
    // The last step of the wire, in the one form that lets the caller name the type.
    invoke: async (channel, ...args) =>
      deserialize(serialize(await invokeAs(OUR_FRAME, PAGE_ID, channel, ...args))),
    on: (channel, deliver) => listeners.set(channel, (listeners.get(channel) ?? new Set()).add(deliver)),
    off: (channel, deliver) => listeners.get(channel)?.delete(deliver),
    pathOf: (file) => paths.get(file) ?? '',
  })
  return { core, bridge, invokeAs, channels: () => [...handlers.keys()], disconnect }
}

const file = (name: string, text = 'text') => ({
  name,
  size: text.length,
  arrayBuffer: async () => new TextEncoder().encode(text).buffer,
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-channel-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the page over the channel', () => {
  it('calls, and gets the envelope', async () => {
    const { bridge, core } = openChannel()
    expect(await bridge.call('articles.list', { removed: true }, 'page')).toEqual({
      ok: true,
      value: { echo: { removed: true } },
    })
    expect(core.reached).toEqual([{ method: 'articles.list', input: { removed: true }, origin: 'page' }])
  })

  it('hears events until it stops listening, and never sees Electron’s own event', () => {
    const { bridge, core } = openChannel()
    const heard: unknown[][] = []
    const stop = bridge.subscribe((...args) => heard.push(args))
    const message: EventMessage = {
      name: 'changed',
      entities: ['note'],
      ids: { note: ['n'] },
      origin: 'page',
    }
    core.emit(message)
    stop()
    core.emit(message)
    expect(heard).toEqual([[message]])
  })

  it('gets names and tokens of chosen files, never paths', async () => {
    const { bridge, core } = openChannel()
    const granted = await bridge.pickFiles()
    expect(granted.map(({ name }) => name)).toEqual(['论坛.txt', 'b.md'])
    expect(JSON.stringify(granted)).not.toContain('chosen')
    expect(core.reached).toEqual([{ file: '/chosen/论坛.txt' }, { file: '/chosen/b.md' }])
    expect(await bridge.pickDirectory()).toBeNull()
  })

  it('hands over dropped files of the disk by path, and what it made itself by its bytes', async () => {
    const path = join(folder, '讲话.txt')
    await writeFile(path, 'x')
    const dropped = file('讲话.txt')
    const { bridge, core } = openChannel(new Map([[dropped, path]]))
    const granted = await bridge.grantDropped([dropped, file('pasted.txt', 'four')])
    expect(granted.map(({ name }) => name)).toEqual(['讲话.txt', 'pasted.txt'])
    expect(core.reached).toEqual([{ file: path }, { name: 'pasted.txt', length: 4 }])
    expect(JSON.stringify(granted)).not.toContain(folder)
  })

  it('gets nothing for a dropped folder', async () => {
    const dropped = file('folder')
    const { bridge, core } = openChannel(new Map([[dropped, folder]]))
    expect(await bridge.grantDropped([dropped])).toEqual([])
    expect(core.reached).toEqual([])
  })

  it('has exactly the functions of the contract to hold', () => {
    const { bridge } = openChannel()
    expect(Object.keys(bridge).toSorted()).toEqual([
      'call',
      'canPickDirectory',
      'grantDropped',
      'kind',
      'pickDirectory',
      'pickFiles',
      'subscribe',
    ])
  })
})

describe('a frame that is not the page', () => {
  it.each([
    ['a frame inside the page', { ...OUR_FRAME, parent: { url: 'app://duizhao/' } }, PAGE_ID],
    [
      'a page of another origin',
      { ...OUR_FRAME, url: 'https://evil.example/', origin: 'https://evil.example' },
      PAGE_ID,
    ],
    ['an opaque origin at our address', { ...OUR_FRAME, origin: 'null' }, PAGE_ID],
    ['another window', OUR_FRAME, PAGE_ID + 1],
    ['a frame that is gone', null, PAGE_ID],
  ])('is refused on both channels: %s', async (_name, frame, id) => {
    const { invokeAs, core } = openChannel()
    await expect(invokeAs(frame, id, CALL_CHANNEL, 'articles.list', {}, 'page')).rejects.toThrow('forbidden')
    await expect(invokeAs(frame, id, GRANT_CHANNEL, { kind: 'files' })).rejects.toThrow('forbidden')
    expect(core.reached).toEqual([])
  })
})

describe('a request to grant that is none', () => {
  it.each([
    ['nothing', undefined],
    ['a path', '/etc/passwd'],
    ['an unknown kind', { kind: 'path', path: '/etc/passwd' }],
    ['no items', { kind: 'dropped' }],
    ['a relative path', { kind: 'dropped', items: [{ path: '../secret' }] }],
    ['a path that is no text', { kind: 'dropped', items: [{ path: ['/etc/passwd'] }] }],
    ['bytes that are none', { kind: 'dropped', items: [{ name: 'a', bytes: 'text' }] }],
  ])('is refused: %s', async (_name, request) => {
    const { invokeAs, core } = openChannel()
    await expect(invokeAs(OUR_FRAME, PAGE_ID, GRANT_CHANNEL, request)).rejects.toThrow('not a grant request')
    expect(core.reached).toEqual([])
  })
})

describe('a window that is gone', () => {
  it('leaves no open channel and no listener behind', () => {
    const { channels, core, disconnect } = openChannel()
    expect(channels().toSorted()).toEqual([CALL_CHANNEL, GRANT_CHANNEL].toSorted())
    expect(core.listenerCount()).toBe(1)
    disconnect()
    expect(channels()).toEqual([])
    expect(core.listenerCount()).toBe(0)
    expect(EVENT_CHANNEL).not.toBe(CALL_CHANNEL)
  })
})
