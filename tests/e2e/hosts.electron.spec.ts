import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, test as base, type ElectronApplication } from '@playwright/test'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const test = base.extend<{ app: ElectronApplication }>({
  // Playwright finds out what a fixture needs from a destructured parameter, even an empty one.
  // oxlint-disable-next-line no-empty-pattern
  app: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'duizhao-electron-'))
    const app = await _electron.launch({
      args: [ROOT, `--library=${join(folder, 'library')}`],
      // Its own place for Chromium's files, or the lock of a running Duizhao would send us away.
      env: { ...process.env, XDG_CONFIG_HOME: folder, APPDATA: folder, HOME: folder },
    })
    await provide(app)
    await app.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  },
})

test('opens the page on its own scheme, without Node in it', async ({ app }) => {
  const page = await app.firstWindow()
  expect(page.url()).toBe('app://duizhao/')
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(
    await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window)),
  ).toEqual([])
  expect(await page.evaluate(() => window.duizhao?.kind)).toBe('electron')
})

test('answers calls over the bridge', async ({ app }) => {
  const page = await app.firstWindow()
  expect(await page.evaluate(() => window.duizhao?.call('tags.list', {}, 'test'))).toEqual({
    ok: true,
    value: [],
  })
})

test('stays on its page, opens no window and reaches no network', async ({ app }) => {
  const page = await app.firstWindow()
  await expect(page.locator('#root')).not.toBeEmpty()
  const outcome = await page.evaluate(async () => {
    const opened = window.open('https://example.com')
    const fetched = await fetch('https://example.com').then(
      () => 'answered',
      () => 'refused',
    )
    window.location.href = 'https://example.com'
    await new Promise((resolve) => setTimeout(resolve, 500))
    return { opened: opened !== null, fetched, url: window.location.href }
  })
  expect(outcome).toEqual({ opened: false, fetched: 'refused', url: 'app://duizhao/' })
  expect(app.windows()).toHaveLength(1)
})
