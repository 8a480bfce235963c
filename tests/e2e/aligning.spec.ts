import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Row } from '../../src/shared/contract/schemas/reader.ts'
import type { PairSummary } from '../../src/shared/contract/schemas/pair.ts'
import { expect, test, type App } from './fixtures/app.ts'
import { download, pickFormat } from './fixtures/exporting.ts'
import { painted } from './fixtures/hand.ts'
import { allRows, importText, openSamplePair } from './fixtures/library.ts'

/** What stands in a pair's beads, row by row: the ids of both sides and whether they are verified. */
type Beads = readonly { readonly left: string[]; readonly right: string[]; readonly status: string }[]

test('aligns, mends, verifies, realigns, undoes, redoes and hands on with the keyboard alone', async ({
  page,
  app,
  otherApp,
}) => {
  test.slow()
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  const sound = await beads(app, pair)
  await page.keyboard.press('a')
  await expect(page.getByRole('toolbar', { name: 'Aligning tools' })).toBeVisible()
  await expect(current(page)).toHaveCount(1)
  await page.keyboard.press('Home')
  await expect(current(page)).toHaveAttribute('data-row', '0')
  const steps = await stepCount(app)

  // Plant an error by two operations: a sentence slips into the next bead, and two beads become one.
  const isPlain = (at: number): boolean => sound[at]?.left.length === 1 && sound[at].right.length === 1
  const slip = sound.findIndex((_, at) => at > 1 && isPlain(at))
  const joint = sound.findIndex((_, at) => at > slip + 2 && isPlain(at) && isPlain(at + 1))
  await goToRow(page, joint)
  await page.keyboard.press('m')
  await expect.poll(async () => (await beads(app, pair))[joint]?.left.length).toBe(2)
  await goToRow(page, slip)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+ArrowDown')
  await expect.poll(async () => (await beads(app, pair))[slip]?.left).toEqual([])

  // Mend it by three others: back up, cut at the second sentence, and its counterpart down.
  await goToRow(page, slip + 1)
  await page.keyboard.press('Control+ArrowUp')
  await expect.poll(async () => (await beads(app, pair))[slip]?.left.length).toBe(1)
  await goToRow(page, joint)
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('s')
  await expect.poll(async () => (await beads(app, pair)).length).toBe(sound.length)
  await goToRow(page, joint)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+ArrowDown')
  await expect.poll(async () => shape(await beads(app, pair))).toEqual(shape(sound))

  // Verify all, then realign: nothing that is verified changes.
  await page.keyboard.press('Home')
  await page.keyboard.press('a')
  await expect(current(page)).toHaveAttribute('data-row', '1')
  await page.keyboard.press('Alt+Shift+a')
  await expect.poll(async () => (await app.call('alignment.counts', { pairId: pair.id })).uncertain).toBe(0)
  const verified = await beads(app, pair)
  expect(verified.every(({ status }) => status === 'verified')).toBe(true)
  const jobs = (await app.call('jobs.list', {})).length
  await page.keyboard.press('Control+r')
  await expect.poll(async () => (await app.call('jobs.list', {})).length).toBeGreaterThan(jobs)
  await expect
    .poll(async () => (await app.call('jobs.list', {})).every(({ state }) => state === 'done'))
    .toBe(true)
  expect(await beads(app, pair)).toEqual(verified)
  await expect(page.locator('[data-row][data-level="verified"]').first()).toBeVisible()

  // Undo everything, and redo it.
  const done = (await stepCount(app)) - steps
  expect(done).toBeGreaterThanOrEqual(6)
  for (let step = 0; step < done; step += 1) {
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await stepCount(app)) - steps).toBe(done - step - 1)
  }
  expect(await beads(app, pair)).toEqual(sound)
  await expect.poll(() => shownShape(page)).toEqual(shape(sound).slice(0, 3))
  for (let step = 0; step < done; step += 1) {
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await stepCount(app)) - steps).toBe(step + 1)
  }
  expect(await beads(app, pair)).toEqual(verified)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar', { name: 'Aligning tools' })).toHaveCount(0)

  // As TMX into an empty library: the same beads with the same sentences, verified as they were.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Export what is open')
  await page.keyboard.press('Enter')
  await pickFormat(page, 'TMX 1.4b')
  const { name, bytes } = await download(page)
  const other = otherApp.page
  await expect(other.getByRole('main')).toBeVisible()
  const [chooser] = await Promise.all([other.waitForEvent('filechooser'), other.keyboard.press('Control+o')])
  await chooser.setFiles({ name, mimeType: 'application/xml', buffer: bytes })
  await other.getByRole('button', { name: 'Save 1 pair' }).press('Enter')
  await expect(other.locator('[data-row="0"]')).toBeVisible()
  const [imported] = await otherApp.call('pairs.list', {})
  if (imported === undefined) throw new Error('a pair was expected in the other library')
  const inWords = async (from: Pick<App, 'call'>, of: PairSummary): Promise<unknown> =>
    (await allRows(from, { kind: 'pair', pairId: of.id })).map(({ bead, left, right }) => ({
      status: bead?.status,
      // Files hold four places.
      confidence: Math.floor((bead?.confidence ?? 0) * 1e4 + 1e-6) / 1e4,
      left: left.flatMap(({ segments }) => segments.map(({ text }) => text)),
      right: right.flatMap(({ segments }) => segments.map(({ text }) => text)),
    }))
  expect(await inWords(otherApp, imported)).toEqual(await inWords(app, pair))
})

