import type { Locator, Page } from '@playwright/test'
import type { Link, LinkSuggestion } from '../../src/shared/contract/schemas/link.ts'
import type { PairSummary } from '../../src/shared/contract/schemas/pair.ts'
import { expect, test, type App } from './fixtures/app.ts'
import { painted } from './fixtures/hand.ts'
import { allRows, goTo } from './fixtures/library.ts'

const FIRST_WORDS = '去年冬天，一段“雪崩埋村”的视频'

test('suggestions of a related pair are accepted, dismissed, undone, redone and removed by keyboard', async ({
  page,
  app,
}) => {
  test.slow()
  const pair = await openComparablePair(page, app)
  await page.keyboard.press('a')
  await page.keyboard.press('Shift+l')
  const panel = page.getByRole('region', { name: 'Suggested links' })
  // Where nothing has been looked for, the focus is at what looks.
  await expect(panel.getByRole('button', { name: 'Look for them' })).toBeFocused()
  await page.keyboard.press('Enter')
  const list = panel.getByRole('listbox', { name: 'Suggested links' })
  await expect(list).toBeFocused()
  const proposed = await suggestions(app, pair)
  expect(proposed.length).toBeGreaterThan(4)
  await expect(list.getByRole('option')).toHaveCount(proposed.length)

  // The two sentences that are looked at are marked in the text.
  const [first, second] = proposed
  if (first === undefined || second === undefined) throw new Error('two suggestions were expected')
  await expect.poll(async () => (await painted(page, 'link-shown')).join()).toContain(first.left.text.trim())

  // Accept the first, dismiss the next; each is one step.
  const before = await stepCount(app)
  await page.keyboard.press('a')
  await expect.poll(() => ends(app, pair)).toEqual([endsOf(first)])
  await expect(list.getByRole('option')).toHaveCount(proposed.length - 1)
  await expect(selected(list)).toContainText(second.left.text.trim())
  await page.keyboard.press('k')
  await expect(list.getByRole('option')).toHaveCount(proposed.length - 2)
  expect(await ends(app, pair)).toEqual([endsOf(first)])
  expect(await stepCount(app)).toBe(before + 2)

  await page.keyboard.press('Control+z')
  await expect(list.getByRole('option')).toHaveCount(proposed.length - 1)
  await page.keyboard.press('Control+z')
  await expect(list.getByRole('option')).toHaveCount(proposed.length)
  await expect.poll(() => ends(app, pair)).toEqual([])
  expect(await suggestions(app, pair)).toEqual(proposed)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => ends(app, pair)).toEqual([endsOf(first)])
  await page.keyboard.press('Control+Shift+z')
  await expect(list.getByRole('option')).toHaveCount(proposed.length - 2)

  // A link whose ends are near is drawn between the columns.
  const near = await nearest(app, pair, proposed.slice(2))
  await pressUntil(page, 'ArrowDown', selected(list).filter({ hasText: near.left.text.trim() }))
  await page.keyboard.press('a')
  const thread = page.locator('svg g').filter({ hasText: `Link: ${near.left.text.trim()}` })
  await expect(thread).toHaveCount(1)

  // Open that link and remove it; the other one stays.
  await pressUntil(page, 'Tab', panel.locator('summary:focus'))
  await page.keyboard.press('Enter')
  const goThere = panel.getByRole('button').filter({ hasText: near.left.text.trim() })
  await expect(goThere).toBeVisible()
  await pressUntil(page, 'Tab', goThere.and(page.locator(':focus')))
  await page.keyboard.press('Enter')
  await expect(current(page)).toContainText(near.left.text.trim())
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveAccessibleName('Delete link')
  await page.keyboard.press('Enter')
  await expect.poll(() => ends(app, pair)).toEqual([endsOf(first)])
  await expect(thread).toHaveCount(0)
  // The focus has not fallen back to the text, where the same letters mean something else.
  await expect(list).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(thread).toHaveCount(1)
})

