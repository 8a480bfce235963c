import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp } from '../../src/main/app-protocol.ts'
import { CONTENT_SECURITY_POLICY } from '../../src/serving/security-headers.ts'
import { pageHeaders, send, sendCall, startLoopback, type Loopback } from './loopback.ts'

let loopback: Loopback

beforeAll(async () => {
  loopback = await startLoopback()
})
afterAll(async () => {
  await loopback.host.close()
  await rm(loopback.folder, { recursive: true })
})

function get(url: string, method = 'GET', initiatorOrigin?: string): Promise<Response> {
  return serveApp(join(loopback.folder, 'page'), { method, url, initiatorOrigin })
}

const directives = new Map(
  CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ')
    return [name, sources] as const
  }),
)

describe('injected markup', () => {
  it('runs no script: neither inline, nor evaluated, nor from anywhere else', () => {
    expect(directives.get('default-src')).toEqual(["'none'"])
    expect(directives.get('script-src')).toEqual(["'self'"])
    expect([...directives.values()].flat().filter((source) => source.startsWith("'unsafe"))).toEqual([])
  })

  it('reaches no other host, by whatever directive', () => {
    const sources = new Set([...directives.values()].flat())
    expect([...sources].toSorted()).toEqual(["'none'", "'self'", 'blob:', 'data:'])
  })

  it('posts no form, moves no base, embeds nothing and is embedded nowhere', () => {
    for (const name of ['form-action', 'base-uri', 'object-src', 'frame-src', 'frame-ancestors']) {
      expect(directives.get(name), name).toEqual(["'none'"])
    }
  })
})

describe('every answer of the loopback host', () => {
  it.each([
    ['the page', () => send(loopback, { target: '/' }), 200],
    ['a script', () => send(loopback, { target: '/assets/main.js' }), 200],
    ['a missing file', () => send(loopback, { target: '/nothing' }), 404],
    ['a call', () => sendCall(loopback), 200],
    ['a refusal', () => sendCall(loopback, { headers: { authorization: '' } }), 401],
    ['a stranger', () => send(loopback, { target: '/', headers: { host: 'evil.example' } }), 421],
  ])('says how it may be used: %s', async (_name, answer, status) => {
    const { headers, ...rest } = await answer()
    expect(rest.status).toBe(status)
    expect(headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['server']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('repeats nothing of the token', async () => {
    const answers = [
      await sendCall(loopback),
      await sendCall(loopback, { headers: { authorization: 'Bearer x' } }),
      await send(loopback, { target: `/${loopback.token}`, headers: pageHeaders(loopback) }),
    ]
    expect(JSON.stringify(answers)).not.toContain(loopback.token)
    expect(loopback.log).toEqual([])
  })
})

describe('the app scheme', () => {
  it('serves the page under the policy', async () => {
    const answer = await get('app://duizhao/')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await answer.text()).toContain('the page')
  })

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('is read only: %s', async (method) => {
    expect((await get('app://duizhao/', method)).status).toBe(405)
  })

  it.each(['app://evil/', 'app://duizhao.evil/', 'app://user@duizhao/', 'file:///etc/passwd'])(
    'is one host only: %s',
    async (url) => {
      expect((await get(url)).status).toBe(403)
    },
  )

  it.each(['https://evil.example', 'null', 'app://evil'])('answers no other origin: %s', async (origin) => {
    expect((await get('app://duizhao/assets/main.js', 'GET', origin)).status).toBe(403)
    expect((await get('app://duizhao/assets/main.js', 'GET', 'app://duizhao')).status).toBe(200)
  })
})