test('keys typed faster than the library answers are all done, one after another', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  await page.keyboard.press('Home')
  await expect(current(page)).toHaveAttribute('data-row', '0')
  // Without waiting for anything in between.
  for (const key of ['a', 'a', 'a', 'a', 'r', 'm']) await page.keyboard.press(key)
  await expect(current(page)).toHaveAttribute('data-row', '4')
  await expect
    .poll(async () => (await beads(app, pair)).slice(0, 5).map(({ status }) => status))
    .toEqual(['verified', 'verified', 'verified', 'verified', 'auto'])
  await expect.poll(async () => (await app.call('alignment.counts', { pairId: pair.id })).review).toBe(1)
  await expect(page.getByRole('list', { name: 'State of the alignment' })).toContainText('verified 4')
})

test('no key of the layer is heard while an input method composes, or in its text field', async ({
  page,
  app,
}) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  await page.keyboard.press('Home')
  await expect(current(page)).toHaveAttribute('data-row', '0')
  const before = await beads(app, pair)
  const steps = await stepCount(app)
  for (const key of ['a', 'm', 'k', 'x', 'r', 's', 'e', 'Enter', 'Backspace', ' ', 'Tab', 'ArrowDown']) {
    await pressComposing(page, key)
  }
  // A key that is heard comes after all those: when it is done, they would be too.
  await page.keyboard.press('ArrowDown')
  await expect(current(page)).toHaveAttribute('data-row', '1')
  expect(await stepCount(app)).toBe(steps)

  // In the text field letters are letters, and Enter that confirms a composition saves nothing.
  await page.keyboard.press('e')
  const field = page.getByRole('textbox', { name: 'Edit this sentence' })
  await expect(field).toBeFocused()
  const opened = await field.inputValue()
  const session = await page.context().newCDPSession(page)
  const text = 'bao'
  await session.send('Input.imeSetComposition', { text, selectionStart: 3, selectionEnd: 3 })
  for (const key of ['Enter', 'Escape']) await pressComposing(page, key)
  await expect(field).toHaveValue(`${opened}bao`)
  await session.send('Input.insertText', { text: '报' })
  await page.keyboard.type('amk')
  await expect(field).toHaveValue(`${opened}报amk`)
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  expect(await beads(app, pair)).toEqual(before)
  expect(await stepCount(app)).toBe(steps)
})

