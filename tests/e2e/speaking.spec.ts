import { expect, test } from './fixtures/app.ts'
import { importForum, speakerNames } from './fixtures/forum.ts'
import { typeWithInputMethod } from './fixtures/hand.ts'
import { goTo } from './fixtures/library.ts'
import { noViolations } from './fixtures/violations.ts'

test('speeches are confirmed one by one, in both languages, and taken back', async ({ page, app }) => {
  const { pairId, zh } = await importForum(app)
  await app.call('speakers.remove', { speakerIds: (await app.call('speakers.list', {})).map(({ id }) => id) })
  await goTo(page, `#/pair/${pairId}`)
  const offer = page.getByRole('region', { name: 'Speeches recognised' })
  await expect(offer).toContainText('4 speeches recognised')
  await expect(offer.getByRole('status')).toContainText('顾闻笛 (临江市文化馆馆长)')
  await noViolations(page, 'offer of speeches')

  await page.keyboard.press('Shift+B')
  const confirm = offer.getByRole('button', { name: 'Confirm', exact: true })
  await expect(confirm).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(offer).toContainText('3 speeches recognised')
  await expect.poll(() => speakerNames(app)).toEqual(['顾闻笛'])
  // Shown where the speech begins, with the whole name for those who cannot see it.
  await expect(page.getByRole('button', { name: 'Speaker: 顾闻笛 · 临江市文化馆馆长' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(offer).toContainText('4 speeches recognised')
  await expect(page.getByRole('button', { name: /^Speaker: / })).toHaveCount(0)

  // The others on the Chinese side; then the English names are known to be theirs.
  await expect(confirm).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(offer).toContainText('3 speeches recognised')
  await page.keyboard.press('Enter')
  await expect(offer).toContainText('2 speeches recognised')
  await expect(offer.getByRole('status')).toContainText('that is 顾闻笛')
  await expect(offer.getByRole('status')).toContainText('same in pinyin')
  await offer.getByRole('button', { name: 'Confirm all' }).focus()
  await page.keyboard.press('Enter')
  await expect(offer).toHaveCount(0)
  await expect.poll(() => speakerNames(app)).toEqual(['Gu Wendi = 顾闻笛', 'Samir Nur = 萨米尔·努尔'])
  expect((await app.call('speakers.suggest', { articleId: zh })).length).toBe(0)
  // One mark for both sides.
  await expect(page.getByRole('button', { name: /^Speaker: / })).toHaveCount(2)
})

test('a paragraph is given to somebody by key, and the cards are filtered by who speaks', async ({
  page,
  app,
}) => {
  const { pairId, zh, en } = await importForum(app)
  await app.call('annotations.createByQuote', { articleId: zh, quote: '一座城的客厅', color: 3 })
  await app.call('annotations.createByQuote', { articleId: en, quote: 'the boatmen sing', color: 2 })
  await goTo(page, `#/pair/${pairId}`)
  // Known twice, once in each language: the same person, says the alignment.
  const offer = page.getByRole('region', { name: 'Speeches recognised' })
  await expect(offer.getByRole('status')).toContainText('Are “顾闻笛” and “Gu Wendi” the same person?')
  await page.keyboard.press('Shift+B')
  await page.keyboard.press('Enter')
  await expect.poll(() => speakerNames(app)).toContain('Gu Wendi = 顾闻笛')
  await expect(offer.getByRole('status')).toContainText('“萨米尔·努尔”')
  await page.keyboard.press('Enter')
  await expect(offer).toHaveCount(0)

  const cards = page.getByRole('list', { name: 'Highlights' }).getByRole('article')
  const chip = page
    .getByRole('group', { name: 'Filter highlights' })
    .getByRole('button', { name: 'Samir Nur 1' })
  await expect(chip).toBeVisible()
  await chip.focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('article')).toContainText('the boatmen sing')
  expect(await cards.count()).toBeLessThanOrEqual(1)
  await page.keyboard.press('Space')

  // Another speaker for a paragraph: the key, a part of a name, Enter.
  await page.getByRole('document', { name: '桥边的论坛' }).focus()
  const row = page.locator('[data-row][aria-current="true"]').filter({ hasText: '今天我们修桥' })
  for (let presses = 0; presses < 20 && (await row.count()) === 0; presses += 1)
    await page.keyboard.press('j')
  await expect(row).toHaveCount(1)
  await page.keyboard.press('b')
  const dialog = page.getByRole('dialog', { name: 'Who speaks?' })
  const box = dialog.getByRole('combobox', { name: 'Speaker' })
  await expect(box).toBeFocused()
  await expect(dialog).toContainText('“今天我们修桥')
  await noViolations(page, 'who speaks')
  // An input method's Enter picks nobody.
  await typeWithInputMethod(page, ['s', 'sa', '萨'], '萨米')
  await expect(dialog.getByRole('option')).toHaveText([/萨米尔·努尔/u, /Create “萨米”/u])
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  const spoken = async () => {
    const blocks = await app.call('articles.blocks', { articleId: zh })
    return new Set(blocks.flatMap(({ speakerId }) => speakerId ?? [])).size
  }
  const runs = async () => (await app.call('speakers.runs', { articleIds: [zh] })).length
  await expect.poll(runs).toBe(3)
  expect(await spoken()).toBe(2)
  await page.keyboard.press('Control+z')
  await expect.poll(runs).toBe(2)
})

test('the room of speakers: renamed in two languages and merged by keys', async ({ page, app }) => {
  await goTo(page, '#/annotations/speakers')
  await expect(page.getByRole('heading', { name: 'No speakers yet' })).toBeVisible()
  await noViolations(page, 'no speakers')
  const { zh } = await importForum(app)
  await app.call('annotations.createByQuote', { articleId: zh, quote: '一座城的客厅', color: 3 })
  const grid = page.getByRole('grid', { name: 'Speakers' })
  await expect(grid.getByRole('row')).toHaveCount(5)
  await grid.focus()
  await noViolations(page, 'speakers')

  const current = grid.getByRole('row', { selected: true })
  await page.keyboard.press('Home')
  await expect(current).toContainText('Gu Wendi')
  await page.keyboard.press('Enter')
  const edit = page.getByRole('dialog', { name: 'Edit speaker' })
  await expect(edit.getByRole('textbox', { name: 'Name in Chinese (simplified)' })).toBeFocused()
  await noViolations(page, 'edit speaker')
  await typeWithInputMethod(page, ['g', 'gu'], '顾文笛')
  await expect(edit).toBeVisible()
  await edit.getByRole('textbox', { name: 'Name in English' }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Gu Wen-di')
  await page.keyboard.press('Enter')
  await expect(edit).toHaveCount(0)
  await expect.poll(() => speakerNames(app)).toContain('Gu Wen-di = 顾文笛')
  await expect(current).toContainText('Gu Wen-di')

  await expect(grid).toBeFocused()
  await page.keyboard.press('m')
  const merge = page.getByRole('dialog', { name: 'Merge “Gu Wen-di” into…' })
  await expect(merge.getByRole('combobox', { name: 'Merge into whom' })).toBeFocused()
  await page.keyboard.type('顾闻')
  await page.keyboard.press('Enter')
  await expect(merge.getByRole('region', { name: 'Afterwards' })).toContainText(
    '4 paragraphs · 2 articles · 1 highlight',
  )
  await expect(merge.getByRole('region', { name: 'Afterwards' })).toContainText('顾文笛')
  await noViolations(page, 'merge speakers')
  await expect(merge.getByRole('button', { name: 'Merge', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => speakerNames(app)).toEqual(['Gu Wen-di = 顾闻笛', 'Samir Nur', '萨米尔·努尔'])
})

test('the room of speakers: removed, brought back, made, filtered and exported by keys', async ({
  page,
  app,
}) => {
  const { zh } = await importForum(app)
  await app.call('annotations.createByQuote', { articleId: zh, quote: '一座城的客厅', color: 3 })
  await goTo(page, '#/annotations/speakers')
  const grid = page.getByRole('grid', { name: 'Speakers' })
  await expect(grid.getByRole('row')).toHaveCount(5)
  await grid.focus()
  const current = grid.getByRole('row', { selected: true })
  await expect(grid).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(grid.getByRole('row')).toHaveCount(4)
  await page.keyboard.press('Control+z')
  await expect
    .poll(() => speakerNames(app))
    .toEqual(['Gu Wendi', 'Samir Nur', '萨米尔·努尔', '顾闻笛'].toSorted())

  await page.keyboard.press('n')
  const made = page.getByRole('dialog', { name: 'New speaker' })
  await expect(made.getByRole('textbox', { name: 'Name in Chinese (simplified)' })).toBeFocused()
  await page.keyboard.type('林小满')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('row')).toHaveCount(6)
  await expect(current).toContainText('林小满')

  await page.keyboard.press('/')
  await page.keyboard.type('顾闻')
  await expect(grid.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(grid).toBeFocused()
  await page.keyboard.press('x')
  await expect(page.getByRole('main', { name: 'Export' })).toContainText('一座城的客厅')
  await page.goBack()
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('h')
  await expect(page).toHaveURL(/#\/annotations\/highlights\/speaker%3D/u)
})
