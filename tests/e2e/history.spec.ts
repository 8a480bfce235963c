import { expect, test } from './fixtures/app.ts'
import { goTo, openSamplePair } from './fixtures/library.ts'

test('back to a step and forth again, by keyboard, also after a restart', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  const make = async (path: string): Promise<void> => void (await app.call('tags.create', { path }))
  const names = async (): Promise<string[]> =>
    (await app.call('tags.list', {})).map(({ path }) => path).toSorted()
  for (const path of ['一', '二', '三']) await make(path)
  await app.call('annotations.createByQuote', {
    articleId: pair.left.id,
    quote: '媒体是镜子，更是桥',
    color: 3,
  })

  await page.keyboard.press('Control+Shift+h')
  const panel = page.getByRole('dialog', { name: 'History' })
  const items = panel.getByRole('list', { name: 'History' }).getByRole('listitem')
  await expect(items.first()).toContainText('Highlight “媒体是镜子，更是桥”')
  await expect(items.first()).toHaveAttribute('aria-current', 'step')
  await expect(items.last()).toContainText('Before everything')

  // Arrows walk; Enter goes back to “二”.
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowDown')
  await expect(panel.getByRole('button', { name: /New tag 二.*Back to here/u })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('status')).toHaveText('2 steps undone.')
  expect(await names()).toEqual(['一', '二'])
  expect(await app.call('annotations.list', {})).toEqual([])
  // Undone in words, not by color alone; the focus stays on the step.
  await expect(items.first()).toContainText('Undone')
  await expect(items.nth(2)).toContainText('Now')
  await expect(panel.getByRole('button', { name: /New tag 二/u })).toBeFocused()
  await page.screenshot({ path: test.info().outputPath('history.png') })

  await app.restart()
  await page.keyboard.press('Control+Shift+h')
  await panel.getByRole('button', { name: /New tag 三.*Redo to here/u }).press('Enter')
  await expect(panel.getByRole('status')).toHaveText('1 step redone.')
  expect(await names()).toEqual(['一', '三', '二'].toSorted())
  await panel.getByRole('button', { name: /^Before everything/u }).press('Enter')
  await expect(panel.getByRole('status')).toHaveText(/^\d+ steps undone\.$/u)
  expect(await names()).toEqual([])
  await panel.getByRole('button', { name: /Highlight “媒体/u }).press('Enter')
  await expect.poll(async () => (await app.call('annotations.list', {})).length).toBe(1)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await goTo(page, '#/')
})

test('a long way is asked about first', async ({ page, app }) => {
  for (let number = 10; number < 35; number += 1) await app.call('tags.create', { path: `标签${number}` })
  await page.keyboard.press('Control+Shift+h')
  const panel = page.getByRole('dialog', { name: 'History' })
  await panel.getByRole('button', { name: /New tag 标签12/u }).press('Enter')
  const question = page.getByRole('dialog', { name: 'Undo 22 steps?' })
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(panel.getByRole('button', { name: /New tag 标签12/u })).toBeFocused()
  expect(await app.call('tags.list', {})).toHaveLength(25)
  await page.keyboard.press('Enter')
  await question.getByRole('button', { name: 'Undo 22 steps' }).press('Enter')
  await expect.poll(async () => (await app.call('tags.list', {})).length).toBe(3)
  await expect(panel.getByRole('status')).toHaveText('22 steps undone.')
})