test('a text edited in place keeps its highlight; an emoji and a rare character too', async ({
  page,
  app,
}) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await app.call('annotations.createByQuote', {
    articleId: pair.left.id,
    quote: '更正走得慢',
    color: 4,
  })
  await expect.poll(() => painted(page, 'hl-4')).toEqual(['更正走得慢'])
  await page.keyboard.press('a')
  await press(page, 'ArrowDown', page.locator('[data-row][aria-current]').filter({ hasText: '虚假信息' }))
  await page.keyboard.press('e')
  const field = page.getByRole('textbox', { name: 'Edit this sentence' })
  await expect(field).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.insertText('𠮷😀：')
  await page.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(page.locator('[data-segment]').filter({ hasText: '𠮷😀：虚假信息' })).toBeVisible()
  await expect.poll(() => painted(page, 'hl-4')).toEqual(['更正走得慢'])
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-segment]').filter({ hasText: '𠮷' })).toHaveCount(0)
  await expect.poll(() => painted(page, 'hl-4')).toEqual(['更正走得慢'])
})

test('splits a sentence where the keyboard’s caret stands', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  const total = (await beads(app, pair)).length
  await page.keyboard.press('a')
  await press(page, 'ArrowDown', page.locator('[data-row][aria-current]').filter({ hasText: '虚假信息' }))
  await page.keyboard.press('s')
  // The caret begins at a clause's end; a clause on and back again, a character on and back.
  for (const key of ['ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp'])
    await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await beads(app, pair)).length).toBe(total + 1)
  await expect
    .poll(() => page.locator('[data-segment]').filter({ hasText: '虚假信息' }).allTextContents())
    .toEqual(['虚假信息传得快，'])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await beads(app, pair)).length).toBe(total)
})

test('a filter shows those beads only, and what is mended leaves it', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  const rows = await allRows(app, { kind: 'pair', pairId: pair.id })
  const odd = rows.filter((row) => shapeOfRow(row) !== '1-1')
  expect(odd.length).toBeGreaterThan(2)
  await page.keyboard.press('a')
  await expect(current(page)).toHaveCount(1)
  // By keyboard: F6 to the tools, Tab to the filter.
  await page.keyboard.press('F6')
  const filter = page.getByRole('combobox', { name: 'Which beads to show' })
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(filter).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Not 1–1' }).click()
  await expect(page.locator('[data-row]')).toHaveCount(odd.length)
  await expect(page.locator('[data-row]').first()).toHaveAttribute(
    'aria-label',
    new RegExp(`^Bead ${odd[0]?.bead?.number}, `, 'u'),
  )
})

test('a locked side is neither split nor edited, and says so', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  const lock = page.getByRole('radiogroup', { name: 'Lock the original' })
  await lock.getByRole('radio', { name: '中文' }).click()
  await expect.poll(async () => (await app.call('pairs.get', { pairId: pair.id })).lockedSide).toBe('left')
  await page.locator('[data-row="2"] [data-side="left"] [data-segment]').first().click()
  await page.keyboard.press('e')
  await expect(page.getByText(/is locked/u).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Edit this sentence' })).toHaveCount(0)
})

test('a sentence dragged to the next bead goes there', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  const before = await beads(app, pair)
  const from = page.locator('[data-row="3"] [data-side="right"] [data-segment]').last()
  await from.hover()
  const grip = page.locator('[data-drag-handle]')
  await expect(grip).toBeVisible()
  await grip.hover()
  await page.mouse.down()
  const goal = await page.locator('[data-row="4"] [data-side="right"]').boundingBox()
  if (goal === null) throw new Error('the row is not drawn')
  await page.mouse.move(goal.x + 40, goal.y + 10, { steps: 8 })
  await expect(page.locator('[data-row="4"] [data-drop]')).toHaveCount(1)
  await page.mouse.up()
  const moved = before[3]?.right.at(-1)
  await expect.poll(async () => (await beads(app, pair))[4]?.right[0]).toBe(moved)
})

