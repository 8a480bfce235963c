import type { Page } from '@playwright/test'
import type { Side } from '../../src/shared/domain/article.ts'
import { expect, test } from './fixtures/app.ts'
import { clickOn, dragAcross, painted } from './fixtures/hand.ts'
import { allRows, goTo, importText, openSamplePair, textOf } from './fixtures/library.ts'

test('a drag down one column selects and copies that column alone', async ({ page, app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(app.url()).origin })
  const pair = await openSamplePair(page, app)
  const rows = (await allRows(app, { kind: 'pair', pairId: pair.id })).slice(2, 7)
  for (const side of ['left', 'right'] as const) {
    const other = side === 'left' ? 'right' : 'left'
    const cell = (index: number, at: Side): string =>
      `[data-row="${index}"] [data-side="${at}"] [data-segment]`
    await dragAcross(page, page.locator(cell(2, side)).first(), page.locator(cell(6, side)).last())
    await page.keyboard.press('Control+c')
    const wanted = textOf(rows, side)
    expect(wanted.length).toBeGreaterThan(100)
    await expect.poll(async () => (await clipboard(page)).trim()).toBe(wanted)
    // What the browser shows as selected leaves the other column out too.
    const shown = await page.evaluate(() => getSelection()?.toString() ?? '')
    for (const row of rows) {
      for (const { segments } of row[other]) {
        for (const { text } of segments) expect(shown).not.toContain(text.trim())
      }
    }
    expect(shown.replaceAll(/\s/gu, '')).toBe(wanted.replaceAll(/\s/gu, ''))
    await page.keyboard.press('Escape')
  }
})

test('overlapping highlights are all painted, and taken in turn from the smallest', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  const { id: articleId } = pair.left
  const [small, middle] = ['镜子照见社会', '镜子照见社会，桥让人走到对岸。']
  const large = `一位与会者说，媒体是镜子，更是桥。${middle}`
  await app.call('annotations.createByQuote', { articleId, quote: large, color: 5 })
  await app.call('annotations.createByQuote', { articleId, quote: small, color: 2 })
  await app.call('annotations.createByQuote', { articleId, quote: middle, color: 4 })
  const paint = async (name: string): Promise<string> => (await painted(page, name)).join('')
  await expect.poll(() => paint('hl-2')).toBe(small)
  await expect.poll(() => paint('hl-4')).toBe(middle)
  await expect.poll(() => paint('hl-5')).toBe(large)
  for (const quote of [small, middle, large, small]) {
    await clickOn(page, small)
    await expect.poll(() => paint('hl-active')).toBe(quote)
  }
  for (const quote of [middle, large, small]) {
    await page.keyboard.press('o')
    await expect.poll(() => paint('hl-active')).toBe(quote)
  }
})

test('finds in both languages, steps through what it found, and leads back', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  const rows = await allRows(app, { kind: 'pair', pairId: pair.id })
  const box = page.getByRole('textbox', { name: 'Find in this text' })
  const count = page.getByRole('search', { name: 'Find in this text' }).getByRole('status')
  const current = page.locator('[data-row][aria-current="true"]')
  for (const [word, side] of [
    ['萨德科娃', 'left'],
    ['sadykova', 'right'],
  ] as const) {
    const places = rows.flatMap((row) => {
      const times = textOf([row], side).toLowerCase().split(word).length - 1
      return Array.from({ length: times }, () => String(row.index))
    })
    expect(places.length).toBeGreaterThan(2)
    await page.keyboard.press('/')
    await expect(box).toBeFocused()
    await box.fill(word)
    await expect(count).toHaveText(`1 / ${places.length}`)
    const steps: (readonly ['Enter' | 'Shift+Enter', number])[] = [
      ['Enter', 1],
      ['Enter', 2],
      ['Shift+Enter', 1],
    ]
    await expect(current).toHaveAttribute('data-row', places[0] ?? '')
    for (const [key, index] of steps) {
      await box.press(key)
      await expect(count).toHaveText(`${index + 1} / ${places.length}`)
      await expect(current).toHaveAttribute('data-row', places[index] ?? '')
      await expect(current).toBeInViewport()
    }
    await box.press('Escape')
    await expect(box).toHaveValue('')
    await expect(page.getByRole('document', { name: '桥与镜子' })).toBeFocused()
    await page.keyboard.press('Home')
    await expect(current).toHaveAttribute('data-row', '0')
  }
})

test('facing, stacked and single show the same text', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  const rows = await allRows(app, { kind: 'pair', pairId: pair.id })
  const wanted = { left: textOf(rows, 'left'), right: textOf(rows, 'right') }
  const text = { left: oneLine(wanted.left), right: oneLine(wanted.right) }
  const mode = async (name: string): Promise<void> => {
    await page.getByRole('radiogroup', { name: 'How to read' }).getByRole('radio', { name }).click()
    await expect(page.locator('[data-row]').first()).toHaveAttribute('data-layout', name.toLowerCase())
  }
  // Only what is near the window is on the page: from the top a beginning, from the bottom an end of the text.
  const isWhole = async (selector: string, whole: string): Promise<void> => {
    await page.keyboard.press('Home')
    await expect.poll(async () => whole.startsWith(await drawn(page, selector))).toBe(true)
    expect((await drawn(page, selector)).length).toBeGreaterThan(400)
    await page.keyboard.press('End')
    await expect.poll(async () => whole.endsWith(await drawn(page, selector))).toBe(true)
    expect((await drawn(page, selector)).length).toBeGreaterThan(400)
  }
  for (const name of ['Facing', 'Stacked']) {
    await mode(name)
    for (const side of ['left', 'right'] as const) await isWhole(`[data-side="${side}"]`, text[side])
  }
  await mode('Single')
  const sides = page.getByRole('radiogroup', { name: 'Which article' })
  for (const [language, side] of [
    ['English', 'right'],
    ['Chinese (simplified)', 'left'],
  ] as const) {
    await sides.getByRole('radio', { name: language }).click()
    await expect(page.locator('[data-side]').first()).toHaveAttribute(
      'lang',
      side === 'right' ? 'en' : 'zh-Hans',
    )
    await isWhole('[data-side]', text[side])
  }
})

