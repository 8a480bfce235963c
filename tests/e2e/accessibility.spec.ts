import { expect, test } from './fixtures/app.ts'
import { painted } from './fixtures/hand.ts'
import { goTo, openSamplePair } from './fixtures/library.ts'
import { noViolations } from './fixtures/violations.ts'

// Axe sees no CSS highlights: the contrast of text under the eight fills is not in here.

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
})

test('the reader with highlight, card, tag box and note', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await noViolations(page, 'reader')
  await app.call('annotations.createByQuote', {
    articleId: pair.left.id,
    quote: '媒体是镜子，更是桥',
    color: 3,
    tagPaths: ['译法/比喻'],
    note: '**镜子**和桥',
  })
  await expect.poll(() => painted(page, 'hl-3')).toHaveLength(1)
  await page
    .getByRole('article')
    .getByRole('button', { name: /highlight: 媒体是镜子/u })
    .click()
  await expect(page.getByRole('toolbar', { name: 'Change the highlight' })).toBeVisible()
  await noViolations(page, 'reader with an active highlight')
  await page.keyboard.press('t')
  await expect(page.getByRole('combobox', { name: 'Tags' })).toBeFocused()
  await noViolations(page, 'tag box')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await noViolations(page, 'note')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('桥')
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/\/ 4$/u)
  await page.getByRole('button', { name: 'Layout' }).click()
  await noViolations(page, 'reader with find and layout')
})

test('library, import review, export', async ({ page, app }) => {
  await expect(page.getByRole('heading', { name: 'Start with a pair of texts' })).toBeVisible()
  await noViolations(page, 'first start')
  await app.call('samples.add', {})
  const list = page.getByRole('grid', { name: 'Articles' })
  await expect(list.getByRole('row')).toHaveCount(5)
  await list.getByRole('row').first().getByRole('checkbox').click()
  await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toBeVisible()
  await noViolations(page, 'library')
  await list.getByRole('row').filter({ hasText: '青岛港札记' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Edit details…' }).click()
  await expect(page.getByRole('dialog', { name: 'Details' })).toBeVisible()
  await noViolations(page, 'details')
  await page.keyboard.press('Escape')

  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')])
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await chooser.setFiles([
    file('渡口.txt', '天还没亮，渡口已经有人了。火光照着水面，船上有学生，有菜农。'),
    file('empty.txt', ''),
  ])
  await expect(page.getByRole('grid', { name: 'Files read' }).getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'What was read' })).toContainText('火光照着水面')
  await noViolations(page, 'import review')
  await page.getByRole('button', { name: 'Discard all' }).click()
  await goTo(page, '#/export')
  await expect(page.getByRole('button', { name: 'Download' })).toBeEnabled()
  await noViolations(page, 'export')
})

test('settings, keys, history, palette', async ({ page, app }) => {
  await openSamplePair(page, app)
  const overlays = [
    ['Control+,', 'Settings'],
    ['?', 'Keys'],
    ['Control+Shift+h', 'History'],
    ['Control+k', 'Command palette'],
  ] as const
  for (const [key, name] of overlays) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await noViolations(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  // A key that is waited for, and one that is something else already.
  await page.keyboard.press('?')
  const changeNote = page.getByRole('button', { name: /^Change the key: Write a note/u })
  await changeNote.press('Enter')
  await expect(page.getByRole('button', { name: /^Press the new key/u })).toBeFocused()
  await noViolations(page, 'a key that is waited for')
  await page.keyboard.press('t')
  await expect(page.getByRole('alert')).toBeVisible()
  await noViolations(page, 'a key in conflict')
})

test('highlights and figures', async ({ page, app }) => {
  test.slow()
  await goTo(page, '#/annotations/highlights')
  await expect(page.getByRole('heading', { name: 'No highlights yet' })).toBeVisible()
  await noViolations(page, 'no highlights')
  const pair = await openSamplePair(page, app)
  await app.call('annotations.createMany', {
    articleId: pair.left.id,
    items: [
      { quote: '媒体是镜子，更是桥', color: 3, tagPaths: ['译法/比喻'], note: '**镜子**和桥' },
      { quote: '虚假信息传得快', color: 1, tagPaths: ['治理'] },
    ],
  })
  await goTo(page, '#/annotations/highlights/color%3D3%26group%3Dtag')
  await expect(page.getByRole('grid', { name: 'Highlights' })).toContainText('媒体是镜子')
  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar', { name: 'Selected highlights' })).toBeVisible()
  await noViolations(page, 'highlights, filtered, grouped, selected')
  await page.keyboard.press('t')
  await expect(page.getByRole('combobox', { name: 'Tag 1 highlight' })).toBeFocused()
  await noViolations(page, 'tagging many')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Color/u }).click()
  await expect(page.getByRole('checkbox', { name: 'Green' })).toBeVisible()
  await noViolations(page, 'a filter')
  await goTo(page, '#/annotations/figures')
  await expect(page.getByRole('region', { name: 'Tags by speaker' })).toBeVisible()
  await page.getByRole('button', { name: 'Show table' }).first().click()
  await noViolations(page, 'figures')
})
