import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { ArticleId } from '../../src/shared/domain/ids.ts'
import { expect, test, type App } from './fixtures/app.ts'
import { painted } from './fixtures/hand.ts'
import { allRows, goTo, importText, textOf } from './fixtures/library.ts'

const TEXT = `渡口

天还没亮，渡口已经有人了。火光照着水面，船上有学生，有菜农。

老陈把缆绳解开，𠮷叔在岸上点头😀。船慢慢离岸，没有人说话。

对岸的钟敲了五下，雾就散了。
`

test('a sentence under three highlights is edited; the cut one is checked, accepted, all undone and redone', async ({
  page,
  app,
}) => {
  const articleId = await openText(page, app, ['火光照着水面', '船上有学生', '有菜农'])
  const steps = await stepCount(app)
  const before = await snapshot(app, articleId)

  // The second sentence of the second paragraph, by keys alone.
  await sentence(page, '火光照着水面')
  await page.keyboard.press('e')
  const field = page.getByRole('textbox', { name: 'Edit this sentence' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('火光照着水面，船上有学生，有菜农。')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('晨光照着水面，船上挤满了大人，有菜农。')
  await page.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(page.getByText('Text changed', { exact: true }).last()).toBeVisible()
  await expect.poll(() => states(app)).toEqual(['ok 晨光照着水面', 'moved 船上挤满了大人', 'ok 有菜农'])
  await expect(page.getByRole('button', { name: '1 to check' })).toBeVisible()

  // To the list, and accepted there.
  await page.getByRole('button', { name: '1 to check' }).press('Enter')
  await expect(page.getByRole('radio', { name: 'To check 1' })).toBeChecked()
  const row = page.getByRole('row', { name: /船上有学生/u })
  await expect(row).toBeFocused()
  await expect(row).toContainText('船上挤满了大人')
  await noViolations(page, 'to check')
  await page.keyboard.press('a')
  await expect(page.getByText('Nothing to check')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'To check', exact: true })).toBeChecked()
  expect(await states(app)).toEqual(['ok 晨光照着水面', 'ok 船上挤满了大人', 'ok 有菜农'])
  const after = await snapshot(app, articleId)

  expect(await stepCount(app)).toBe(steps + 2)
  await undo(page, app, 2)
  expect(await snapshot(app, articleId)).toEqual(before)
  await redo(page, app, 2)
  expect(await snapshot(app, articleId)).toEqual(after)
})

