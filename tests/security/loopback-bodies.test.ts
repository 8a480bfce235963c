import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  pageHeaders,
  send,
  sendCall,
  startLoopback,
  UPLOAD_LIMIT,
  type Answer,
  type Loopback,
} from './loopback.ts'

const CALL_LIMIT = 16 * 1024 * 1024

let loopback: Loopback

beforeAll(async () => {
  loopback = await startLoopback()
})
beforeEach(() => {
  loopback.core.reached.length = 0
})
afterAll(async () => {
  await loopback.host.close()
  await rm(loopback.folder, { recursive: true })
})

function upload(
  name: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const own = { 'content-type': 'application/octet-stream', 'x-file-name': name }
  const all = Object.entries({ ...pageHeaders(loopback), ...own, ...headers }).filter(
    ([, value]) => value !== '',
  )
  return send(loopback, { method: 'POST', target: '/api/grants', headers: Object.fromEntries(all), body })
}

describe('a body that is not JSON', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    '',
  ])('is refused: content type %j, which forms can send across sites', async (type) => {
    const answer = await sendCall(loopback, { headers: { 'content-type': type } })
    expect(answer.status).toBe(415)
    expect(loopback.core.reached).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['half a value', '{"method":'],
    ['no object', '"library.backup"'],
    ['null', 'null'],
    ['no method', '{"input":{}}'],
    ['a method that is no name', '{"method":{"toString":"x"}}'],
    ['broken UTF-8', Buffer.from('{"method":"a.b","input":"\xff"}', 'latin1')],
  ])('is refused: %s', async (_name, body) => {
    const answer = await sendCall(loopback, { body })
    expect(answer.status).toBe(400)
    expect(loopback.core.reached).toEqual([])
  })

  it('is no way to pollute a prototype', async () => {
    await sendCall(loopback, { body: '{"method":"a.b","input":{"__proto__":{"polluted":true}},"origin":7}' })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(loopback.core.reached).toMatchObject([{ method: 'a.b', origin: null }])
  })
})

describe('an oversized body', () => {
  it('is refused by its announced length', async () => {
    const answer = await sendCall(loopback, { body: Buffer.alloc(CALL_LIMIT + 1, ' ') })
    expect(answer.status).toBe(413)
    expect(loopback.core.reached).toEqual([])
  })

  it('is refused by its counted length, when it announces none', async () => {
    const answer = await sendCall(loopback, {
      headers: { 'transfer-encoding': 'chunked' },
      body: Buffer.alloc(CALL_LIMIT + 1, ' '),
    })
    expect(answer.status).toBe(413)
    expect(loopback.core.reached).toEqual([])
  })

  it('is refused as a file, with the limit in the answer', async () => {
    const answer = await upload('a.txt', Buffer.alloc(UPLOAD_LIMIT + 1))
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({
      error: { code: 'too_large', details: { limitMegabytes: 1 } },
    })
    expect(loopback.core.reached).toEqual([])
  })

  it('is taken as a file up to the limit', async () => {
    const answer = await upload('a.txt', Buffer.alloc(UPLOAD_LIMIT))
    expect(answer.status).toBe(200)
    expect(loopback.core.reached).toEqual([{ name: 'a.txt', length: UPLOAD_LIMIT }])
  })
})

describe('an upload whose name is a path', () => {
  it.each([
    ['../../etc/passwd'],
    ['/etc/passwd'],
    ['C:\\Windows\\system.ini'],
    ['..'],
    ['.'],
    ['a\0.txt'],
    ['a\n.txt'],
    ['名'.repeat(256)],
  ])('is refused: %j', async (name) => {
    const answer = await upload(encodeURIComponent(name), 'x')
    expect(answer.status).toBe(400)
    expect(loopback.core.reached).toEqual([])
  })

  it.each([[''], ['%E0%A4%A'], ['%']])(
    'is refused: no name, or one that does not decode (%j)',
    async (name) => {
      expect((await upload(name, 'x')).status).toBe(400)
      expect(loopback.core.reached).toEqual([])
    },
  )

  it('is refused: a form, which could be sent across sites', async () => {
    expect((await upload('a.txt', 'x', { 'content-type': 'multipart/form-data' })).status).toBe(415)
    expect(loopback.core.reached).toEqual([])
  })

  it('leaves Chinese names as they are', async () => {
    const answer = await upload(encodeURIComponent('论坛 讲话.txt'), 'x')
    expect(JSON.parse(answer.body)).toMatchObject({ name: '论坛 讲话.txt' })
    expect(loopback.core.reached).toEqual([{ name: '论坛 讲话.txt', length: 1 }])
  })
})

describe('a page that listens and goes away', () => {
  async function listen(from: Loopback, signal: AbortSignal): Promise<() => Promise<string>> {
    const { 'content-type': _type, host: _host, ...headers } = pageHeaders(from)
    const response = await fetch(`http://${from.authority}/api/events`, { headers, signal })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    return async () => (await reader?.read())?.value ?? ''
  }

  it('is told at once that it is heard, gets what happens, and is forgotten', async () => {
    const controller = new AbortController()
    const read = await listen(loopback, controller.signal)
    expect(await read()).toBe('\n')
    loopback.core.emit({ name: 'changed', entities: ['note'], ids: {}, origin: 'page' })
    expect(JSON.parse(await read())).toEqual({ name: 'changed', entities: ['note'], ids: {}, origin: 'page' })
    expect(loopback.core.listenerCount()).toBe(1)
    controller.abort()
    await expect.poll(() => loopback.core.listenerCount()).toBe(0)
  })

  it('hears a heartbeat while nothing happens', async () => {
    const quick = await startLoopback({ heartbeatMs: 10 })
    const read = await listen(quick, new AbortController().signal)
    let text = ''
    while (text.length < 3) text += await read()
    expect(text).toMatch(/^\n+$/u)
    await quick.host.close()
    await rm(quick.folder, { recursive: true })
  })
})