test('a sentence that is edited is saved by leaving it, whichever way; Esc throws it away', async ({
  page,
  app,
}) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  const steps = await stepCount(app)
  const field = page.getByRole('textbox', { name: 'Edit this sentence' })
  const edit = async (row: number, text: string): Promise<void> => {
    await page.locator(`[data-row="${row}"] [data-side="left"] [data-segment]`).first().click()
    await expect(current(page)).toHaveAttribute('data-row', String(row))
    await page.keyboard.press('e')
    await expect(field).toBeFocused()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText(text)
    await expect(page.locator('[data-state="saving"]')).toBeVisible()
  }
  const textOf = async (row: number): Promise<string> => {
    const rows = await allRows(app, { kind: 'pair', pairId: pair.id })
    return rows[row]?.left[0]?.segments[0]?.text ?? ''
  }

  // Another bead.
  await edit(2, '一𠮷')
  await page.locator('[data-row="4"] [data-side="right"] [data-segment]').first().click()
  await expect.poll(() => textOf(2)).toMatch(/^一𠮷/u)
  await expect(field).toHaveCount(0)
  await expect(page.locator('[data-state="saved"]')).toBeVisible()
  expect(await stepCount(app)).toBe(steps + 1)
  // Far away, so that its row goes.
  await edit(2, '二')
  await page.locator('[data-reading-scroller]').evaluate((element) => (element.scrollTop = 100_000))
  await expect.poll(() => textOf(2)).toMatch(/^二一𠮷/u)
  // Esc.
  await page.keyboard.press('Home')
  await edit(2, '三')
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  // Another page, and back.
  await edit(3, '四')
  await page.keyboard.press('Control+Shift+l')
  await expect.poll(() => textOf(3)).toMatch(/^四/u)
  await page.goBack()
  await expect(page.locator('[data-row="3"]').first()).toBeVisible()
  await expect(field).toHaveCount(0)
  // The page itself. The layer is still on.
  await expect(page.getByRole('toolbar', { name: 'Aligning tools' })).toBeVisible()
  await edit(3, '五')
  await page.reload()
  await expect.poll(() => textOf(3)).toMatch(/^五四/u)
  expect(await textOf(2)).toMatch(/^二一𠮷/u)
  expect(await stepCount(app)).toBe(steps + 4)
})

test('what can’t be saved stays in the field, says why, and takes no focus', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  const segment = page.locator('[data-row="2"] [data-side="left"] [data-segment]').first()
  const segmentId = (await segment.getAttribute('data-segment')) ?? ''
  const expected = (await segment.textContent()) ?? ''
  await segment.click()
  await page.keyboard.press('e')
  const field = page.getByRole('textbox', { name: 'Edit this sentence' })
  await expect(field).toBeFocused()
  await page.keyboard.insertText('我的')
  // Somebody else is quicker.
  await app.call('articles.editSegment', {
    segmentId: segmentId as never,
    expected,
    text: `别人的${expected}`,
  })
  await page.locator('[data-row="4"] [data-side="right"] [data-segment]').first().click()
  await expect(page.getByText(/Not saved\. The text has changed/u).first()).toBeVisible()
  await expect(field).toHaveValue(/我的/u)
  await expect(field).not.toBeFocused()
  await expect(page.locator('[data-state="failed"]')).toBeVisible()
  await field.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(segment).toContainText('别人的')
})

test('keys do nothing to a bead that is out of sight but bring it back; a smaller window keeps it in sight', async ({
  page,
  app,
}) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  await goToRow(page, 6)
  await expect(page.locator('footer')).toContainText('7 / ')
  await page.setViewportSize({ width: 1100, height: 420 })
  await expect(current(page)).toBeInViewport()
  await page.locator('[data-reading-scroller]').evaluate((element) => (element.scrollTop = 100_000))
  await expect(page.locator('[data-row="6"]')).not.toBeInViewport()
  await expect(page.locator('footer')).toContainText('7 / ')
  const before = await beads(app, pair)
  await page.keyboard.press('m')
  await expect(page.getByText(/out of sight/u).first()).toBeVisible()
  await expect(current(page)).toBeInViewport()
  expect(await beads(app, pair)).toEqual(before)
  await page.keyboard.press('m')
  await expect.poll(async () => (await beads(app, pair)).length).toBe(before.length - 1)
})

