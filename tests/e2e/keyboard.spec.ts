import type { Locator, Page } from '@playwright/test'
import type { Annotation } from '../../src/shared/contract/schemas/annotation.ts'
import { expect, test, type App } from './fixtures/app.ts'
import { painted } from './fixtures/hand.ts'
import { openSamplePair } from './fixtures/library.ts'

const SENTENCE = '虚假信息传得快，更正走得慢，这是各国编辑部共同的难处。'
const FACING = 'False reports travel fast and corrections slowly; every newsroom present knew the problem.'

test('from the library to a quote on the clipboard without a mouse', async ({ page, app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(app.url()).origin })
  await app.call('samples.add', {})

  // The library: Tab to the list, arrows to the pair, Enter.
  const list = page.getByRole('grid', { name: 'Articles' })
  await expect(list).toBeVisible()
  await tabTo(page, list)
  const wanted = page.getByRole('row').filter({ hasText: '桥与镜子' }).and(page.locator('[data-current]'))
  await pressUntil(page, 'ArrowDown', wanted)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-segment]').filter({ hasText: SENTENCE })).toBeVisible()

  // Reading: rows down to the sentence; select it, highlight it.
  await pressUntil(page, 'j', page.locator('[data-row][aria-current="true"]').filter({ hasText: SENTENCE }))
  await page.keyboard.press('s')
  await expect.poll(() => selected(page)).toBe(SENTENCE)
  await page.keyboard.press('3')
  await expect.poll(() => painted(page, 'hl-3')).toEqual([SENTENCE])

  await page.keyboard.press('t')
  const box = page.getByRole('combobox', { name: 'Tags' })
  await expect(box).toBeFocused()
  await page.keyboard.type('难处/更正')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Tags on this highlight' })).toContainText('难处/更正')
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()

  await page.keyboard.press('n')
  const editor = page.getByRole('textbox', { name: 'Note' })
  await expect(editor).toBeFocused()
  await page.keyboard.type('3 things: fast, slow, hard')
  await page.keyboard.press('Control+Enter')
  await expect(editor).toBeHidden()
  await expect.poll(async () => (await only(app)).note?.body).toBe('3 things: fast, slow, hard')

  // Edges: the end by one character back and on, the start by one on and back.
  const edges = [
    ['[', SENTENCE.slice(0, -1)],
    ['[', SENTENCE.slice(0, -2)],
    [']', SENTENCE.slice(0, -1)],
    [']', SENTENCE],
    ['Shift+BracketRight', SENTENCE.slice(1)],
    ['Shift+BracketLeft', SENTENCE],
  ] as const
  for (const [key, exact] of edges) {
    await page.keyboard.press(key)
    await expect.poll(async () => (await only(app)).spans.map((span) => span.exact)).toEqual([exact])
    await expect.poll(() => painted(page, 'hl-3')).toEqual([exact])
  }

  await page.keyboard.press('c')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(
      `“${SENTENCE}”（顾闻笛，《桥与镜子》，临江日报，2025-05-23）\n\n` +
        `“${FACING}” (Gu Wendi, A Bridge and a Mirror, Linjiang Daily, 2025-05-23)`,
    )

  // Gone, and back with all that hung on it.
  const before = await only(app)
  await page.keyboard.press('Delete')
  await expect.poll(() => app.call('annotations.list', {})).toEqual([])
  await expect.poll(() => painted(page, 'hl-3')).toEqual([])
  await page.keyboard.press('Control+z')
  await expect.poll(() => app.call('annotations.list', {})).toEqual([before])
  await expect.poll(() => painted(page, 'hl-3')).toEqual([SENTENCE])
})

