import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test, type App } from './fixtures/app.ts'
import { painted } from './fixtures/hand.ts'
import { goTo, openSamplePair } from './fixtures/library.ts'

/** Three highlights under four tags. */
async function someTags(page: Page, app: App): Promise<void> {
  const pair = await openSamplePair(page, app)
  const marks = [
    ['媒体是镜子', ['治理/信息']],
    ['更是桥', ['治理/信息', '译法/比喻']],
    ['虚假信息传得快', ['治理/安全']],
  ] as const
  for (const [quote, tagPaths] of marks) {
    await app.call('annotations.createByQuote', {
      articleId: pair.left.id,
      quote,
      color: 1,
      tagPaths: [...tagPaths],
    })
  }
  await goTo(page, '#/annotations/codebook')
  await expect(line(page, '比喻')).toBeVisible()
}

const line = (page: Page, name: string): Locator =>
  page.getByRole('treegrid', { name: 'Tags' }).getByRole('row', { name: new RegExp(`^${name} `, 'u') })

const paths = async (app: App): Promise<string[]> =>
  (await app.call('tags.list', {})).map(({ path, count, totalCount }) => `${path} ${count} ${totalCount}`)

const BEFORE = ['治理 0 3', '治理/信息 2 2', '治理/安全 1 1', '译法 0 1', '译法/比喻 1 1']

