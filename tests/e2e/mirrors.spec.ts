import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { PairSummary } from '../../src/shared/contract/schemas/pair.ts'
import { expect, test, type App } from './fixtures/app.ts'
import { clickOn, painted, segmentWith, selectWithMouse } from './fixtures/hand.ts'
import { allRows, goTo, importText, openSamplePair } from './fixtures/library.ts'

const SENTENCE = '虚假信息传得快，更正走得慢，这是各国编辑部共同的难处。'
const FACING = 'False reports travel fast and corrections slowly; every newsroom present knew the problem.'

test('a highlight gets its mirror, has it adjusted and taken off, and all of it undone and redone by keyboard', async ({
  page,
  app,
}) => {
  await openAlignedPair(page, app)
  await pressUntil(page, 'j', page.locator('[data-row][aria-current="true"]').filter({ hasText: SENTENCE }))
  await page.keyboard.press('s')
  await expect(said(page)).toHaveText(`Selected: ${SENTENCE}`)

  // P highlights the selection and proposes; nothing of the proposal is kept yet.
  await page.keyboard.press('p')
  await expect.poll(() => painted(page, 'hl-proposed')).toEqual([FACING])
  const bar = page.getByRole('toolbar', { name: 'Mirror of the highlight' })
  await expect(bar).toContainText('Fairly sure counterpart')
  await expect.poll(() => spans(app)).toEqual([SENTENCE])
  await expectAccessible(page)

  // The proposal's edges by key, then dismissed: it leaves no trace, and comes again as it was.
  await page.keyboard.press('[')
  await expect.poll(() => painted(page, 'hl-proposed')).toEqual([FACING.slice(0, -1)])
  await page.keyboard.press('Alt+Shift+BracketRight')
  await expect.poll(() => painted(page, 'hl-proposed')).toEqual([FACING.slice('False '.length, -1)])
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  expect(await painted(page, 'hl-proposed')).toEqual([])
  await page.keyboard.press('p')
  await expect.poll(() => painted(page, 'hl-proposed')).toEqual([FACING])
  await page.keyboard.press('Enter')
  await expect.poll(() => spans(app)).toEqual([SENTENCE, FACING])
  await expect.poll(() => painted(page, 'hl-active')).toEqual([SENTENCE])
  await expect.poll(() => painted(page, 'hl-active-mirror')).toEqual([FACING])
  await expect(page.getByRole('article')).toContainText(FACING)

  // P again takes up the mirror; now the keys move its edges, each one step.
  await page.keyboard.press('p')
  await expect(bar).toContainText('Adjusting the mirror')
  await page.keyboard.press('[')
  await expect.poll(() => spans(app)).toEqual([SENTENCE, FACING.slice(0, -1)])
  await page.keyboard.press('Enter')
  await expect(bar).toBeHidden()
  await page.keyboard.press('[')
  await expect.poll(() => spans(app)).toEqual([SENTENCE.slice(0, -1), FACING.slice(0, -1)])

  await page.keyboard.press('Shift+P')
  await expect.poll(() => spans(app)).toEqual([SENTENCE.slice(0, -1)])
  const states = [
    [SENTENCE.slice(0, -1), FACING.slice(0, -1)],
    [SENTENCE, FACING.slice(0, -1)],
    [SENTENCE, FACING],
    [SENTENCE],
    [],
  ]
  for (const state of states) {
    await page.keyboard.press('Control+z')
    await expect.poll(() => spans(app)).toEqual(state)
  }
  for (const state of [...states.toReversed().slice(1), [SENTENCE.slice(0, -1)]]) {
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => spans(app)).toEqual(state)
  }
  await page.keyboard.press('Control+z')
  await expect.poll(() => painted(page, 'hl-mirror-1')).toEqual([FACING.slice(0, -1)])

  // One thing: deleted once, both are gone.
  await page.keyboard.press('o')
  await expect.poll(() => painted(page, 'hl-active-mirror')).toHaveLength(1)
  await page.keyboard.press('Delete')
  await expect.poll(() => spans(app)).toEqual([])
  await expect.poll(() => painted(page, 'hl-mirror-1')).toEqual([])
})

