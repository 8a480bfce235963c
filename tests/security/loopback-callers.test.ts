import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CALL_BODY, pageHeaders, send, sendCall, startLoopback, type Loopback } from './loopback.ts'

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

/** What a refused call must look like, whatever was wrong with it. */
async function expectRefused(
  answer: Promise<{ status: number; body: string }>,
  status: number,
): Promise<void> {
  const { status: actual, body } = await answer
  expect(actual).toBe(status)
  expect(JSON.parse(body)).toMatchObject({ ok: false })
  expect(loopback.core.reached).toEqual([])
}

describe('the page itself', () => {
  it('gets through, or none of the refusals below would mean anything', async () => {
    const answer = await sendCall(loopback)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { echo: { articleIds: ['a'] } } })
    expect(loopback.core.reached).toEqual([
      { method: 'articles.remove', input: { articleIds: ['a'] }, origin: 'page' },
    ])
  })
})

describe('DNS rebinding', () => {
  it.each([
    ['a foreign name', 'evil.example'],
    ['a foreign name with our port', 'evil.example:PORT'],
    ['localhost', 'localhost:PORT'],
    ['no port', '127.0.0.1'],
    ['another port', '127.0.0.1:1'],
    ['another spelling of our address', '127.1:PORT'],
    ['a trailing dot', '127.0.0.1.:PORT'],
  ])('is refused: %s as Host', async (_name, host) => {
    const headers = { host: host.replace('PORT', String(loopback.host.port)) }
    await expectRefused(sendCall(loopback, { headers }), 421)
    await expectRefused(send(loopback, { target: '/', headers }), 421)
  })

  it('is refused: no Host at all', async () => {
    const answer = await sendRaw('GET / HTTP/1.0\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 421 /u)
  })

  it('is refused: our Host behind an absolute target', async () => {
    await expectRefused(
      send(loopback, { target: 'http://evil.example/api/call', headers: pageHeaders(loopback) }),
      400,
    )
  })
})

describe('a page of another origin', () => {
  it.each([
    ['another site', 'https://evil.example'],
    ['another port of this machine', 'http://127.0.0.1:1'],
    ['our address over https', 'https://127.0.0.1:PORT'],
    ['localhost', 'http://localhost:PORT'],
    ['an opaque origin', 'null'],
    ['ours as a prefix', 'http://127.0.0.1:PORT.evil.example'],
  ])('is refused: %s', async (_name, origin) => {
    const headers = { origin: origin.replace('PORT', String(loopback.host.port)) }
    await expectRefused(sendCall(loopback, { headers }), 403)
  })

  it('is refused: a POST without Origin', () =>
    expectRefused(sendCall(loopback, { headers: { origin: '' } }), 403))

  it.each(['cross-site', 'same-site', 'none', 'nonsense'])(
    'is refused: Sec-Fetch-Site %s on a call',
    (site) => expectRefused(sendCall(loopback, { headers: { 'sec-fetch-site': site } }), 403),
  )

  it.each(['cross-site', 'same-site'])('is refused: Sec-Fetch-Site %s on the page', (site) =>
    expectRefused(send(loopback, { target: '/', headers: { 'sec-fetch-site': site } }), 403),
  )

  it('gets no CORS answer to a preflight', async () => {
    const answer = await send(loopback, {
      method: 'OPTIONS',
      target: '/api/call',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(answer.status).toBe(403)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('gets no CORS headers on what is answered either', async () => {
    const answer = await sendCall(loopback)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('a stranger without the token', () => {
  it.each([
    ['no header', ''],
    ['an empty token', 'Bearer '],
    ['a wrong token', `Bearer ${'A'.repeat(43)}`],
    ['another scheme', 'Basic TOKEN'],
    ['the token without a scheme', 'TOKEN'],
    ['the token in part', 'Bearer HALF'],
    ['the token and more', 'Bearer TOKENA'],
  ])('is refused: %s', async (_name, authorization) => {
    const { token } = loopback
    const header = authorization.replace('TOKEN', token).replace('HALF', token.slice(0, 42))
    await expectRefused(sendCall(loopback, { headers: { authorization: header } }), 401)
  })

  it('is refused: the token in the query', async () => {
    const headers = { authorization: '' }
    await expectRefused(sendCall(loopback, { target: `/api/call?token=${loopback.token}`, headers }), 400)
  })

  it('is refused: the token in a cookie', async () => {
    const headers = { authorization: '', cookie: `token=${loopback.token}` }
    await expectRefused(sendCall(loopback, { headers }), 401)
  })

  it('gets no events', async () => {
    const headers = { ...pageHeaders(loopback), authorization: 'Bearer x' }
    await expectRefused(send(loopback, { target: '/api/events', headers }), 401)
    expect(loopback.core.listenerCount()).toBe(0)
  })

  it('can hand over no files', async () => {
    const headers = {
      ...pageHeaders(loopback),
      authorization: 'Bearer x',
      'content-type': 'application/octet-stream',
      'x-file-name': 'a.txt',
    }
    await expectRefused(send(loopback, { method: 'POST', target: '/api/grants', headers, body: 'x' }), 401)
  })

  it('cannot tell from the token what the next one will be', async () => {
    const other = await startLoopback()
    expect(other.token).not.toBe(loopback.token)
    expect(Buffer.from(other.token, 'base64url')).toHaveLength(32)
    await other.host.close()
    await rm(other.folder, { recursive: true })
  })
})

describe('a state-changing GET', () => {
  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])('is refused: %s on a call', async (method) => {
    const answer = await sendCall(loopback, { method, body: method === 'HEAD' ? '' : CALL_BODY })
    expect(answer.status).toBe(405)
    expect(loopback.core.reached).toEqual([])
  })

  it('is refused: a call in the query', () =>
    expectRefused(
      send(loopback, { target: '/api/call?method=library.backup', headers: pageHeaders(loopback) }),
      405,
    ))
})

describe('another machine of the network', () => {
  it('finds nobody listening on its side', async () => {
    const addresses = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter((address) => !address.internal && address.family === 'IPv4')
      .map(({ address }) => address)
    // 127.0.0.2 stands for them where this machine has no network.
    for (const address of [...addresses, '127.0.0.2']) {
      expect(await canConnect(address), address).toBe(false)
    }
    expect(await canConnect('127.0.0.1')).toBe(true)
  })
})

function canConnect(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: loopback.host.port, timeout: 2000 })
    const finish = (connected: boolean) => (): void => {
      socket.destroy()
      resolve(connected)
    }
    socket.on('connect', finish(true))
    socket.on('error', finish(false))
    socket.on('timeout', finish(false))
  })
}

function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: loopback.host.port })
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
    socket.end(text)
  })
}