test('sentences and paragraphs are divided, joined and named by keys, a locked side is left alone', async ({
  page,
  app,
}) => {
  const articleId = await openText(page, app, ['船上有学生'])
  const original = await shape(app, articleId)
  expect(original).toEqual([
    'title 渡口',
    'paragraph 天还没亮，渡口已经有人了。|火光照着水面，船上有学生，有菜农。',
    'paragraph 老陈把缆绳解开，𠮷叔在岸上点头😀。|船慢慢离岸，没有人说话。',
    'paragraph 对岸的钟敲了五下，雾就散了。',
  ])
  const steps = await stepCount(app)

  // The caret goes to the clause's end; Enter divides there, Escape had left it.
  await sentence(page, '火光照着水面')
  await page.keyboard.press('Shift+E')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+E')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => shape(app, articleId))
    .toContain('paragraph 天还没亮，渡口已经有人了。|火光照着水面，|船上有学生，有菜农。')
  await expect(page.getByText('Sentence split', { exact: true }).last()).toBeVisible()
  await page.keyboard.press('Shift+M')
  await expect.poll(() => shape(app, articleId)).toEqual(original)

  await sentence(page, '火光照着水面')
  await page.keyboard.press('Alt+Shift+E')
  await page.keyboard.press('Enter')
  await expect.poll(() => shape(app, articleId)).toContain('paragraph 火光照着水面，船上有学生，有菜农。')
  await expect.poll(() => painted(page, 'hl-1')).toEqual(['船上有学生'])

  await page.keyboard.press('Alt+Shift+K')
  await expect(page.getByRole('menuitemradio', { name: 'Paragraph', checked: true })).toBeVisible()
  for (let press = 0; press < 12; press += 1) {
    if (
      await page
        .getByRole('menuitemradio', { name: 'Quote' })
        .evaluate((item) => item === document.activeElement)
    )
      break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect.poll(() => shape(app, articleId)).toContain('quote 火光照着水面，船上有学生，有菜农。')
  await expect(page.locator('blockquote')).toContainText('火光照着水面')

  await page.keyboard.press('Alt+Shift+M')
  await expect.poll(async () => (await shape(app, articleId)).length).toBe(original.length)
  await undo(page, app, (await stepCount(app)) - steps)
  expect(await shape(app, articleId)).toEqual(original)

  // In a pair whose side is locked nothing changes, and it says why.
  const otherId = await importText(app, 'ferry.txt', 'The ferry\n\nBefore dawn people stood at the ferry.\n')
  const { id } = await app.call('pairs.create', {
    leftArticleId: articleId,
    rightArticleId: otherId,
    kind: 'parallel',
  })
  await app.call('alignment.lock', { pairId: id, side: 'left' })
  await goTo(page, `#/pair/${id}`)
  await expect(page.locator('[data-segment]').filter({ hasText: 'Before dawn' })).toBeVisible()
  await sentence(page, '渡口')
  const locked = await stepCount(app)
  for (const key of ['e', 'Shift+E', 'Alt+Shift+E', 'Shift+M', 'Alt+Shift+M', 'Alt+Shift+K']) {
    await page.keyboard.press(key)
    await expect(page.getByText(/is locked$/u).last()).toBeVisible()
  }
  await expect(page.getByRole('textbox', { name: 'Edit this sentence' })).toHaveCount(0)
  expect(await stepCount(app)).toBe(locked)
})

test('a corrected file is previewed and taken; a lost highlight is re-attached by selecting; a revision is restored', async ({
  page,
  app,
}) => {
  test.slow()
  const articleId = await openText(page, app, ['有菜农', '船慢慢离岸', '五下'])
  const start = await snapshot(app, articleId)
  const steps = await stepCount(app)

  await page.keyboard.press('Alt+Shift+U')
  const dialog = page.getByRole('dialog', { name: 'Bring “渡口” up to date' })
  await expect(dialog.getByRole('button', { name: 'Choose a file…' })).toBeFocused()
  await noViolations(page, 'update')
  // A drop is taken too, and is no import.
  await drop(dialog, '渡口.txt', TEXT)
  await expect(dialog).toContainText('there is nothing to update')
  await expect(dialog.getByRole('button', { name: 'Update', exact: true })).toBeDisabled()
  await expect(dialog.getByRole('button', { name: 'Choose another file…' })).toBeFocused()

  const corrected = TEXT.replace('船慢慢离岸，没有人说话。', '').replace('火光照着水面', '晨光照着水面')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  await chooser.setFiles({ name: '渡口.txt', mimeType: 'text/plain', buffer: Buffer.from(corrected) })
  const preview = dialog.getByRole('region', { name: 'What changes' })
  await expect(preview).toContainText('Lost1')
  await expect(preview.getByRole('table').first()).toContainText('船慢慢离岸')
  await expect(preview.getByRole('deletion').first()).toHaveText(/火/u)
  await expect(preview.getByRole('insertion').first()).toHaveText(/晨/u)
  await noViolations(page, 'update with preview')
  expect(await snapshot(app, articleId)).toEqual(start)
  await dialog.getByRole('button', { name: 'Update', exact: true }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(/2 in place, 0 to check, 1 lost/u).last()).toBeVisible()
  await expect.poll(() => states(app)).toEqual(['ok 有菜农', 'ok 五下', 'lost 船慢慢离岸'])

  // The lost one is put where it belongs.
  await goTo(page, '#/annotations/review')
  await expect(page.getByRole('row', { name: /船慢慢离岸/u })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Select a place' })).toContainText('船慢慢离岸')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Select text first', { exact: false }).first()).toBeVisible()
  await sentence(page, '对岸的钟')
  await noViolations(page, 'select a place')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing to check')).toBeVisible()
  expect(await states(app)).toContain('ok 对岸的钟敲了五下，雾就散了。')

  // Compared with the former state, and back to it.
  await goTo(page, '#/library')
  await page.getByRole('grid', { name: 'Articles' }).focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Revisions…' }).press('Enter')
  const revisions = page.getByRole('dialog', { name: 'Revisions of “渡口”' })
  await expect(revisions.getByRole('radio', { name: /Revision 1/u })).toBeFocused()
  await expect(revisions.getByRole('region', { name: 'Compared with the present text' })).toContainText(
    '火光照着水面',
  )
  await noViolations(page, 'revisions')
  await revisions.getByRole('button', { name: 'Restore this revision…' }).press('Enter')
  const asking = page.getByRole('dialog', { name: /^Restore revision 1/u })
  await expect(asking.getByRole('button', { name: 'Restore', exact: true })).toBeFocused()
  await noViolations(page, 'restore')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => shape(app, articleId)).toEqual(start.shape)
  const end = await snapshot(app, articleId)

  const made = (await stepCount(app)) - steps
  expect(made).toBe(3)
  await undo(page, app, made)
  expect(await snapshot(app, articleId)).toEqual(start)
  await redo(page, app, made)
  expect(await snapshot(app, articleId)).toEqual(end)
})