test('a long article: to the end and back, and after a reload where one was', async ({ page, app }) => {
  const paragraphs = Array.from({ length: 2000 }, (_, index) => paragraph(index + 1))
  const articleId = await importText(app, 'long.txt', ` date 2024-05-06 长文\n\n${paragraphs.join('\n\n')}\n`)
  const target = { kind: 'article', articleId } as const
  const { rowCount, chunkSize, chunks } = await app.call('reader.open', { target })
  expect(rowCount).toBeGreaterThanOrEqual(2000)
  await goTo(page, `#/article/${articleId}`)
  const last = page.locator('[data-segment]').filter({ hasText: paragraph(2000).slice(0, 8) })
  const first = page.locator('[data-segment]').filter({ hasText: paragraph(1).slice(0, 6) })
  await expect(first).toBeInViewport()
  // The rows before the last come late; they must not push the last ones out of sight.
  const before = (chunks.length - 2) * chunkSize
  await page.route('**/api/call', async (route) => {
    const { method, input } = route.request().postDataJSON() as { method: string; input: { from?: number } }
    if (method === 'reader.rows' && input.from === before) {
      await last.waitFor({ state: 'attached' })
      await frames(page, 30)
    }
    await route.continue()
  })
  await page.keyboard.press('End')
  await expect(page.locator(`[data-row="${before}"]`)).toBeAttached()
  await expect(last).toBeInViewport()
  await page.unroute('**/api/call')
  await expect(first).toHaveCount(0)
  await page.keyboard.press('Home')
  await expect(first).toBeInViewport()
  // A million characters are not all on the page.
  expect(await page.locator('[data-row]').count()).toBeLessThan(400)

  await page.keyboard.press('/')
  await page.keyboard.insertText('第1234段')
  const found = page.locator('[data-segment]').filter({ hasText: '第1234段' })
  await expect(found).toBeInViewport()
  await page.keyboard.press('Escape')
  await page.mouse.move(600, 500)
  await page.mouse.wheel(0, 333)
  // The place is kept when the scrolling has come to rest.
  await expect
    .poll(async () => {
      const { position } = await app.call('reader.open', { target })
      return position !== null && position.segmentId === (await atTop(page)).segmentId
    })
    .toBe(true)
  const left = await atTop(page)
  await page.reload()
  await expect.poll(async () => (await atTop(page)).segmentId).toBe(left.segmentId)
  await expect.poll(async () => Math.abs((await atTop(page)).top - left.top)).toBeLessThanOrEqual(3)
})

test('type size and paper outlive a reload', async ({ page, app }) => {
  await openSamplePair(page, app)
  const segment = page.locator('[data-side="left"] [data-segment]').first()
  const look = (): Promise<readonly (string | undefined)[]> =>
    segment.evaluate((element) => [
      getComputedStyle(element.closest('[data-side]') ?? element).fontSize,
      document.documentElement.dataset['theme'],
    ])
  await expect.poll(look).toEqual(['18px', 'light'])
  await page.getByRole('button', { name: 'Layout' }).click()
  const sheet = page.getByRole('dialog', { name: 'Layout' })
  await sheet.getByRole('button', { name: 'Larger' }).click()
  await expect.poll(look).toEqual(['19px', 'light'])
  await sheet.getByRole('button', { name: 'Larger' }).click()
  await sheet.getByRole('radio', { name: 'Sepia' }).click()
  await expect.poll(look).toEqual(['20px', 'sepia'])
  await expect.poll(async () => (await app.call('settings.get', {})).theme).toBe('sepia')
  await page.reload()
  await expect.poll(look).toEqual(['20px', 'sepia'])
})

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

/** What is on the page of one side, in order. */
async function drawn(page: Page, side: string): Promise<string> {
  const segments = await page.locator(`${side} [data-segment]`).allTextContents()
  return segments.join('').trim()
}

function oneLine(text: string): string {
  return text.replaceAll('\n', '')
}

/** The segment at the top of the window and where its first line stands there. */
function atTop(page: Page): Promise<{ segmentId: string; top: number }> {
  return page.evaluate(() => {
    const frame = document.querySelector('[data-reading-scroller]')?.getBoundingClientRect()
    for (const element of document.querySelectorAll<HTMLElement>('[data-segment]')) {
      const rect = element.getBoundingClientRect()
      if (frame === undefined || rect.bottom <= frame.top + 1) continue
      return { segmentId: element.dataset['segment'] ?? '', top: rect.top - frame.top }
    }
    return { segmentId: '', top: 0 }
  })
}

/** A paragraph of two sentences and no other like it. */
function paragraph(number: number): string {
  return `第${number}段说的是河上的第${number}座桥。过了桥，路往山里去，${'一步一步地'.repeat(1 + (number % 9))}走上去。`
}

/** Lets the page paint some frames. */
function frames(page: Page, count: number): Promise<void> {
  return page.evaluate(async (wanted) => {
    for (let frame = 0; frame < wanted; frame += 1) await new Promise(requestAnimationFrame)
  }, count)
}