test('stepping leaves room below the current bead, and one comes back to it', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.setViewportSize({ width: 1200, height: 600 })
  await page.keyboard.press('a')
  await goToRow(page, 12)
  const room = (): Promise<number> =>
    page.evaluate(() => {
      const frame = document.querySelector('[data-reading-scroller]')?.getBoundingClientRect()
      const row = document.querySelector('[data-row="12"]')?.getBoundingClientRect()
      return frame === undefined || row === undefined ? 0 : (frame.bottom - row.bottom) / frame.height
    })
  await expect.poll(room).toBeGreaterThan(0.2)
  const segment = page.locator('[data-row="12"] [data-side="left"] [data-segment]').first()
  const id = await segment.getAttribute('data-segment')
  await expect
    .poll(
      async () =>
        (await app.call('reader.open', { target: { kind: 'pair', pairId: pair.id } })).position?.segmentId,
    )
    .toBe(id)
  await page.keyboard.press('e')
  await expect(page.getByText('↵ or leaving saves · Esc cancels')).toBeInViewport({ ratio: 1 })
})

test('in a filter, only what is shown is verified, and hidden beads are left alone', async ({
  page,
  app,
}) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  await page.keyboard.press('Home')
  for (const row of [2, 9]) {
    await goToRow(page, row)
    await page.keyboard.press('r')
    await expect(page.locator(`[data-row="${row}"]`)).toContainText('⚑')
  }
  const before = await beads(app, pair)
  await page.getByRole('combobox', { name: 'Which beads to show' }).click()
  await page.getByRole('option', { name: 'For review' }).click()
  await expect(page.locator('[data-row]')).toHaveCount(2)
  await expect(page.locator('[data-row="1"]')).toHaveAttribute('data-hidden-before', '6')
  await page.locator('[data-row="0"] [data-side="left"] [data-segment]').first().click()
  await page.keyboard.press('m')
  await expect(page.getByText(/hidden by the filter/u).first()).toBeVisible()
  expect(await beads(app, pair)).toEqual(before)
  await page.locator('[data-row="1"] [data-side="left"] [data-segment]').first().click()
  await page.keyboard.press('Shift+a')
  const counts = (): Promise<number> =>
    app.call('alignment.counts', { pairId: pair.id }).then(({ verified }) => verified)
  await expect.poll(counts).toBe(2)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(counts).toBe(0)
})

test('nothing at the top is out of reach, however wide the window and whatever the filter', async ({
  page,
  app,
}) => {
  test.slow()
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  const title = 'A Title That Goes On and On, as Titles of Reports and of the Annexes of Reports Do'
  for (const { id } of [pair.left, pair.right])
    await app.call('articles.update', { articleId: id, patch: { title } })
  await page.keyboard.press('a')
  await page.getByRole('combobox', { name: 'Which beads to show' }).click()
  await page.getByRole('option', { name: 'Uncertain' }).click()
  const bar = page.getByRole('toolbar', { name: 'Aligning tools' })
  for (const width of [700, 800, 901, 1000, 1100, 1280, 1440]) {
    await page.setViewportSize({ width, height: 700 })
    for (const panel of width > 900 ? [true, false] : [false]) {
      const shown = page.getByRole('complementary', { name: 'Highlights & notes' })
      if ((await shown.isVisible()) !== panel) await page.keyboard.press('Control+Backslash')
      await expect(shown).toBeVisible({ visible: panel })
      for (const place of [page.getByRole('banner'), bar]) {
        await expect
          .poll(() => place.evaluate(outOfReach), { message: `${width}, panel ${panel}` })
          .toEqual([])
      }
      if (width >= 1280) expect((await bar.boundingBox())?.height).toBeLessThan(42)
    }
  }
})

test('a right click on a bead offers what its menu does; history says which it was', async ({
  page,
  app,
}) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  await page.locator('[data-row="3"] [data-side="right"] [data-segment]').first().click({ button: 'right' })
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  await expect(current(page)).toHaveAttribute('data-row', '3')
  await menu.getByRole('menuitem', { name: /Flag for review/u }).click()
  await expect(page.locator('[data-row="3"]')).toContainText('⚑')
  await page.keyboard.press('r')
  await expect(page.locator('[data-row="3"]')).not.toContainText('⚑')
  const kinds = (await app.call('history.list', {})).map(({ label }) => label.kind)
  expect(kinds.slice(0, 2)).toEqual(['bead.unflag', 'bead.review'])
})

