import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures/app.ts'
import { startWebProcess, WEB_ENTRY } from './fixtures/web-process.ts'

test.describe('the loopback host', () => {
  test('opens the page, and takes its token out of the address', async ({ page, app }) => {
    await expect(page.locator('#root')).not.toBeEmpty()
    expect(page.url()).not.toContain('token')
    expect(await page.evaluate(() => document.cookie)).toBe('')
    expect((await app.call('library.info', {})).path).toBe(app.library)
  })

  test('keeps working over a reload', async ({ page }) => {
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/call'))
    await page.reload()
    expect((await answered).status()).toBe(200)
    await expect(page.locator('#root')).not.toBeEmpty()
  })

  test('asks no other machine for anything', async ({ page, app }) => {
    const foreign: string[] = []
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (
        ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) &&
        url.origin !== new URL(app.url()).origin
      ) {
        foreign.push(request.url())
      }
    })
    await page.reload()
    await page.waitForLoadState('load')
    await expect(page.locator('#root')).not.toBeEmpty()
    expect(foreign).toEqual([])
  })

  test('refuses a page that was opened without the token', async ({ page, app, context }) => {
    const stranger = await context.newPage()
    const answered = stranger.waitForResponse((response) => response.url().endsWith('/api/call'))
    await stranger.goto(new URL('/', app.url()).href)
    expect((await answered).status()).toBe(401)
    await stranger.close()
    await expect(page.locator('#root')).not.toBeEmpty()
  })

  test('runs no script that was put into the page', async ({ app, context }) => {
    // A page of its own: the one of the fixture complains of every violation.
    const attacked = await context.newPage()
    await attacked.goto(app.url())
    const outcome = await attacked.evaluate(async () => {
      const violations: string[] = []
      // Each of the three attempts below is reported once it has been refused.
      const refused = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          violations.push(event.effectiveDirective)
          if (violations.length === 3) resolve()
        })
      })
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      const image = document.createElement('img')
      image.setAttribute('onerror', 'window.injected = true')
      image.src = 'data:,'
      const style = document.createElement('style')
      style.textContent = 'body { display: none }'
      document.body.append(script, image, style)
      await refused
      return {
        injected: 'injected' in window,
        display: getComputedStyle(document.body).display,
        violations: violations.toSorted(),
      }
    })
    expect(outcome).toEqual({
      injected: false,
      display: 'block',
      violations: ['script-src-attr', 'script-src-elem', 'style-src-elem'],
    })
  })

  test('keeps the library over a restart', async ({ app }) => {
    await app.call('tags.create', { path: '治理/安全' })
    await app.restart()
    expect((await app.call('tags.list', {})).map((tag) => tag.path)).toContain('治理/安全')
  })

  test('keeps what it answered for when it is killed', async ({ app }) => {
    await app.call('tags.create', { path: '治理' })
    await app.restart('kill')
    expect((await app.call('tags.list', {})).map((tag) => tag.path)).toEqual(['治理'])
  })

  test('tells a second host on the same library who is in the way, and ends', async ({ app }) => {
    const { code, errors } = await endOf(['--no-open', '--library', app.library])
    expect(code).toBe(1)
    expect(errors).toContain('The library could not be opened')
    expect(errors).toContain(app.library)
    await expect(app.call('library.check', {})).resolves.toMatchObject({ ok: true })
  })

  test('ends at a signal with its library closed', async ({ library }) => {
    const host = await startWebProcess(library)
    expect(await host.stop()).toBe(0)
    expect(host.errors()).toBe('')
    const again = await startWebProcess(library)
    expect(await again.stop()).toBe(0)
  })

  test('listens on the port it is told, and says so when that is taken', async ({ library, app }) => {
    const taken = await endOf(['--no-open', '--library', `${library}-2`, '--port', new URL(app.url()).port])
    expect(taken.code).toBe(1)
    expect(taken.errors).toContain('EADDRINUSE')
    const wrong = await endOf(['--port', 'x'])
    expect(wrong.code).toBe(1)
    expect(wrong.errors).toContain('--port')
  })
})

test('the built preload is one file that needs nothing but Electron', async () => {
  const preload = await readFile(new URL('../../out/preload/preload.cjs', import.meta.url), 'utf8')
  const required = [...preload.matchAll(/require\(["']([^"']+)["']\)/gu)].map((match) => match[1])
  expect(required).toEqual(['electron'])
  expect(preload).not.toMatch(/^import /mu)
})

function endOf(args: readonly string[]): Promise<{ code: number | null; errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WEB_ENTRY, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 20_000,
    })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, errors }))
  })
}