test('without beads there is no proposal: the counterpart is selected by hand, by keyboard and by mouse', async ({
  page,
  app,
}) => {
  const left = await importText(app, 'zh.txt', '更正\n\n𠮷祥照相馆😀更正走得慢。')
  const right = await importText(app, 'en.txt', 'Corrections\n\nJixiang 😀 makes corrections slowly.')
  const { id } = await app.call('pairs.create', {
    leftArticleId: left,
    rightArticleId: right,
    kind: 'parallel',
  })
  await goTo(page, `#/pair/${id}`)
  await selectWithMouse(page, '更正走得慢')
  await page.keyboard.press('p')
  const bar = page.getByRole('toolbar', { name: 'Mirror of the highlight' })
  await expect(bar).toContainText('No counterpart found')
  // By mouse: a press there does not end it.
  await clickOn(page, 'corrections slowly')
  await expect(bar).toContainText('No counterpart found')
  await selectWithMouse(page, 'corrections slowly')
  await expect(bar).toContainText('Your selection as the mirror?')
  await page.keyboard.press('p')
  await expect.poll(() => spans(app)).toEqual(['更正走得慢', 'corrections slowly'])
  await expect.poll(() => painted(page, 'hl-mirror-1')).toEqual(['corrections slowly'])

  // By keyboard: the caret is on the other side already.
  await page.keyboard.press('Shift+P')
  await expect.poll(() => spans(app)).toEqual(['更正走得慢'])
  await page.keyboard.press('p')
  await expect(bar).toContainText('No counterpart found')
  await page.keyboard.press('w')
  await expect.poll(() => selected(page)).toBe('Jixiang')
  for (let times = 0; times < 2; times += 1) await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => selected(page)).toBe('Jixiang 😀')
  await page.keyboard.press('Enter')
  await expect.poll(() => spans(app)).toEqual(['更正走得慢', 'Jixiang 😀'])
})

test('edges are dragged by mouse: of a mirror, of a highlight, of a proposal', async ({ page, app }) => {
  const pair = await openAlignedPair(page, app)
  await app.call('annotations.createByQuote', {
    articleId: pair.left.id,
    quote: '更正走得慢',
    color: 4,
  })
  await expect.poll(() => painted(page, 'hl-4')).toEqual(['更正走得慢'])
  await clickOn(page, '更正走得慢')
  await page.keyboard.press('p')
  await expect.poll(() => painted(page, 'hl-proposed')).toEqual(['corrections slowly'])
  await dragEdge(page, 'corrections slowly', 'start', 'fast and ')
  await expect.poll(() => painted(page, 'hl-proposed')).toEqual(['fast and corrections slowly'])
  await expect.poll(() => spans(app)).toEqual(['更正走得慢'])
  await dragEdge(page, 'fast and corrections slowly', 'start', 'corrections slowly')
  await page.keyboard.press('p')
  await expect.poll(() => painted(page, 'hl-active-mirror')).toEqual(['corrections slowly'])
  await dragEdge(page, 'corrections slowly', 'end', '; every newsroom')
  await expect.poll(() => spans(app)).toEqual(['更正走得慢', 'corrections slowly; every newsroom'])
  await dragEdge(page, '更正走得慢', 'start', '传得快，')
  await expect.poll(() => spans(app)).toEqual(['传得快，更正走得慢', 'corrections slowly; every newsroom'])
  // Back where it was by Escape, and by Ctrl+Z step by step.
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => spans(app)).toEqual(['更正走得慢', 'corrections slowly'])

  // Under the mouse both are marked.
  await page.keyboard.press('Escape')
  await expect.poll(() => painted(page, 'hl-active')).toEqual([])
  await clickOn(page, 'travel fast')
  const point = await middleOf(page, 'corrections slowly')
  await page.mouse.move(point.x, point.y)
  await expect.poll(() => painted(page, 'hl-hover')).toEqual(['更正走得慢', 'corrections slowly'])
})