test('no key is a shortcut while an input method composes', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  const { id } = await app.call('annotations.createByQuote', {
    articleId: pair.left.id,
    quote: SENTENCE,
    color: 1,
  })
  await expect.poll(() => painted(page, 'hl-1')).toEqual([SENTENCE])
  const session = await page.context().newCDPSession(page)
  const compose = (text: string): Promise<unknown> =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const commit = (text: string): Promise<unknown> => session.send('Input.insertText', { text })

  // In the text, where Chromium has no composition of its own: the event alone must do.
  await page.keyboard.press('s')
  await expect.poll(() => selected(page)).not.toBe('')
  for (const key of ['3', 't', 'n', 'c', 'Delete', 'Escape']) await pressComposing(page, key)
  await expect(page.getByRole('toolbar', { name: 'Highlight the selection' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('o')
  await pressUntil(page, 'j', page.locator('[data-row][aria-current="true"]').filter({ hasText: SENTENCE }))
  await page.keyboard.press('o')
  await expect.poll(() => painted(page, 'hl-active')).toEqual([SENTENCE])

  // The tag box: Enter and Escape belong to the input method, digits choose its candidates.
  await page.keyboard.press('t')
  const box = page.getByRole('combobox', { name: 'Tags' })
  await expect(box).toBeFocused()
  await compose('nan')
  await expect(box).toHaveValue('nan')
  for (const key of ['Enter', 'Escape', '1', 'Backspace', 'ArrowDown']) await pressComposing(page, key)
  await session.send('Input.dispatchKeyEvent', PROCESSED)
  await expect(box).toHaveValue('nan')
  await compose('nanchu')
  await commit('难处')
  await expect(box).toHaveValue('难处')
  expect(await app.call('tags.list', {})).toEqual([])
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await app.call('tags.list', {})).map(({ path }) => path)).toEqual(['难处'])
  await expect(box).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()

  // The note: likewise, and nothing is there twice.
  await page.keyboard.press('n')
  const editor = page.getByRole('textbox', { name: 'Note' })
  await expect(editor).toBeFocused()
  await compose('jing')
  await expect(editor).toHaveText('jing')
  for (const key of ['Escape', 'Enter', '3', 'Delete']) await pressComposing(page, key)
  await pressComposing(page, 'Enter', true)
  await session.send('Input.dispatchKeyEvent', PROCESSED)
  await expect(editor).toBeFocused()
  await commit('镜子')
  await expect(editor).toHaveText('镜子')
  await expect(editor.getByRole('paragraph')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(editor).toBeHidden()
  await expect.poll(async () => (await only(app)).note?.body).toBe('镜子')
  const { id: still, color, tagIds } = await only(app)
  expect({ still, color, tags: tagIds.length }).toEqual({ still: id, color: 1, tags: 1 })

  // The find box and the palette: Enter chooses the word, Escape the composition.
  await page.keyboard.press('/')
  const find = page.getByRole('textbox', { name: 'Find in this text' })
  await compose('qiao')
  await pressComposing(page, 'Escape')
  await pressComposing(page, 'Enter')
  await expect(find).toHaveValue('qiao')
  await commit('桥')
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ \/ 4$/u)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await compose('zheng')
  await pressComposing(page, 'Enter')
  await expect(palette).toBeVisible()
  await commit('郑州')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-segment]').filter({ hasText: '郑州的三天' })).toBeVisible()
})

test('single-letter keys are deaf when they are switched off', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await tabTo(page, settings.getByRole('checkbox', { name: /single-letter/u }))
  await page.keyboard.press('Space')
  await expect.poll(async () => (await app.call('settings.get', {})).singleKeys).toBe(false)
  await page.keyboard.press('Escape')
  await expect(settings).toBeHidden()
  await app.call('annotations.createByQuote', { articleId: pair.left.id, quote: SENTENCE, color: 1 })
  await expect.poll(() => painted(page, 'hl-1')).toEqual([SENTENCE])

  for (const key of ['j', 'j', 's', '3', 't', 'n', 'o', '/', '?', 'h', 'q', 'x', 'c'])
    await page.keyboard.press(key)
  await expect(page.locator('[data-row][aria-current="true"]')).toHaveCount(0)
  expect(await selected(page)).toBe('')
  await expect(page.getByRole('combobox', { name: 'Tags' })).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Find in this text' })).not.toBeFocused()

  // Letters still write, and the palette still does it all: to a highlight and to a selection.
  await page.keyboard.press('Control+f')
  await page.keyboard.type('fast')
  await expect(page.getByRole('textbox', { name: 'Find in this text' })).toHaveValue('fast')
  await page.keyboard.press('Escape')
  await runCommand(page, 'Select this sentence')
  await expect.poll(() => selected(page)).not.toBe('')
  const sentence = await selected(page)
  await page.keyboard.press('3')
  await runCommand(page, 'color 4')
  await expect.poll(() => painted(page, 'hl-4')).toEqual([sentence])
  expect(await painted(page, 'hl-3')).toEqual([])
})

/** A key the input method took: what Chromium sends for it. */
const PROCESSED = { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'KeyA' } as const

/** Presses a key as it reaches a page while an input method composes. */
async function pressComposing(page: Page, key: string, ctrlKey = false): Promise<void> {
  const code = key.length > 1 ? key : /\d/u.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`
  const init = { key, code, ctrlKey, bubbles: true, cancelable: true, isComposing: true }
  await page.evaluate((event) => {
    const target = document.activeElement
    for (const type of ['keydown', 'keyup']) target?.dispatchEvent(new KeyboardEvent(type, event))
  }, init)
}

async function runCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(words)
  await expect(palette.getByRole('option', { selected: true })).toContainText(words)
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
}

async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor()
  for (let presses = 0; presses < 40; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

async function pressUntil(page: Page, key: string, goal: Locator): Promise<void> {
  await expect(async () => {
    if ((await goal.count()) > 0) return
    await page.keyboard.press(key)
    await expect(goal).toHaveCount(1, { timeout: 250 })
  }).toPass({ intervals: [0], timeout: 15_000 })
}

function selected(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString().trim() ?? '')
}

async function only(app: App): Promise<Annotation> {
  const [annotation, ...others] = await app.call('annotations.list', {})
  expect(others).toEqual([])
  if (annotation === undefined) throw new Error('a highlight expected')
  return annotation
}
