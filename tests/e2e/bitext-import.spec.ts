import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app.ts'

const tuv = (language: string, text: string): string => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`
const UNITS = [
  tuv('en', 'Bridges are for <bpt i="1">&lt;b&gt;</bpt>walking<ept i="1">&lt;/b&gt;</ept>.') +
    tuv('zh-CN', '桥是给人走的。') +
    tuv('fr', 'Les ponts sont faits pour marcher.'),
  tuv('en', 'So are mirrors, in a way.') + tuv('zh-CN', '镜子也是，在某种意义上。'),
  tuv('zh-CN', '这一句没有译文。'),
  tuv('fr', 'Seulement en français.'),
  ...Array.from(
    { length: 60 },
    (_, n) => tuv('en', `Step ${n}, then on.`) + tuv('zh-CN', `第${n}步，再往前走。`),
  ),
]
const MEMORY = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="en"/><body>
${UNITS.map((unit) => `<tu>${unit}</tu>`).join('\n')}
</body></tmx>`

const BROKEN = MEMORY.replace('</tu>\n<tu>', '</tu>\n<tu></oops>')

async function chooseFiles(
  page: Page,
  files: readonly (readonly [name: string, content: string])[],
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import…', exact: true }).click(),
  ])
  await chooser.setFiles(
    files.map(([name, content]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    })),
  )
}

async function noViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test('a translation memory becomes a pair: languages chosen, swapped, saved, read, taken back', async ({
  page,
  app,
}) => {
  await chooseFiles(page, [['memory.tmx', MEMORY]])
  const detail = page.getByRole('region', { name: 'What was read' })
  await expect(detail).toContainText('TMX')
  await expect(detail).toContainText('63 beads')
  await expect(detail).toContainText('1 with one side only')
  await expect(detail).toContainText('1 unit has text in neither of the two languages')
  await expect(detail).toContainText('Formatting tags left off, their text kept: 2.')
  const rows = detail.getByRole('table').getByRole('row')
  // The header, and the first fifty.
  await expect(rows).toHaveCount(51)
  await expect(rows.nth(1)).toContainText('Bridges are for walking.桥是给人走的。')
  await expect(rows.nth(3)).toContainText('No counterpart')
  await noViolations(page)

  // Another language on the left, by the keyboard; then Chinese goes there by swapping.
  const left = detail.getByRole('combobox', { name: 'Language of the file for the left side' })
  await left.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: /^French/u }).press('Enter')
  await expect(detail).toContainText('64 beads')
  await expect(rows.nth(1)).toContainText('Les ponts sont faits pour marcher.')
  await left.press('Enter')
  await page.getByRole('option', { name: /^English/u }).press('Enter')
  await expect(detail).toContainText('63 beads')
  await detail.getByRole('button', { name: 'Swap sides' }).press('Enter')
  await expect(rows.nth(1)).toContainText('桥是给人走的。Bridges are for walking.')
  const title = detail.getByRole('group', { name: 'Left' }).getByRole('textbox', { name: 'Title' })
  await expect(title).toHaveValue('memory')
  await title.fill('')
  await expect(page.getByRole('button', { name: 'Save 1 pair' })).toBeDisabled()
  await title.fill('桥与镜')
  expect(await app.call('articles.list', {})).toEqual([])

  await page.getByRole('button', { name: 'Save 1 pair' }).press('Enter')
  // The pair is open, with what belongs together in one row.
  const together = page.locator('[data-row]').filter({ hasText: '镜子也是，在某种意义上。' })
  await expect(together).toContainText('So are mirrors, in a way.')
  await expect(page.getByText('Imported “桥与镜 ⇄ memory”')).toBeVisible()
  const [pair] = await app.call('pairs.list', {})
  expect(pair).toMatchObject({
    left: { title: '桥与镜', language: 'zh-Hans' },
    right: { title: 'memory', language: 'en' },
    beadCount: 63,
  })
  expect((await app.call('history.list', {})).map(({ label }) => label.kind)).toEqual(['pair.import'])

  await page.getByRole('button', { name: 'Library' }).click()
  await expect(page.getByRole('grid', { name: 'Articles' }).getByRole('row')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect.poll(() => app.call('pairs.list', {})).toEqual([])
  expect(await app.call('articles.list', {})).toEqual([])
})

test('files of both kinds: what is wrong is told with its place, the rest is saved', async ({
  page,
  app,
}) => {
  await chooseFiles(page, [
    ['broken.tmx', BROKEN],
    ['bridge.csv', 'zh,en\n桥,Bridge\n镜,Mirror\n'],
    ['text.md', '# Morning\n\nThe first boat leaves at ten past six.\n'],
  ])
  const files = page.getByRole('grid', { name: 'Files read' })
  await expect(files.getByRole('row')).toHaveCount(3)
  await files.getByRole('row').filter({ hasText: 'broken.tmx' }).click()
  await expect(page.getByRole('main')).toContainText('Not valid XML at line 4')
  await expect(files.getByRole('row').filter({ hasText: 'bridge' })).toContainText('2 beads')
  await noViolations(page)
  await page.getByRole('button', { name: 'Save 2 files' }).click()
  await expect(page.getByRole('grid', { name: 'Articles' }).getByRole('row')).toHaveCount(2)
  expect((await app.call('articles.list', {})).length).toBe(3)
})
