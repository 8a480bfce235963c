import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures/app.ts'
import { importText, openSamplePair } from './fixtures/library.ts'

test('an article that was removed waits under Removed and can be restored', async ({ page, app }) => {
  await app.call('samples.add', {})
  const list = page.getByRole('grid', { name: 'Articles' })
  const row = list.getByRole('row').filter({ hasText: '青岛港札记' })
  // Articles and pairs are two answers; rows stand still when both have come.
  await expect(list.getByRole('row')).toHaveCount(5)
  await menuOf(row, 'Remove')
  await expect(row).toHaveCount(0)
  await expect(page.getByText('Removed “青岛港札记”')).toBeVisible()
  expect((await app.call('articles.list', {})).map(({ title }) => title)).not.toContain('青岛港札记')

  const side = page.getByRole('navigation', { name: 'Library' })
  await side.getByRole('button', { name: /^Removed/u }).click()
  await expect(list.getByRole('row')).toHaveCount(1)
  await expect(row).toContainText('Removed')
  await menuOf(row, 'Restore')
  await expect(page.getByText('Nothing removed')).toBeVisible()
  await side.getByRole('button', { name: /^All/u }).click()
  await expect(row).toHaveCount(1)
  expect(await app.call('articles.list', { removed: true })).toEqual([])

  // A pair is taken apart: both articles stay.
  const pair = list.getByRole('row').filter({ hasText: '桥与镜子' })
  await expect(pair).toContainText('A Bridge and a Mirror')
  await menuOf(pair, 'Take this pair apart')
  await expect(pair).not.toContainText('A Bridge and a Mirror')
  await expect(list.getByRole('row').filter({ hasText: 'A Bridge and a Mirror' })).toHaveCount(1)
})

test('details are corrected, and what is wrong is not saved', async ({ page, app }) => {
  await importText(app, 'a.txt', ' date 2025-03-08 渡口的早晨\n\n天还没亮，渡口已经有人了。火光照着水面。\n')
  const list = page.getByRole('grid', { name: 'Articles' })
  await menuOf(list.getByRole('row').filter({ hasText: '渡口的早晨' }), 'Edit details…')
  const dialog = page.getByRole('dialog', { name: 'Details' })
  const save = dialog.getByRole('button', { name: 'Save' })
  await dialog.getByRole('textbox', { name: 'Date' }).fill('2025-13-40')
  await expect(dialog.getByText('Write the date as 2025, 2025-05 or 2025-05-23')).toBeVisible()
  await expect(save).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Date' }).fill('2024-12')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('')
  await expect(save).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Title' }).fill('渡口的𠮷日😀')
  await dialog.getByRole('textbox', { name: 'Author' }).fill('顾闻笛')
  await dialog.getByRole('textbox', { name: 'Source' }).fill('临江日报')
  await save.click()
  await expect(dialog).toBeHidden()
  await expect(list.getByRole('row')).toContainText('渡口的𠮷日😀2024-12 · 临江日报')
  const [article] = await app.call('articles.list', {})
  expect(article).toMatchObject({
    title: '渡口的𠮷日😀',
    date: '2024-12',
    author: '顾闻笛',
    source: '临江日报',
  })
  await page.keyboard.press('Control+z')
  await expect(list.getByRole('row')).toContainText('渡口的早晨')
})