test('many are chosen and detached in one step; Escape leaves the selecting', async ({ page, app }) => {
  const articleId = await openText(page, app, ['船上有学生', '渡口已经有人了', '没有人说话'])
  await edit(app, articleId, '船上有学生', '船上挤满了大人')
  await edit(app, articleId, '渡口已经有人了', '渡口空空的没什么声音')
  await edit(app, articleId, '没有人说话', '大家都说着笑')
  await expect.poll(async () => (await app.call('annotations.inDoubt', {})).length).toBe(3)
  await goTo(page, '#/annotations/review')
  const grid = page.getByRole('grid', { name: 'Highlights and links to check' })
  await expect(grid.getByRole('row', { name: /^Select: |Moved/u })).toHaveCount(3)
  const before = await states(app)

  await page.keyboard.press('e')
  await expect(page.getByRole('region', { name: 'Select a place' })).toBeVisible()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).not.toBe('')
  await page.keyboard.press('Escape')
  await expect(grid).toBeVisible()
  expect(await states(app)).toEqual(before)

  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar', { name: 'Selected' })).toContainText('2 selected')
  const steps = await stepCount(app)
  await page.keyboard.press('d')
  await expect
    .poll(
      async () => (await app.call('annotations.inDoubt', {})).filter(({ state }) => state === 'moved').length,
    )
    .toBe(1)
  expect(await stepCount(app)).toBe(steps + 1)
  await expect(page.getByRole('radio', { name: 'To check 1' })).toBeChecked()
  await undo(page, app, 1)
  expect(await states(app)).toEqual(before)
  await expect(grid.getByRole('row', { name: /^Select: |Moved/u })).toHaveCount(3)
  await page.keyboard.press('Shift+A')
  await expect(page.getByText('Nothing to check')).toBeVisible()
  expect(await stepCount(app)).toBe(steps + 1)
})

test('in the field an input method has Enter, Escape and Backspace to itself', async ({ page, app }) => {
  const articleId = await openText(page, app, [])
  const steps = await stepCount(app)
  await sentence(page, '对岸的钟')
  await page.keyboard.press('e')
  const field = page.getByRole('textbox', { name: 'Edit this sentence' })
  await expect(field).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Backspace')
  const session = await page.context().newCDPSession(page)
  const compose = (text: string): Promise<unknown> =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await compose('xiang')
  for (const key of ['Enter', 'Escape', 'Backspace']) await pressComposing(page, key)
  await expect(field).toHaveValue('对岸的钟敲了五下，雾就散了xiang')
  await compose('xian')
  await compose('xiang')
  await session.send('Input.insertText', { text: '响' })
  await expect(field).toHaveValue('对岸的钟敲了五下，雾就散了响')
  // On macOS the Enter that ended the composition comes after it, with this code.
  await pressComposing(page, 'Enter')
  await expect(field).toBeFocused()
  expect(await stepCount(app)).toBe(steps)
  await page.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  await expect
    .poll(async () => (await shape(app, articleId)).at(-1))
    .toBe('paragraph 对岸的钟敲了五下，雾就散了响')
  expect(await stepCount(app)).toBe(steps + 1)

  await sentence(page, '对岸的钟')
  await page.keyboard.press('e')
  await expect(field).toBeFocused()
  await compose('bu')
  await session.send('Input.insertText', { text: '不' })
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  expect(await stepCount(app)).toBe(steps + 1)
})

