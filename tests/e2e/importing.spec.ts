import type { Page } from '@playwright/test'
import iconv from 'iconv-lite'
import { expect, test } from './fixtures/app.ts'

const CHINESE = ` date 2025-03-08 渡口的早晨

本报记者 顾闻笛

天还没亮，渡口已经有人了。卖豆浆的老人把炉子生好，火光照着水面。

第一班船六点十分开。船上有学生，有菜农，也有赶去城里上班的人。

船到对岸，太阳刚好出来。大家都不说话，看着江面由灰变红。
`
const ENGLISH = `# Morning at the Ferry

It is not yet light, and there are people at the ferry already. The old man who sells soya milk has lit his stove, and the fire shines on the water.

The first boat leaves at ten past six. On it are pupils, market gardeners, and people on their way to work in town.

When the boat reaches the other side the sun is just coming up. Nobody speaks; all watch the river turn from grey to red.
`
const FILES = [
  { name: '渡口.txt', mimeType: 'text/plain', buffer: iconv.encode(CHINESE, 'gb18030') },
  { name: 'ferry.md', mimeType: 'text/markdown', buffer: Buffer.from(ENGLISH) },
  { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  { name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1') },
]

test('four files chosen, two saved, paired, aligned, read, and all taken back', async ({ page, app }) => {
  await chooseFiles(page, FILES)
  const files = page.getByRole('grid', { name: 'Files read' })
  await expect(files.getByRole('row')).toHaveCount(4)
  await expect(page.getByText('2 readable, 2 not')).toBeVisible()

  // Why two could not be read, and what to do.
  const failures = [
    ['nothing.txt', 'The file is empty'],
    ['report.pdf', 'This kind of file can’t be read'],
  ] as const
  for (const [name, reason] of failures) {
    const row = files.getByRole('row').filter({ hasText: name })
    await expect(row).toContainText('Could not be read')
    await expect(row.getByRole('checkbox')).toBeDisabled()
    await row.click()
    await expect(page.getByRole('main').getByText(reason)).toBeVisible()
  }

  // What was found in the two others; a title is corrected.
  const detail = page.getByRole('region', { name: 'What was read' })
  await files.getByRole('row').filter({ hasText: 'Morning at the Ferry' }).click()
  await expect(detail.getByRole('textbox', { name: 'Title' })).toHaveValue('Morning at the Ferry')
  await files.getByRole('row').filter({ hasText: '渡口的早晨' }).click()
  await expect(detail).toContainText(/gb18030/iu)
  await expect(detail.getByRole('textbox', { name: 'Title' })).toHaveValue('渡口的早晨')
  await expect(detail.getByRole('textbox', { name: 'Date' })).toHaveValue('2025-03-08')
  await expect(detail).toContainText('卖豆浆的老人把炉子生好')
  await detail.getByRole('textbox', { name: 'Title' }).fill('渡口清晨')
  expect(await app.call('articles.list', {})).toEqual([])
  await page.getByRole('button', { name: 'Save 2 articles' }).click()

  // The library has both. Paired, they are aligned as a job.
  const list = page.getByRole('grid', { name: 'Articles' })
  await expect(list.getByRole('row')).toHaveCount(2)
  for (const title of ['渡口清晨', 'Morning at the Ferry']) {
    await list.getByRole('row').filter({ hasText: title }).getByRole('checkbox').click()
  }
  await page
    .getByRole('toolbar', { name: 'Selected articles' })
    .getByRole('button', { name: 'Pair up…' })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Pair up' })
  const left = dialog.getByRole('region', { name: 'Left' })
  if (!(await left.innerText()).includes('渡口清晨'))
    await dialog.getByRole('button', { name: 'Swap sides' }).click()
  await expect(left).toContainText('渡口清晨')
  await expect(dialog.getByRole('region', { name: 'Right' })).toContainText('Morning at the Ferry')
  await dialog.getByRole('button', { name: 'Pair up' }).click()
  const row = list.getByRole('row')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText(/\d+ aligned units/u)
  const jobs = await app.call('jobs.list', {})
  expect(jobs.filter(({ kind }) => kind === 'align').map(({ state }) => state)).toEqual(['done'])

  // Reading them: what belongs together stands in one row.
  await row.getByText('渡口清晨').click()
  const together = page.locator('[data-row]').filter({ hasText: '第一班船六点十分开' })
  await expect(together).toContainText('The first boat leaves at ten past six.')

  // Each step back: the alignment, the pair, the import.
  await page.getByRole('button', { name: 'Library' }).click()
  await expect(row).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(row).toContainText('Not aligned yet')
  await page.keyboard.press('Control+z')
  await expect(row).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(list).toBeHidden()
  expect(await app.call('articles.list', {})).toEqual([])
  expect((await app.call('articles.list', { removed: true })).length).toBe(2)
})

test('a file dropped on the window is imported', async ({ page, app }) => {
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'ferry.md', { type: 'text/markdown' }))
    return data
  }, ENGLISH)
  await expect(page.getByRole('button', { name: 'Import…', exact: true })).toBeVisible()
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
  await expect(page.getByText('Drop to import these files')).toBeVisible()
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.getByText('Drop to import these files')).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Morning at the Ferry')
  await page.getByRole('button', { name: 'Save 1 article' }).click()
  await expect(page.getByRole('grid', { name: 'Articles' }).getByRole('row')).toContainText(
    'Morning at the Ferry',
  )
  // The toast takes it back.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => app.call('articles.list', {})).toEqual([])
})

test('a discarded import leaves nothing', async ({ page, app }) => {
  await chooseFiles(page, FILES.slice(0, 2))
  await expect(page.getByRole('button', { name: 'Save 2 articles' })).toBeEnabled()
  const [job] = await app.call('jobs.list', {})
  await page.getByRole('button', { name: 'Discard all' }).click()
  await expect(page.getByRole('heading', { name: 'Start with a pair of texts' })).toBeVisible()
  const info = await app.call('library.info', {})
  expect([info.articleCount, info.removedCount]).toEqual([0, 0])
  expect(await app.call('history.list', {})).toEqual([])
  if (job === undefined) throw new Error('the import was a job')
  expect(await app.call('imports.drafts', { jobId: job.id })).toEqual([])
  // The way back does not lead to what is gone.
  await page.goBack()
  await expect(page.getByText('This import is over')).toBeVisible()
})

async function chooseFiles(page: Page, files: typeof FILES): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import…', exact: true }).click(),
  ])
  expect(chooser.isMultiple()).toBe(true)
  await chooser.setFiles(files)
}