test('filters and sorts', async ({ page, app }) => {
  await app.call('samples.add', {})
  const titles = page.getByRole('grid', { name: 'Articles' }).locator('[data-face="text"]')
  const lone = ['青岛港札记', 'Harbour Notes']
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: /^All/u }).click()
  await expect(titles).toHaveCount(8)
  const box = page.getByRole('searchbox', { name: 'Filter by title' })
  await box.fill('HARBOUR')
  await expect(titles).toHaveText(['Harbour Notes'])
  await box.fill('qingdao 副刊')
  await expect(page.getByText('Nothing matches the filter')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(titles).toHaveCount(8)
  await choose(page, 'Language', 'Chinese (simplified)')
  await expect(titles).toHaveCount(7)
  await expect(titles.filter({ hasText: 'Harbour Notes' })).toHaveCount(0)
  await choose(page, 'Language', 'Any language')

  // By the date of a row's first article, newest first; ties by title.
  await choose(page, 'Sort', 'By date')
  await expect(titles.first()).toHaveText('郑州的三天')
  await expect
    .poll(async () => (await titles.allTextContents()).slice(-2).toSorted())
    .toEqual(lone.toSorted())
  await choose(page, 'Sort', 'By language')
  await expect(titles.first()).toHaveText('Harbour Notes')
})

test('another interface language leaves no word of the first behind', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await app.call('annotations.createByQuote', {
    articleId: pair.left.id,
    quote: '媒体是镜子',
    tagPaths: ['比喻'],
    note: '好',
  })
  await page
    .getByRole('article')
    .getByRole('button', { name: /highlight: 媒体是镜子/u })
    .click()
  await page.keyboard.press('Control+,')
  await page
    .getByRole('radiogroup', { name: 'Interface language' })
    .getByRole('radio', { name: '简体中文' })
    .click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible()
  await expect(page).toHaveTitle(/^[^a-z]*$/iu)
  const titles = [app.library, ...(await app.call('articles.list', {})).map(({ title }) => title)]
  const noEnglish = (): Promise<void> => expect.poll(() => latinWords(page, titles)).toEqual([])
  await noEnglish()
  await page.keyboard.press('Escape')
  await noEnglish()
  for (const [key, name] of [
    ['?', '快捷键'],
    ['Control+Shift+h', '历史'],
    ['Control+k', '命令面板'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await noEnglish()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.keyboard.press('Control+Shift+l')
  await expect(page.getByRole('grid', { name: '篇目' })).toBeVisible()
  await noEnglish()
  await page.getByRole('button', { name: '更多导入方式' }).click()
  await noEnglish()
  await page.getByRole('menuitem', { name: '导出整个文库…' }).click()
  await expect(page.getByRole('button', { name: '下载' })).toBeVisible()
  await noEnglish()

  // It is kept, and the way back is as short.
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await page.keyboard.press('Control+,')
  await page.getByRole('radio', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
})

async function menuOf(row: Locator, item: string): Promise<void> {
  await row.click({ button: 'right' })
  await row.page().getByRole('menuitem', { name: item }).click()
}

async function choose(page: Page, name: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Words in Latin letters that are shown or read out, but for names, keys and the texts themselves. */
function latinWords(page: Page, titles: readonly string[]): Promise<string[]> {
  return page.evaluate((content) => {
    const NAMES =
      /Duizhao|Aa|\S.*\.md|Markdown|Obsidian|English|Esc|Alt|Shift|Ctrl|Delete|Enter|Cmd|[kKM]B|\bpx\b|\b[A-Z]\b/gu
    // Content, key caps, what is written by the reader, what was announced before the change, and what nobody is told.
    const CONTENT =
      '[lang]:not(html), [data-face], kbd, input, pre, code, time, script, [role="status"][data-unseen], [role="presentation"], [aria-label^="README.md"]'
    const words = new Set<string>()
    const look = (text: string | null): void => {
      if (text === null) return
      const rest = content.reduce((left, title) => left.replaceAll(title, ''), text).replaceAll(NAMES, '')
      if (/[a-z]/iu.test(rest)) words.add(text.trim())
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest(CONTENT) === null) look(node.nodeValue)
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (element.matches('[lang]:not(html), [lang]:not(html) *, [data-face]')) continue
      for (const name of [
        'aria-label',
        'title',
        'placeholder',
        'aria-valuetext',
        'alt',
        'aria-placeholder',
      ]) {
        look(element.getAttribute(name))
      }
    }
    return [...words]
  }, titles)
}
