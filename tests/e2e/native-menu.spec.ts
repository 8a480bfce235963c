import type { Page } from '@playwright/test'
import type { AlignMenuChoice } from '../../src/shared/domain/align-action.ts'
import type { PairId } from '../../src/shared/domain/ids.ts'
import { expect, test, type App } from './fixtures/app.ts'
import { goTo, openSamplePair } from './fixtures/library.ts'

test('what is chosen in the native menu is done in the align layer', async ({ page, app }) => {
  await hearMenu(page)
  await expect(page.getByRole('main')).toBeVisible()
  await choose(page, 'mergeNext')
  await expect(page.getByText('Open a pair first')).toBeVisible()

  const pair = await openSamplePair(page, app)
  if (pair.alignedAt === null) await app.call('alignment.start', { pairId: pair.id })
  await expect.poll(() => beadCount(app, pair.id)).toBeGreaterThan(10)
  await expect(page.locator('[data-row="5"]')).toBeVisible()
  const total = await beadCount(app, pair.id)

  // Without the layer nobody sees which bead it would be: it opens, and nothing else happens.
  const tools = page.getByRole('toolbar', { name: 'Aligning tools' })
  await choose(page, 'mergeNext')
  await expect(tools).toBeVisible()
  await page.keyboard.press('Home')
  await expect(page.locator('[data-row][aria-current="true"]')).toHaveAttribute('data-row', '0')
  expect(await beadCount(app, pair.id)).toBe(total)

  await choose(page, 'mergeNext')
  await expect.poll(() => beadCount(app, pair.id)).toBe(total - 1)
  await choose(page, 'open')
  await choose(page, 'verify')
  await expect.poll(async () => (await app.call('alignment.counts', { pairId: pair.id })).verified).toBe(1)
  await expect(tools).toBeVisible()

  await goTo(page, `#/article/${pair.left.id}`)
  await expect(page.getByRole('banner').getByRole('heading')).toHaveText('桥与镜子')
  await choose(page, 'verify')
  await expect(page.getByText('Open a pair first')).toBeVisible()
})

async function beadCount(app: App, pairId: PairId): Promise<number> {
  return (await app.call('alignment.counts', { pairId })).total
}

/** A browser has no native menu: lets the test say on the page's stream of events what Electron's host would. */
async function hearMenu(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const ask = window.fetch
    window.fetch = async (input, init) => {
      const response = await ask(input, init)
      if (response.body === null || !response.url.includes('/api/events')) return response
      const bytes = new TransformStream<Uint8Array, Uint8Array>({
        start(controller) {
          window.addEventListener('native-menu', ({ detail }: CustomEventInit<string>) => {
            controller.enqueue(
              new TextEncoder().encode(`${JSON.stringify({ name: 'menu', choice: detail })}\n`),
            )
          })
        },
      })
      return new Response(response.body.pipeThrough(bytes), response)
    }
  })
  await page.reload()
}

async function choose(page: Page, choice: AlignMenuChoice): Promise<void> {
  await page.evaluate((detail) => window.dispatchEvent(new CustomEvent('native-menu', { detail })), choice)
}