test('what was undone out of sight can be gone to; the offer to redo goes with the next step', async ({
  page,
  app,
}) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  await goToRow(page, 1)
  await page.keyboard.press('r')
  await expect(page.locator('[data-row="1"]')).toContainText('⚑')
  await page.keyboard.press('End')
  await expect(page.locator('[data-row="1"]')).not.toBeInViewport()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Redo' })).toBeVisible()
  await page.getByRole('button', { name: 'Go there' }).click()
  await expect(page.locator('[data-row="1"]')).toBeInViewport()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Home')
  await page.keyboard.press('r')
  // Undo is no command of the layer and waits for none: it is pressed when there is something to take back.
  await expect(page.locator('[data-row="0"]')).toContainText('⚑')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Redo' })).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.locator('[data-row="0"]')).toContainText('⚑')
  await expect(page.getByRole('button', { name: 'Redo' })).toHaveCount(0)
})

test('crossed sentences: threads begin at them and cover no figure; one tints only the other', async ({
  page,
  app,
}) => {
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  await goToRow(page, 3)
  await page.keyboard.press('x')
  const threads = page.locator('svg g path:first-child')
  await expect(threads).toHaveCount(2)
  const covered = (): Promise<number> =>
    page.evaluate(() => {
      const figures = [...document.querySelectorAll('[data-row="3"] [data-figures] > *')].map((each) =>
        each.getBoundingClientRect(),
      )
      let hits = 0
      for (const path of document.querySelectorAll<SVGPathElement>('svg g path')) {
        const matrix = path.getScreenCTM()
        if (matrix === null) continue
        for (let at = 0; at < path.getTotalLength(); at += 1) {
          const { x, y } = path.getPointAtLength(at).matrixTransform(matrix)
          if (figures.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)) hits += 1
        }
      }
      return hits
    })
  await expect.poll(covered).toBe(0)
  const row = page.locator('[data-row="3"]')
  await row.locator('[data-side="left"] [data-segment]').first().hover()
  const other = await row.locator('[data-side="right"] [data-segment]').last().textContent()
  await expect.poll(() => painted(page, 'counterpart')).toEqual([other])
})

test('a pair whose languages are said the wrong way round is found out, and set right', async ({
  page,
  app,
}) => {
  const zh = await importText(
    app,
    'a.txt',
    '渡口\n\n天还没亮，渡口已经有人了。火光照着水面，船上有学生，有菜农。',
  )
  const en = await importText(
    app,
    'b.txt',
    'The Ferry\n\nIt was not yet light, and there were people at the ferry. The fire shone on the water, and there were students and farmers on the boat.',
  )
  await app.call('articles.update', { articleId: zh, patch: { language: 'en' } })
  await app.call('articles.update', { articleId: en, patch: { language: 'zh-Hans' } })
  const pair = await app.call('pairs.create', { leftArticleId: zh, rightArticleId: en, kind: 'parallel' })
  await page.evaluate((id) => (location.hash = `#/pair/${id}`), pair.id)
  await expect(page.getByText(/wrong way round/u)).toBeVisible()
  await page.getByRole('button', { name: 'Correct the languages' }).click()
  await expect
    .poll(async () => (await app.call('pairs.get', { pairId: pair.id })).left.language)
    .toBe('zh-Hans')
  await expect(page.getByText(/wrong way round/u)).toHaveCount(0)
})

test('the layer has no faults that axe finds, in the light and in the dark', async ({ page, app }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const pair = await openSamplePair(page, app)
  await align(page, app, pair)
  await page.keyboard.press('a')
  await page.keyboard.press('Home')
  await page.keyboard.press('m')
  await expect(page.locator('[data-row][data-level="hand"]')).toHaveCount(1)
  expect.soft(await violations(page), 'layer, light').toEqual([])
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  // A menu hangs outside of the landmarks, as everywhere in the app.
  const inMenu = (await violations(page)).filter((each) => !each.startsWith('region:'))
  expect.soft(inMenu, 'menu, light').toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('e')
  await expect(page.getByRole('textbox', { name: 'Edit this sentence' })).toBeFocused()
  expect.soft(await violations(page), 'editor, light').toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+l')
  await expect(page.getByRole('heading', { name: 'Suggested links' })).toBeVisible()
  expect.soft(await violations(page), 'suggestions, light').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect.soft(await violations(page, ['color-contrast', 'link-in-text-block']), 'dark').toEqual([])
})