test('overlapping highlights are cycled, listed, divided and merged, by keyboard alone', async ({
  page,
  app,
}) => {
  const pair = await openSamplePair(page, app)
  const quotes = ['虚假信息传得快，更正走得慢', '更正走得慢，这是各国', '走得慢']
  for (const [index, quote] of quotes.entries()) {
    await app.call('annotations.createByQuote', {
      articleId: pair.left.id,
      quote,
      color: ([1, 2, 3] as const)[index] ?? 1,
      tagPaths: [`重叠/${index + 1}`],
    })
  }
  await expect.poll(() => painted(page, 'hl-3')).toEqual(['走得慢'])
  // A press cycles from the smallest to the largest.
  for (const quote of [quotes[2], quotes[1], quotes[0], quotes[2]]) {
    await clickOn(page, '走得慢')
    await expect.poll(() => painted(page, 'hl-active')).toEqual([quote])
  }
  await page.keyboard.press('o')
  await expect.poll(() => painted(page, 'hl-active')).toEqual([quotes[1]])
  await expect(said(page)).toContainText('Highlight: Red, 重叠/2')

  // The list: arrows go through it, Enter chooses, letters do nothing else.
  await page.keyboard.press('Shift+O')
  const list = page.getByRole('list', { name: 'Highlights here' })
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await expect(list.locator('[aria-current="true"]')).toBeFocused()
  await expectAccessible(page)
  for (const key of ['a', 'p', 'v', 'Shift+U']) await page.keyboard.press(key)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(list).toBeHidden()
  await expect.poll(() => painted(page, 'hl-active')).toEqual([quotes[0]])
  expect((await app.call('annotations.list', {})).length).toBe(3)

  // Merge with the smallest that overlaps; one step each.
  await page.keyboard.press('Shift+U')
  await expect.poll(async () => (await app.call('annotations.list', {})).length).toBe(2)
  await page.keyboard.press('Shift+U')
  await expect.poll(() => spans(app)).toEqual(['虚假信息传得快，更正走得慢，这是各国'])
  expect((await app.call('annotations.list', {}))[0]?.tagIds.length).toBe(3)

  // Divide where a selection ends, and put together what stands side by side.
  await pressUntil(page, 'j', page.locator('[data-row][aria-current="true"]').filter({ hasText: SENTENCE }))
  await page.keyboard.press('w')
  await page.keyboard.press('w')
  await expect.poll(() => selected(page)).toBe('信息')
  await page.keyboard.press('Shift+D')
  await expect.poll(() => spans(app)).toEqual(['虚假信息', '传得快，更正走得慢，这是各国'])
  await page.keyboard.press('Shift+U')
  await expect.poll(() => spans(app)).toEqual(['虚假信息传得快，更正走得慢，这是各国'])
  for (const count of [2, 1, 2, 3]) {
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await app.call('annotations.list', {})).length).toBe(count)
  }
})

test('words become their own tag, and selections grow by word, sentence and paragraph on either side', async ({
  page,
  app,
}) => {
  await openSamplePair(page, app)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('w')
  await expect(page.locator('[data-selecting="right"]')).toHaveCount(1)
  await page.keyboard.press('Shift+W')
  const sentence = await selected(page)
  await page.keyboard.press('Control+Shift+ArrowDown')
  await expect.poll(async () => (await selected(page)).length).toBeGreaterThan(sentence.length)
  await page.keyboard.press('Escape')
  await page.keyboard.press('x')
  await pressUntil(page, 'j', page.locator('[data-row][aria-current="true"]').filter({ hasText: SENTENCE }))
  await page.keyboard.press('w')
  await expect.poll(() => selected(page)).toBe('虚假')
  for (const key of ['v', 'p', 'Enter', 'W']) await pressComposing(page, key)
  await expect.poll(() => selected(page)).toBe('虚假')
  expect(await app.call('annotations.list', {})).toEqual([])
  await page.keyboard.press('v')
  await expect.poll(async () => (await app.call('tags.list', {})).map(({ path }) => path)).toEqual(['虚假'])
  await expect(said(page)).toHaveText('Highlighted and tagged: 虚假')
  await page.keyboard.press('Control+z')
  await expect.poll(() => app.call('tags.list', {})).toEqual([])
  expect(await app.call('annotations.list', {})).toEqual([])
})

