import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test, type App } from './fixtures/app.ts'
import { typeWithInputMethod } from './fixtures/hand.ts'
import { goTo, openSamplePair } from './fixtures/library.ts'

/** Six highlights in the sample pair: four Chinese, two English. */
async function annotated(page: Page, app: App): Promise<void> {
  const { left, right } = await openSamplePair(page, app)
  await app.call('annotations.createMany', {
    articleId: left.id,
    items: [
      { quote: '媒体是镜子，更是桥', color: 3, tagPaths: ['译法/比喻'] },
      { quote: '虚假信息传得快，更正走得慢', color: 1, tagPaths: ['治理/信息'], note: '难处' },
      { quote: '各国编辑部', color: 1, tagPaths: ['治理'] },
      { quote: '共同的难处', color: 1 },
    ],
  })
  await app.call('annotations.createMany', {
    articleId: right.id,
    items: [
      { quote: 'False reports travel fast', color: 2, tagPaths: ['治理'] },
      { quote: 'corrections slowly', color: 2 },
    ],
  })
  await goTo(page, '#/annotations/highlights')
  await expect(rows(page)).toHaveCount(6)
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Highlights' })
const rows = (page: Page) => grid(page).getByRole('row')
const all = (app: App) => app.call('annotations.list', {})
const steps = async (app: App): Promise<string[]> =>
  (await app.call('history.list', { limit: 10 })).map(
    ({ label, state }) => `${state} ${label.kind} ${label.count}`,
  )

test('filter, select many, tag, recolor, delete and open by keyboard, each one undo', async ({
  page,
  app,
}) => {
  await annotated(page, app)
  await expect(page.getByText('6 highlights in all')).toBeVisible()
  // The quote stands beside what faces it, once the pair is aligned.
  await expect(rows(page).filter({ hasText: '媒体是镜子，更是桥' })).toContainText('bridge')

  // A Chinese word of one character through an input method; the letters before it ask nothing.
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Filter quotes and notes' })).toBeFocused()
  await typeWithInputMethod(page, ['n', 'na', 'nan'], '难')
  await expect(page.getByText('Found 2 highlights')).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => decodeURIComponent(decodeURIComponent(location.hash))))
    .toContain('q=难')
  await page.keyboard.press('Escape')
  await expect(page.getByText('6 highlights in all')).toBeVisible()

  // x selects, Shift+J selects on; all three get a tag that is new.
  await page.keyboard.press('k')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 selected')).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByRole('combobox', { name: 'Tag 3 highlights' })).toBeFocused()
  await page.keyboard.type('待议/甲')
  await page.keyboard.press('Enter')
  const tagged = async (path: string): Promise<number> =>
    (await app.call('tags.list', {})).find((tag) => tag.path === path)?.count ?? 0
  await expect.poll(() => tagged('待议/甲')).toBe(3)
  expect((await steps(app))[0]).toBe('done highlight.tag 3')
  await page.keyboard.press('Control+z')
  await expect.poll(() => tagged('待议/甲')).toBe(0)

  // All that match, recolored in one step; then deleted in one.
  await grid(page).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await expect(page.getByText('6 selected')).toBeVisible()
  await page.keyboard.press('5')
  await expect.poll(async () => (await all(app)).map(({ color }) => color)).toEqual([5, 5, 5, 5, 5, 5])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await all(app)).filter(({ color }) => color === 1).length).toBe(3)
  await page.keyboard.press('Delete')
  await expect(page.getByRole('heading', { name: 'No highlights yet' })).toBeVisible()
  expect(await all(app)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(rows(page)).toHaveCount(6)

  // Enter opens the passage.
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  const quote = 'corrections slowly'
  await expect(page.locator('[data-current]')).toContainText(quote)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-segment]').filter({ hasText: quote })).toBeInViewport()
})

test('chosen highlights go out as Markdown, those and no others', async ({ page, app }) => {
  await annotated(page, app)
  await goTo(page, '#/annotations/highlights/color%3D1')
  await expect(page.getByText('Found 3 highlights')).toBeVisible()
  await page.keyboard.press('a')
  await page.keyboard.press('e')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ])
  const content = await readFile(await file.path(), 'utf8')
  expect(file.suggestedFilename()).toMatch(/^标注 Highlights .*\.md$/u)
  expect(content.match(/^> \[!quote\]/gmu)).toHaveLength(3)
  expect(content).not.toContain('媒体是镜子')
})

test('a figure’s cell opens its list; a tag used in one language only is pointed out; SVG and CSV hold the numbers', async ({
  page,
  app,
}) => {
  await annotated(page, app)
  await goTo(page, '#/annotations/figures')
  const figure = page.getByRole('region', { name: 'Tags by language' })
  await expect(figure).toContainText('3 tags are used in one language only')
  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: /SVG/u }).click(),
  ])
  const picture = await readFile(await svg.path(), 'utf8')
  expect(picture).toContain('xmlns="http://www.w3.org/2000/svg"')
  expect(picture).not.toContain('var(')
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: /CSV/u }).click(),
  ])
  expect(await readFile(await csv.path(), 'utf8')).toContain('"治理","1","2","3"')

  await figure.getByRole('link', { name: '治理, Chinese (simplified): 2 highlights' }).press('Enter')
  await expect(page.getByText('Found 2 highlights')).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  // The color of those in English.
  await expect(grid(page)).not.toContainText('Red')
})