/** Imports the text, highlights what is asked for, and opens it. */
async function openText(page: Page, app: App, quotes: readonly string[]): Promise<ArticleId> {
  const articleId = await importText(app, '渡口.txt', TEXT)
  for (const quote of quotes) await app.call('annotations.createByQuote', { articleId, quote, color: 1 })
  await goTo(page, `#/article/${articleId}`)
  await expect(segment(page, '天还没亮')).toBeVisible()
  await expect.poll(() => painted(page, 'hl-1')).toHaveLength(quotes.length)
  return articleId
}

const segment = (page: Page, text: string): Locator =>
  page.locator('[data-segment]').filter({ hasText: text }).first()

/** Selects the sentence that begins so, from the first one on, by keys. */
async function sentence(page: Page, beginning: string): Promise<void> {
  // What is selected would go on from where it is; Escape would leave the selecting of a place.
  if ((await selected(page)) !== '') await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await expect(page.locator('[data-row="0"][aria-current]')).toHaveCount(1)
  for (let press = 0; press < 12; press += 1) {
    const before = await selected(page)
    await page.keyboard.press('s')
    await expect.poll(() => selected(page)).not.toBe(before)
    if ((await selected(page)).startsWith(beginning)) return
  }
  throw new Error(`no sentence begins with ${beginning}`)
}

const selected = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString().trim() ?? '')

async function shape(app: App, articleId: ArticleId): Promise<string[]> {
  return (await app.call('articles.blocks', { articleId })).map(
    ({ kind, segments }) => `${kind} ${segments.map(({ text }) => text).join('|')}`,
  )
}

async function states(app: App): Promise<string[]> {
  return (await app.call('annotations.list', {})).flatMap(({ spans }) =>
    spans.map(({ state, exact }) => `${state} ${exact}`),
  )
}

async function snapshot(
  app: App,
  articleId: ArticleId,
): Promise<{ shape: string[]; states: string[]; text: string }> {
  return {
    shape: await shape(app, articleId),
    states: await states(app),
    text: textOf(await allRows(app, { kind: 'article', articleId }), 'left'),
  }
}

/** Edits the sentence that holds a text, beside the page. */
async function edit(app: App, articleId: ArticleId, from: string, to: string): Promise<void> {
  const blocks = await app.call('articles.blocks', { articleId })
  const found = blocks.flatMap(({ segments }) => segments).find(({ text }) => text.includes(from))
  if (found === undefined) throw new Error(`${from} is not in the text`)
  await app.call('articles.editSegment', {
    segmentId: found.id,
    expected: found.text,
    text: found.text.replace(from, to),
  })
}

async function stepCount(app: App): Promise<number> {
  return (await app.call('history.list', {})).filter(({ state }) => state === 'done').length
}

async function undo(page: Page, app: App, count: number): Promise<void> {
  const from = await stepCount(app)
  for (let step = 1; step <= count; step += 1) {
    await page.keyboard.press('Control+z')
    await expect.poll(() => stepCount(app)).toBe(from - step)
  }
}

async function redo(page: Page, app: App, count: number): Promise<void> {
  const from = await stepCount(app)
  for (let step = 1; step <= count; step += 1) {
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => stepCount(app)).toBe(from + step)
  }
}

/** A key as the page gets it while an input method has it. */
async function pressComposing(page: Page, key: string): Promise<void> {
  await page.evaluate((pressed) => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: pressed,
        code: pressed,
        keyCode: 229,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      }),
    )
  }, key)
}

/** Drops a file on something. */
async function drop(target: Locator, name: string, text: string): Promise<void> {
  await target.evaluate(
    (element, [fileName, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content ?? ''], fileName ?? '', { type: 'text/plain' }))
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
      }
    },
    [name, text],
  )
}

/** All rules in the light, and in the dark those that depend on colors. */
async function noViolations(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  expect.soft(await violations(page), `${state}, light`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect.soft(await violations(page, ['color-contrast', 'link-in-text-block']), `${state}, dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: rules }) })
    .setLegacyMode(true)
    .analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html} (${any[0]?.message ?? ''})`),
  )
}