test('the counterpart of a selection is found in the library, and jumped to', async ({ page, app }) => {
  // So low that the passage is not in sight where its text begins.
  await page.setViewportSize({ width: 1280, height: 480 })
  await openComparablePair(page, app)
  await pressUntil(page, 'j', current(page).filter({ hasText: FIRST_WORDS }))
  await page.keyboard.press('s')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain(FIRST_WORDS)
  await page.keyboard.press('f')
  const list = page.getByRole('listbox', { name: 'Matching passages' })
  await expect(list).toBeFocused()
  // A text that is not open, and not of this pair.
  const wanted = selected(list).filter({ hasText: 'A Bridge and a Mirror' })
  await pressUntil(page, 'ArrowDown', wanted)
  await expect(wanted).toContainText('buried by an avalanche')
  await page.keyboard.press('Enter')
  const passage = page.locator('[data-segment]').filter({ hasText: 'buried by an avalanche' })
  await expect(passage).toBeInViewport()
  await expect(page).toHaveURL(/#\/article\//u)
  await expect
    .poll(async () => (await painted(page, 'link-shown')).join())
    .toContain('buried by an avalanche')
  await expect(page.getByRole('banner').getByRole('heading')).toHaveText('A Bridge and a Mirror')
})

test('what is found in the pair that is read is shown there, and links need no align layer', async ({
  page,
  app,
}) => {
  const pair = await openComparablePair(page, app)
  await page.getByRole('button', { name: 'Find matching passages' }).click()
  // It looks at once.
  await expect(page.getByRole('listbox', { name: 'Suggested links' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+l')
  await expect(page.getByRole('region', { name: 'Suggested links' })).toBeVisible()
  await page.keyboard.press('Escape')

  await pressUntil(page, 'j', current(page).filter({ hasText: FIRST_WORDS }))
  await page.keyboard.press('s')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain(FIRST_WORDS)
  await page.keyboard.press('f')
  const list = page.getByRole('listbox', { name: 'Matching passages' })
  await expect(list).toBeFocused()
  const wanted = selected(list).filter({ hasText: pair.right.title })
  await pressUntil(page, 'ArrowDown', wanted)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/pair\//u)
  await expect.poll(() => painted(page, 'link-shown')).toHaveLength(1)
  await expect(list).toBeVisible()
})

async function openComparablePair(page: Page, app: App): Promise<PairSummary> {
  await app.call('samples.add', {})
  const pair = (await app.call('pairs.list', {})).find(({ kind }) => kind === 'comparable')
  if (pair === undefined) throw new Error('a related pair was expected among the samples')
  await goTo(page, `#/pair/${pair.id}`)
  await expect(page.locator('[data-row="3"]')).toBeVisible()
  return pair
}

async function suggestions(app: App, { id }: PairSummary): Promise<readonly LinkSuggestion[]> {
  return (await app.call('links.suggestions', { pairId: id })).suggestions ?? []
}

/** The sentences that are linked, oldest first. */
async function ends(app: App, { id }: PairSummary): Promise<string[]> {
  return (await app.call('links.list', { pairId: id })).map(
    ({ from, to }: Link) => `${from.parts[0]?.segmentId} ${to.parts[0]?.segmentId}`,
  )
}

function endsOf({ left, right }: LinkSuggestion): string {
  return `${left.segmentId} ${right.segmentId}`
}

/** The suggestion whose sentences stand the fewest rows apart. */
async function nearest(
  app: App,
  { id }: PairSummary,
  list: readonly LinkSuggestion[],
): Promise<LinkSuggestion> {
  const rows = await allRows(app, { kind: 'pair', pairId: id })
  const home = new Map(
    rows.flatMap(({ index, left, right }) =>
      [...left, ...right].flatMap(({ segments }) => segments.map((segment) => [segment.id, index] as const)),
    ),
  )
  const distance = ({ left, right }: LinkSuggestion): number =>
    Math.abs((home.get(left.segmentId) ?? 0) - (home.get(right.segmentId) ?? 0))
  const [near] = list.toSorted((a, b) => distance(a) - distance(b))
  if (near === undefined) throw new Error('more suggestions were expected')
  return near
}

async function stepCount(app: App): Promise<number> {
  return (await app.call('history.list', {})).filter(({ state }) => state === 'done').length
}

function current(page: Page): Locator {
  return page.locator('[data-row][aria-current="true"]')
}

function selected(list: Locator): Locator {
  return list.locator('[role="option"][aria-selected="true"]')
}

async function pressUntil(page: Page, key: string, goal: Locator): Promise<void> {
  await expect(async () => {
    if ((await goal.count()) > 0) return
    await page.keyboard.press(key)
    await expect(goal).toHaveCount(1, { timeout: 250 })
  }).toPass({ intervals: [0], timeout: 20_000 })
}
