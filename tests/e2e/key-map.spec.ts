import type { Locator, Page } from '@playwright/test'
import { expect, test, type App } from './fixtures/app.ts'
import { painted } from './fixtures/hand.ts'
import { goTo, openSamplePair } from './fixtures/library.ts'

const COLOR = 'annotating.lastColor'
const NOTE = 'annotating.note'
const TAGS = 'annotating.tags'
const SENTENCE = '虚假信息传得快，更正走得慢，这是各国编辑部共同的难处。'

test('another key for highlighting and for notes: used, in conflict, kept over a restart, reset', async ({
  page,
  app,
}) => {
  const pair = await openSamplePair(page, app)

  // Highlight (H) becomes Y.
  await change(page, COLOR)
  await page.keyboard.press('y')
  await expect(page.getByRole('status').filter({ hasText: 'is now Y' })).toBeVisible()
  await expect(changeButton(page, COLOR)).toBeFocused()
  await expect.poll(() => keysOf(app)).toEqual({ 'annotating.lastColor': ['KeyY'] })

  // Esc leaves things be; Tab, which moves the focus, is refused; an input method's letters are none of ours.
  await changeButton(page, NOTE).press('Enter')
  await expect(press(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByText('Tab presses buttons or moves the focus')).toBeVisible()
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Process', code: 'KeyG', isComposing: true, bubbles: true }),
    ),
  )
  await expect(press(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(changeButton(page, NOTE)).toBeFocused()
  await expect.poll(() => keysOf(app)).toEqual({ 'annotating.lastColor': ['KeyY'] })

  // T is taken here: named, and swapped.
  await changeButton(page, NOTE).press('Enter')
  await page.keyboard.press('t')
  await expect(page.getByRole('alert')).toContainText('T is the key of “Tag”')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await changeButton(page, NOTE).press('Enter')
  await page.keyboard.press('t')
  await expect(page.getByRole('button', { name: 'Swap' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => keysOf(app))
    .toEqual({
      'annotating.lastColor': ['KeyY'],
      'annotating.note': ['KeyT'],
      'annotating.tags': ['KeyN'],
    })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // Where the focus was: nowhere, so the page.

  await highlightWith(page, 'y')
  const bar = page.getByRole('toolbar', { name: 'Change the highlight' })
  await expect(bar.getByRole('button', { name: 'Note T' })).toBeVisible()
  await expect(bar.getByRole('button', { name: 'Tags N' })).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('ty')
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(async () => (await app.call('annotations.list', {})).map(({ note }) => note?.body))
    .toEqual(['ty'])
  // H is no key any more.
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await page.keyboard.press('h')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('last color')
  await expect(page.getByRole('option', { name: /Highlight in the last color/u })).toContainText('Y')
  await page.keyboard.press('Escape')
  expect(await app.call('annotations.list', {})).toHaveLength(1)

  await app.restart()
  await goTo(page, `#/pair/${pair.id}`)
  await expect.poll(() => painted(page, 'hl-1')).toEqual([SENTENCE])
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(row(page, NOTE)).toContainText('T')

  // One reset: what it takes is named again; then all, and that can be taken back.
  await row(page, COLOR)
    .getByRole('button', { name: /^Reset/u })
    .press('Enter')
  await expect(row(page, COLOR)).toContainText('H')
  await page.getByRole('button', { name: 'Reset all keys' }).press('Enter')
  await expect.poll(() => keysOf(app)).toEqual({})
  await page.getByRole('button', { name: 'Take the reset back' }).press('Enter')
  await expect.poll(() => keysOf(app)).toEqual({ 'annotating.note': ['KeyT'], 'annotating.tags': ['KeyN'] })
  await page.getByRole('button', { name: 'Reset all keys' }).press('Enter')
  await expect(row(page, NOTE)).toContainText('N')

  // None at all.
  await changeButton(page, NOTE).press('Enter')
  await page.keyboard.press('Backspace')
  await expect(row(page, NOTE)).toContainText('No key')
  await expect.poll(() => keysOf(app)).toEqual({ 'annotating.note': [] })
})

test('the align layer follows: its keys come first, those it gave up are the text’s', async ({
  page,
  app,
}) => {
  await openSamplePair(page, app)
  await app.call('settings.update', {
    patch: {
      keys: { 'aligning.mergeNext': ['KeyT'], 'aligning.toggle': ['KeyY'], 'unknown.of.another': ['F9'] },
    },
  })
  await page.reload()
  await expect(page.locator('[data-segment]').filter({ hasText: '媒体是镜子' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Align Y' })).toBeVisible()
  await page.keyboard.press('y')
  await expect(page.getByRole('toolbar', { name: 'Align' })).toBeVisible()
  await page.keyboard.press('?')
  // T merges in the layer, so it tags nothing here and is not listed for that.
  await expect(row(page, TAGS)).toHaveCount(0)
  await expect(row(page, 'aligning.mergeNext')).toContainText('T')
  await page
    .locator('[data-key="aligning.mergeNext"]')
    .getByRole('button', { name: /^Reset/u })
    .press('Enter')
  await expect(row(page, TAGS)).toContainText('T')
  await expect.poll(() => keysOf(app)).toEqual({ 'aligning.toggle': ['KeyY'], 'unknown.of.another': ['F9'] })
})

test('letters are switched off in every room', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await app.call('annotations.createByQuote', {
    articleId: pair.left.id,
    quote: SENTENCE,
    color: 1,
    tagPaths: ['治理'],
    note: '一条笔记',
  })
  await app.call('settings.update', { patch: { singleKeys: false } })
  const steps = async (): Promise<number> => (await app.call('history.list', {})).length
  const before = await steps()
  for (const address of ['#/annotations/highlights', '#/annotations/notes', '#/annotations/codebook', '#/']) {
    await goTo(page, address)
    await page.reload()
    await expect(page.getByRole('main')).toBeVisible()
    await page.keyboard.press('?')
    for (const key of 'njkxatemgbqp/12'.split('')) await page.keyboard.press(key)
    for (const key of ['N', 'M', 'T', 'L']) await page.keyboard.press(`Shift+${key}`)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.locator(':focus').and(page.locator('input, textarea, [contenteditable]'))).toHaveCount(
      0,
    )
  }
  expect(await steps()).toBe(before)
})

async function change(page: Page, id: string): Promise<void> {
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await changeButton(page, id).press('Enter')
  await expect(press(page)).toBeFocused()
}

function row(page: Page, id: string): Locator {
  return page.locator(`[data-key="${id}"]`)
}

function changeButton(page: Page, id: string): Locator {
  return row(page, id).getByRole('button', { name: /^Change the key: /u })
}

function press(page: Page): Locator {
  return page.getByRole('button', { name: /^Press the new key for/u })
}

async function highlightWith(page: Page, key: string): Promise<void> {
  const here = page.locator('[data-row][aria-current="true"]').filter({ hasText: SENTENCE })
  await expect(async () => {
    if ((await here.count()) > 0) return
    await page.keyboard.press('j')
    await expect(here).toHaveCount(1, { timeout: 250 })
  }).toPass({ intervals: [0], timeout: 15_000 })
  await page.keyboard.press('s')
  await page.keyboard.press(key)
  await expect.poll(() => painted(page, 'hl-1')).toEqual([SENTENCE])
}

async function keysOf(app: App): Promise<unknown> {
  return (await app.call('settings.get', {})).keys
}