test('in the align layer Enter accepts the proposal and moves no bead', async ({ page, app }) => {
  const pair = await openAlignedPair(page, app)
  await app.call('annotations.createByQuote', { articleId: pair.left.id, quote: '更正走得慢' })
  await expect.poll(() => painted(page, 'hl-1')).toEqual(['更正走得慢'])
  await page.keyboard.press('a')
  await expect(page.getByRole('toolbar', { name: 'Aligning tools' })).toBeVisible()
  const rows = await allRows(app, { kind: 'pair', pairId: pair.id })
  await clickOn(page, '更正走得慢')
  await page.keyboard.press('p')
  await expect.poll(() => painted(page, 'hl-proposed')).toEqual(['corrections slowly'])
  await page.keyboard.press('Enter')
  await expect.poll(() => spans(app)).toEqual(['更正走得慢', 'corrections slowly'])
  expect(await allRows(app, { kind: 'pair', pairId: pair.id })).toEqual(rows)
})

function said(page: Page): Locator {
  return page.getByRole('main').locator('[role="status"][data-unseen]').last()
}

async function spans(app: App): Promise<string[]> {
  const annotations = await app.call('annotations.list', {})
  return annotations.flatMap((annotation) => annotation.spans.map(({ exact }) => exact))
}

function selected(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString().trim() ?? '')
}

async function openAlignedPair(page: Page, app: App): Promise<PairSummary> {
  const pair = await openSamplePair(page, app)
  if (pair.alignedAt === null) await app.call('alignment.start', { pairId: pair.id })
  await expect(page.locator('[data-row]').filter({ hasText: SENTENCE })).toContainText(FACING)
  return pair
}

/** Where a quote's edge is on the screen. */
async function edgeOf(page: Page, quote: string, edge: 'start' | 'end'): Promise<{ x: number; y: number }> {
  return segmentWith(page, quote).evaluate(
    (element, [wanted, which]) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const start = node.nodeValue?.indexOf(wanted) ?? -1
        if (start < 0) continue
        const range = document.createRange()
        range.setStart(node, start)
        range.setEnd(node, start + wanted.length)
        const rects = [...range.getClientRects()]
        const rect = which === 'start' ? rects[0] : rects.at(-1)
        if (rect !== undefined)
          return { x: which === 'start' ? rect.left : rect.right, y: rect.top + rect.height / 2 }
      }
      throw new Error(`“${wanted}” is not in one piece`)
    },
    [quote, edge] as const,
  )
}

async function middleOf(page: Page, quote: string): Promise<{ x: number; y: number }> {
  const { x, y } = await edgeOf(page, quote, 'start')
  return { x: x + 12, y }
}

/** Takes hold of an edge of what is painted on a quote and drags it to the same edge of other words. */
async function dragEdge(page: Page, quote: string, edge: 'start' | 'end', goal: string): Promise<void> {
  const from = await edgeOf(page, quote, edge)
  const to = await edgeOf(page, goal, edge)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 10 })
  await page.mouse.up()
}

async function pressUntil(page: Page, key: string, goal: Locator): Promise<void> {
  await expect(async () => {
    if ((await goal.count()) > 0) return
    await page.keyboard.press(key)
    await expect(goal).toHaveCount(1, { timeout: 250 })
  }).toPass({ intervals: [0], timeout: 15_000 })
}

/** Presses a key as it reaches a page while an input method composes. */
async function pressComposing(page: Page, key: string): Promise<void> {
  const code = key.length > 1 ? key : `Key${key.toUpperCase()}`
  const init = { key, code, bubbles: true, cancelable: true, isComposing: true }
  await page.evaluate((event) => {
    for (const type of ['keydown', 'keyup'])
      document.activeElement?.dispatchEvent(new KeyboardEvent(type, event))
  }, init)
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .setLegacyMode(true)
      .analyze()
    expect
      .soft(
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
        colorScheme,
      )
      .toEqual([])
  }
}
