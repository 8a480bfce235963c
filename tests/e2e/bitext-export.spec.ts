import { AxeBuilder } from '@axe-core/playwright'
import { unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import type { PairSummary } from '../../src/shared/contract/schemas/pair.ts'
import { expect, test, type App } from './fixtures/app.ts'
import { download, pickFormat } from './fixtures/exporting.ts'
import { goTo, openSamplePair } from './fixtures/library.ts'

async function openAlignedPair(page: Page, app: App): Promise<PairSummary> {
  const pair = await openSamplePair(page, app)
  if (pair.beadCount > 0) return pair
  const { jobId } = await app.call('alignment.start', { pairId: pair.id })
  await expect
    .poll(async () => (await app.call('jobs.list', {})).find(({ id }) => id === jobId)?.state)
    .toBe('done')
  return app.call('pairs.get', { pairId: pair.id })
}

async function noViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test('a pair goes out as TMX, Excel and a ladder, from the reader and by keyboard', async ({ page, app }) => {
  const pair = await openAlignedPair(page, app)
  const scope = { kind: 'pair', pairId: pair.id } as const
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Export what is open')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Format' })).toHaveText('Markdown')

  await pickFormat(page, 'TMX 1.4b')
  const shown = page.getByRole('region', { name: /\.tmx$/u })
  await expect(shown).toContainText('<tmx version="1.4">')
  await expect(page.getByRole('radio', { name: `All ${pair.beadCount}`, exact: true })).toBeChecked()
  await noViolations(page)
  const tmx = await app.call('exports.preview', { scope, options: { format: 'tmx' } })
  const downloaded = await download(page)
  expect(downloaded.name).toBe(tmx.path)
  expect(downloaded.bytes.toString('utf8')).toBe(tmx.content)
  await expect(page.getByRole('status').filter({ hasText: `Downloaded ${tmx.path}` })).toBeVisible()

  // The source is the side that is chosen, here and next time; the codes are those other programs know.
  await expect(shown).toContainText('srclang="zh-Hans"')
  const source = page.getByRole('combobox', { name: /^Source/u })
  await source.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: /^English/u }).press('Enter')
  await expect(shown).toContainText('srclang="en"')
  await page.getByRole('checkbox', { name: /zh-CN and zh-TW/u }).press('Space')
  await expect(shown).toContainText('xml:lang="zh-CN"')
  expect((await app.call('settings.get', {})).exportSource).toBe('en')
  await page.getByRole('radio', { name: 'Sure', exact: true }).press('Space')
  await expect(page.getByRole('combobox', { name: 'Least confidence' })).toHaveText('≥ 0.9')
  await noViolations(page)
  await page.getByRole('radio', { name: /^All/u }).press('Space')

  // Verified only: there is none yet, and it is said before anything is written.
  await page.getByRole('radio', { name: 'Verified 0' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('No verified beads yet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Download' })).toBeDisabled()
  await noViolations(page)
  await page.keyboard.press('ArrowLeft')
  await expect(shown).toBeVisible()

  await pickFormat(page, 'Excel (XLSX)')
  await expect(page.getByText('This file is not text; what is in it is shown here as a table.')).toBeVisible()
  const workbook = await download(page)
  expect(Object.keys(unzipSync(workbook.bytes))).toContain('xl/worksheets/sheet1.xml')

  await pickFormat(page, 'hunalign ladder')
  await expect(page.getByRole('radio', { name: /^Verified/u })).toBeDisabled()
  await expect(page.getByRole('list', { name: 'Files' }).getByRole('listitem')).toHaveCount(4)
  expect((await download(page)).name).toMatch(/\.zip$/u)

  await pickFormat(page, 'CSV')
  await page.getByRole('checkbox', { name: /byte order mark/u }).press('Space')
  const csv = await download(page)
  expect(csv.bytes.toString('utf8')).toMatch(/^id,zh-Hans,en,confidence/u)
})

test('what has no beads says what to do', async ({ page, app }) => {
  await app.call('samples.add', {})
  const unaligned = (await app.call('pairs.list', {})).find(({ beadCount }) => beadCount === 0)
  if (unaligned === undefined) throw new Error('a sample pair that is not aligned was expected')
  await goTo(page, `#/export/pair/${unaligned.id}`)
  await pickFormat(page, 'TMX 1.4b')
  await expect(page.getByText('Not aligned yet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Download' })).toBeDisabled()
})