/** Names of what a person can press in a bar and can't get at: out of its frame, or under something else. */
function outOfReach(bar: Element): string[] {
  const frame = bar.getBoundingClientRect()
  const controls = [...bar.querySelectorAll<HTMLElement>('button, input, [role="radio"]')]
  return controls.flatMap((control) => {
    const box = control.getBoundingClientRect()
    if (box.width === 0 || getComputedStyle(control).visibility === 'hidden') return []
    if (control.closest('[aria-hidden="true"]') !== null) return []
    const inside = box.left >= frame.left - 1 && box.right <= Math.min(frame.right, window.innerWidth) + 1
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    const free = top !== null && (control.contains(top) || top.contains(control))
    return inside && free ? [] : [control.getAttribute('aria-label') ?? control.textContent]
  })
}

function current(page: Page) {
  return page.locator('[data-row][aria-current="true"]')
}

/** Aligns the pair if it is not, as a person would before. */
async function align(page: Page, app: App, pair: PairSummary): Promise<void> {
  if (pair.alignedAt === null) {
    await app.call('alignment.start', { pairId: pair.id })
    await expect.poll(async () => (await app.call('pairs.get', { pairId: pair.id })).alignedAt).not.toBeNull()
  }
  await expect(page.locator('[data-row="5"]')).toBeVisible()
}

async function beads(app: App, pair: PairSummary): Promise<Beads> {
  const rows = await allRows(app, { kind: 'pair', pairId: pair.id })
  return rows.map((row) => ({
    left: ids(row, 'left'),
    right: ids(row, 'right'),
    status: row.bead?.status ?? '',
  }))
}

function ids(row: Row, side: 'left' | 'right'): string[] {
  return row[side].flatMap(({ segments }) => segments.map(({ id }) => id))
}

function shape(list: Beads): string[] {
  return list.map(({ left, right }) => `${left.join()} ${right.join()}`)
}

function shapeOfRow(row: Row): string {
  return `${ids(row, 'left').length}-${ids(row, 'right').length}`
}

/** The first three rows as the page shows them. */
function shownShape(page: Page): Promise<string[]> {
  return page
    .locator('[data-row]')
    .evaluateAll((rows) =>
      rows
        .slice(0, 3)
        .map((row) =>
          ['left', 'right']
            .map((side) =>
              [...row.querySelectorAll<HTMLElement>(`[data-side="${side}"] [data-segment]`)]
                .map((segment) => segment.dataset['segment'])
                .join(),
            )
            .join(' '),
        ),
    )
}

async function stepCount(app: App): Promise<number> {
  return (await app.call('history.list', {})).filter(({ state }) => state === 'done').length
}

/** Walks to a row, from wherever the caret is. */
async function goToRow(page: Page, row: number): Promise<void> {
  await page.keyboard.press('Home')
  await expect(current(page)).toHaveAttribute('data-row', '0')
  for (let at = 1; at <= row; at += 1) {
    await page.keyboard.press('ArrowDown')
    await expect(current(page)).toHaveAttribute('data-row', String(at))
  }
}

async function press(page: Page, key: string, goal: ReturnType<Page['locator']>): Promise<void> {
  await expect(async () => {
    if ((await goal.count()) > 0) return
    await page.keyboard.press(key)
    await expect(goal).toHaveCount(1, { timeout: 250 })
  }).toPass({ intervals: [0], timeout: 15_000 })
}

/** A key as a page gets it while an input method composes. */
async function pressComposing(page: Page, key: string): Promise<void> {
  await page.evaluate((name) => {
    const code =
      name.length === 1 && name !== ' ' ? `Key${name.toUpperCase()}` : name === ' ' ? 'Space' : name
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: name,
        code,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      }),
    )
  }, key)
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