test('the codebook by keyboard: new, renamed, moved, merged, deleted by choice, all taken back', async ({
  page,
  app,
}) => {
  await someTags(page, app)
  expect(await paths(app)).toEqual(BEFORE)
  await line(page, '安全').focus()
  await expect(line(page, '安全')).toBeFocused()

  // A new one, two levels at once, below the line that has the keys.
  await page.keyboard.press('Shift+N')
  const naming = page.getByRole('textbox', { name: 'Name of the new tag' })
  await expect(naming).toBeFocused()
  await page.keyboard.type('边境／口岸')
  await page.keyboard.press('Enter')
  await expect(line(page, '口岸')).toBeFocused()
  expect(await paths(app)).toContain('治理/安全/边境/口岸 0 0')

  // In place: F2, another name, Enter; Escape leaves it.
  await page.keyboard.press('F2')
  await page.keyboard.type('港口')
  await page.keyboard.press('Escape')
  await expect(line(page, '口岸')).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('港口')
  await page.keyboard.press('Enter')
  await expect(line(page, '港口')).toBeFocused()
  await expect(page.getByText('Renamed the tag “口岸” to “港口”')).toBeVisible()

  // Out one level, under the one before it, and elsewhere by its path.
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(line(page, '港口')).toHaveAttribute('aria-level', '3')
  await expect(line(page, '港口')).toBeFocused()
  await page.keyboard.press('m')
  const place = page.getByRole('dialog', { name: 'Move the tag' }).getByRole('combobox')
  await expect(place).toBeFocused()
  await page.keyboard.type('译法')
  await page.keyboard.press('Enter')
  await expect(line(page, '港口')).toHaveAttribute('aria-level', '2')
  await expect(line(page, '港口')).toBeFocused()
  expect(await paths(app)).toContain('译法/港口 0 0')

  // The whole of one into the other: what meets is one.
  await app.call('tags.create', { path: '译法/安全/用语' })
  await line(page, '译法').focus()
  await page.keyboard.press('Shift+M')
  const merging = page.getByRole('dialog', { name: 'Merge the tag “译法”' })
  await expect(merging.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('治理')
  await expect(merging.getByRole('region', { name: 'What the merge changes' })).toContainText(
    '译法/安全→治理/安全',
  )
  await page.keyboard.press('Enter')
  await expect
    .poll(() => paths(app))
    .toEqual([
      '治理 0 3',
      '治理/信息 2 2',
      '治理/安全 1 1',
      '治理/安全/用语 0 0',
      '治理/安全/边境 0 0',
      '治理/比喻 1 1',
      '治理/港口 0 0',
    ])
  await expect(line(page, '治理')).toBeFocused()

  // Delete, with what becomes of the highlights.
  await page.keyboard.press('ArrowDown')
  await expect(line(page, '信息')).toBeFocused()
  await page.keyboard.press('Delete')
  const removing = page.getByRole('dialog', { name: 'Delete the tag “治理/信息”?' })
  await expect(removing.getByRole('radio', { name: /Keep all 2 highlights/u })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(
    removing.getByRole('radio', { name: /Delete the 1 highlight that has no other tag/u }),
  ).toBeChecked()
  await removing.getByRole('button', { name: 'Delete tag' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await app.call('annotations.list', {})).length).toBe(2)
  await expect(line(page, '信息')).toHaveCount(0)
  await expect(line(page, '安全')).toBeFocused()

  // All the way back, but for the tag that was made beside the page.
  for (let step = 0; step < 7; step += 1) {
    const seq = (await app.call('history.list', {})).filter(({ state }) => state === 'done').length
    await page.keyboard.press('Control+z')
    await expect
      .poll(async () => (await app.call('history.list', {})).filter(({ state }) => state === 'done').length)
      .toBe(seq - 1)
  }
  expect(await paths(app)).toEqual(BEFORE)
  expect((await app.call('annotations.list', {})).length).toBe(3)
})

test('a name that is there already offers the merge; a drag moves; the details save as they are typed', async ({
  page,
  app,
}) => {
  await someTags(page, app)
  await app.call('tags.create', { path: '译法/安全' })
  const twins = page.getByRole('treegrid').getByRole('row', { name: /^安全 / })
  await expect(twins).toHaveCount(2)
  await twins.nth(1).dragTo(line(page, '治理'))
  const merging = page.getByRole('dialog', { name: 'Merge the tag “译法/安全”' })
  await expect(merging).toContainText('There is a tag “治理/安全” already')
  await merging.getByRole('button', { name: 'Merge' }).press('Enter')
  await expect(twins).toHaveCount(1)
  await line(page, '比喻').dragTo(line(page, '信息'))
  await expect.poll(() => paths(app)).toContain('治理/信息/比喻 1 1')

  const detail = page.getByRole('region', { name: 'Tag “治理/信息/比喻”' })
  await detail.getByRole('radio', { name: 'purple' }).click()
  await detail.getByRole('textbox', { name: 'Description' }).fill('把一物说成另一物')
  await detail.getByRole('textbox', { name: 'Examples' }).fill('镜子与桥')
  await page.keyboard.press('Escape')
  await expect(line(page, '比喻')).toBeFocused()
  await expect
    .poll(async () => (await app.call('tags.list', {})).find(({ name }) => name === '比喻'))
    .toMatchObject({
      color: 5,
      description: '把一物说成另一物',
      examples: '镜子与桥',
    })
  await expect(page.getByText('Changed the examples of')).toBeVisible()
  await detail.getByRole('button', { name: '1 highlight' }).click()
  const { id } = (await app.call('tags.list', {})).find(({ name }) => name === '比喻') ?? { id: '' }
  await expect(page).toHaveURL(new RegExp(`#/annotations/highlights/tag%3D${id}$`, 'u'))
})

test('a codebook goes out as a file and into another library, after a look at what it changes', async ({
  page,
  app,
  otherApp,
}) => {
  await someTags(page, app)
  await page.getByRole('button', { name: 'Export' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /REFI-QDA/u }).click(),
  ])
  const content = await readFile(await file.path())
  expect([file.suggestedFilename(), content.toString()]).toEqual([
    'codebook.qdc',
    expect.stringContaining('name="治理"'),
  ])

  const other = otherApp.page
  await goTo(other, '#/annotations/codebook')
  const bring = async (name: string, buffer: Buffer): Promise<void> => {
    const [chooser] = await Promise.all([
      other.waitForEvent('filechooser'),
      other.getByRole('button', { name: 'Import…' }).click(),
    ])
    await chooser.setFiles([{ name, mimeType: 'application/xml', buffer }])
  }
  await bring('bad.qdc', Buffer.from('<svg/>'))
  await expect(other.getByText('It is XML, but no codebook of REFI-QDA.').first()).toBeVisible()
  await other.keyboard.press('Escape')
  await bring('codebook.qdc', content)
  await other
    .getByRole('dialog', { name: 'Import “codebook.qdc”' })
    .getByRole('button', { name: 'Import 5 tags' })
    .press('Enter')
  await expect.poll(async () => (await otherApp.call('tags.list', {})).length).toBe(5)
  await expect(other.getByRole('treegrid').getByRole('row')).toHaveCount(6)
  await other.getByRole('button', { name: 'Undo' }).click()
  await expect(other.getByRole('heading', { name: 'No tags yet' })).toBeVisible()
})

