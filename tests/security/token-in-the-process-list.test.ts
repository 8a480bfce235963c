import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOpeningCodes } from '../../src/web/opening-codes.ts'
import { send, startLoopback, type Answer, type Loopback } from './loopback.ts'

let loopback: Loopback

beforeAll(async () => {
  loopback = await startLoopback()
})
afterAll(async () => {
  await loopback.host.close()
  await rm(loopback.folder, { recursive: true })
})

function open(address: string, headers: Record<string, string> = {}): Promise<Answer> {
  return send(loopback, { target: new URL(address).pathname, headers })
}

describe('another user who reads the command line of the browser', () => {
  it('does not find the token there', () => {
    expect(loopback.host.openingUrl()).not.toContain(loopback.token)
  })

  it('comes too late: the address leads to the page once', async () => {
    const address = loopback.host.openingUrl()
    const first = await open(address)
    expect(first.status).toBe(303)
    expect(first.headers.location).toBe(`/#token=${loopback.token}`)
    expect(first.headers['cache-control']).toBe('no-store')
    const second = await open(address)
    expect(second.status).toBe(403)
    expect(JSON.stringify(second)).not.toContain(loopback.token)
  })

  it('cannot make one up', async () => {
    const address = loopback.host.openingUrl()
    for (const wrong of [
      address.slice(0, -1),
      `${address}A`,
      address.replace(/[^/]+$/u, ''),
      `${address}/..`,
    ]) {
      expect((await open(wrong)).status, wrong).not.toBe(303)
    }
    expect((await open(address)).status).toBe(303)
  })

  it('cannot send a page of another site there, nor post to it', async () => {
    const address = loopback.host.openingUrl()
    expect((await open(address, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await open(address, { origin: 'https://evil.example' })).status).toBe(403)
    const target = new URL(address).pathname
    expect((await send(loopback, { method: 'POST', target })).status).toBe(405)
    expect((await open(address)).status).toBe(303)
  })
})

describe('an opening code that nobody used', () => {
  it('is worth nothing after a minute', () => {
    let now = 0
    const codes = createOpeningCodes(() => now)
    const [early, late] = [codes.issue(), codes.issue()]
    now = 59_999
    expect(codes.redeem(early)).toBe(true)
    now = 60_000
    expect(codes.redeem(late)).toBe(false)
  })
})