test('through an input method a name is taken once, and no key of it acts', async ({ page, app }) => {
  await someTags(page, app)
  const session = await page.context().newCDPSession(page)
  const compose = (text: string): Promise<unknown> =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const commit = (text: string): Promise<unknown> => session.send('Input.insertText', { text })
  const before = await app.call('history.list', {})

  // A new tag in the tree.
  await line(page, '治理').focus()
  await page.keyboard.press('n')
  const naming = page.getByRole('textbox', { name: 'Name of the new tag' })
  await expect(naming).toBeFocused()
  await compose('guo')
  for (const key of ['Enter', 'Escape', 'Backspace', 'Delete', 'F2']) await pressComposing(page, key)
  await expect(naming).toHaveValue('guo')
  await compose('guojia')
  await commit('国家')
  await expect(naming).toHaveValue('国家')
  await commit('／')
  await compose('an')
  await pressComposing(page, 'Enter')
  await commit('安全')
  expect(await app.call('history.list', {})).toEqual(before)
  await page.keyboard.press('Enter')
  await expect.poll(() => paths(app)).toContain('国家/安全 0 0')

  // The search: nothing leaves it.
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Find a tag' })
  await expect(search).toBeFocused()
  await compose('bi')
  for (const key of ['Enter', 'Escape', 'ArrowDown']) await pressComposing(page, key)
  await expect(search).toBeFocused()
  await commit('比喻')
  await expect(page.getByRole('treegrid').getByRole('row')).toHaveCount(3)
  await page.keyboard.press('Escape')

  // The tag box: composition, Enter, Escape, Backspace; a full-width slash; the description of what is marked.
  const [tag] = (await app.call('tags.list', {})).filter(({ path }) => path === '治理/安全')
  if (tag === undefined) throw new Error('a tag expected')
  await app.call('tags.update', { tagId: tag.id, description: '人与信息的安全' })
  const pair = (await app.call('pairs.list', {})).find(({ left }) => left.title === '桥与镜子')
  await goTo(page, `#/pair/${pair?.id ?? ''}`)
  await expect.poll(() => painted(page, 'hl-1')).toHaveLength(3)
  await page
    .getByRole('article')
    .getByRole('button', { name: /highlight: 媒体是镜子/u })
    .click()
  await page.keyboard.press('t')
  const box = page.getByRole('combobox', { name: 'Tags' })
  await expect(box).toBeFocused()
  const applied = page.getByRole('list', { name: 'Tags on this highlight' })
  await compose('zhi')
  for (const key of ['Enter', 'Escape', 'Backspace', '1', 'ArrowDown']) await pressComposing(page, key)
  await expect(box).toHaveValue('zhi')
  await expect(applied.getByRole('listitem')).toHaveCount(1)
  await compose('zhili')
  await commit('治理')
  await expect(box).toHaveValue('治理')
  const choices = page.getByRole('listbox', { name: 'Tags to choose from' })
  await expect(choices.getByRole('option', { name: '治理/安全' })).toHaveAttribute('title', '人与信息的安全')
  await commit('／安全')
  await expect(page.getByRole('paragraph').filter({ hasText: '人与信息的安全' })).toBeVisible()
  await commit('／边境')
  const steps = (await app.call('history.list', {})).length
  await page.keyboard.press('Enter')
  await expect(applied).toContainText('治理/安全/边境')
  await expect(box).toHaveValue('')
  expect((await app.call('history.list', {})).length).toBe(steps + 1)
})

test('no violations on the screen and in its dialogs, light and dark', async ({ page, app }) => {
  // Axe takes its time, fourteen times.
  test.slow()
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await goTo(page, '#/annotations/codebook')
  await expect(page.getByRole('heading', { name: 'No tags yet' })).toBeVisible()
  await noViolations(page, 'empty')
  await someTags(page, app)
  await line(page, '信息').focus()
  await noViolations(page, 'codebook')
  await page.keyboard.press('F2')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'A tag needs a name' })).toBeVisible()
  await noViolations(page, 'a name that is wrong')
  await page.keyboard.press('Escape')
  for (const [key, name] of [
    ['m', 'Move the tag'],
    ['Shift+M', 'Merge the tag'],
    ['Delete', 'Delete the tag'],
  ] as const) {
    await expect(line(page, '信息')).toBeFocused()
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    if (key !== 'Delete') await page.keyboard.type('治理')
    else await expect(page.getByRole('radio', { name: /Keep all/u })).toBeVisible()
    await noViolations(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import…' }).click(),
  ])
  const rows = Array.from({ length: 40 }, (_, at) => `路径${at},,说明\n`).join('')
  await chooser.setFiles([
    { name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from(`path,color,description\n${rows}`) },
  ])
  await expect(page.getByRole('dialog', { name: 'Import “codes.csv”' })).toBeVisible()
  await noViolations(page, 'import')
})

/** Presses a key as it reaches a page while an input method composes. */
async function pressComposing(page: Page, key: string): Promise<void> {
  const code = key.length > 1 ? key : `Digit${key}`
  await page.evaluate(
    (event) => {
      for (const type of ['keydown', 'keyup'])
        document.activeElement?.dispatchEvent(new KeyboardEvent(type, event))
    },
    { key, code, bubbles: true, cancelable: true, isComposing: true },
  )
}

/** All rules in the light, and in the dark those that depend on colors. */
async function noViolations(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    const found = await new AxeBuilder({ page })
      .options({
        resultTypes: ['violations'],
        ...(colorScheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
      })
      .setLegacyMode(true)
      .analyze()
    const told = found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html} (${any[0]?.message ?? ''})`),
    )
    expect.soft(told, `${state}, ${colorScheme}`).toEqual([])
  }
}
