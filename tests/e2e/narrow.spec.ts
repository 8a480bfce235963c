import type { Locator, Page } from '@playwright/test'
import { expect, test, type App } from './fixtures/app.ts'
import { painted } from './fixtures/hand.ts'
import { goTo, importText, openSamplePair } from './fixtures/library.ts'

test.use({ viewport: { width: 700, height: 560 } })

const LONG =
  '两位编辑在茶水间里算了一笔账：每天三十条消息，每条多打一个电话，一年下来不过是多说了一万句话，却少写了三百条更正。'

test('the drawer takes the focus, keeps Tab inside, and goes with Escape', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await app.call('annotations.createByQuote', {
    articleId: pair.left.id,
    quote: '媒体是镜子，更是桥',
    color: 1,
  })
  await expect.poll(() => painted(page, 'hl-1')).toHaveLength(1)
  const drawer = page.getByRole('complementary', { name: 'Highlights & notes' })
  await page.keyboard.press('Control+Backslash')
  await expect(drawer).toBeVisible()
  await expect.poll(() => holdsFocus(drawer)).toBe(true)
  // Round and round: more often than there are stops.
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press(press < 12 ? 'Tab' : 'Shift+Tab')
    expect(await holdsFocus(drawer)).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  // Back in the text, where its keys work.
  await page.keyboard.press('j')
  await expect(page.locator('[data-row][aria-current="true"]')).toHaveCount(1)

  // Opened for something that is looked for, it goes with one Escape as well.
  await page.keyboard.press('s')
  await page.keyboard.press('f')
  const found = page.getByRole('region', { name: 'Counterparts in the library' })
  await expect(found).toBeVisible()
  await expect.poll(() => holdsFocus(drawer)).toBe(true)
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
})

test('a note never lies over the sentence it is about', async ({ page, app }) => {
  await openLongText(page, app)
  const sentence = page.locator('[data-segment]').filter({ hasText: LONG })
  await sentence.click()
  // Near the bottom edge, where there is no room under it.
  await page.locator('[data-reading-scroller]').evaluate((scroller, text) => {
    const segment = [...scroller.querySelectorAll('[data-segment]')].find(
      (each) => each.textContent.trim() === text,
    )
    const rects = [...(segment?.getClientRects() ?? [])]
    scroller.scrollTop += (rects.at(-1)?.bottom ?? 0) - scroller.getBoundingClientRect().bottom + 12
  }, LONG)
  await page.keyboard.press('o')
  await expect.poll(() => painted(page, 'hl-active')).toEqual(['少写了三百条更正'])
  await page.keyboard.press('n')
  const note = page.getByRole('dialog', { name: 'Note' })
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  expect(await overlap(note, sentence)).toBe(false)
  // Nor when it grows.
  for (let line = 0; line < 14; line += 1) {
    await page.keyboard.type(`第${line}行`)
    await page.keyboard.press('Enter')
    await expect.poll(() => overlap(note, sentence)).toBe(false)
  }
  await expect(note).toBeInViewport({ ratio: 1 })
})

test('a long title ends in an ellipsis and leaves the find box its room', async ({ page, app }) => {
  await openLongText(page, app)
  const box = page.getByRole('search', { name: /Find/u })
  const width = async (): Promise<number> => (await box.boundingBox())?.width ?? 0
  await expect(box).toBeVisible()
  expect(await width()).toBeGreaterThan(130)
  const title = page.getByRole('banner').getByRole('heading')
  const isCut = await title.evaluate((element) =>
    [...element.children].some((each) => each.scrollWidth > each.clientWidth),
  )
  expect(isCut).toBe(true)
  await expect(title.locator('[title]')).toHaveAttribute('title', new RegExp(`^${TITLE}`, 'u'))
  // Nothing of the header has been pushed out of the window.
  const buttons = page.getByRole('banner').getByRole('button')
  for (const button of await buttons.all()) await expect(button).toBeInViewport({ ratio: 1 })
})

const TITLE = '一个电话号码和一张长桌'

async function openLongText(page: Page, app: App): Promise<void> {
  const paragraph = `茶水间不大。${LONG}桌上没有国名牌。`
  const filler = Array.from({ length: 12 }, (_, at) => `第${at + 1}段。会场外面下着雨，没有人急着走。`)
  const id = await importText(
    app,
    'long.txt',
    [TITLE, ...filler.slice(0, 6), paragraph, ...filler.slice(6)].join('\n\n'),
  )
  await app.call('articles.update', {
    articleId: id,
    patch: { title: `${TITLE}：关于更正、转载、茶水间和一座桥的若干笔记，兼答几位读者的来信以及来信的来信` },
  })
  await app.call('annotations.createByQuote', { articleId: id, quote: '少写了三百条更正', color: 2 })
  await goTo(page, `#/article/${id}`)
  await expect.poll(() => painted(page, 'hl-2')).toHaveLength(1)
}

function holdsFocus(drawer: Locator): Promise<boolean> {
  return drawer.evaluate((element) => element.contains(document.activeElement))
}

/** Whether a sheet lies over any line of a sentence. */
async function overlap(sheet: Locator, sentence: Locator): Promise<boolean> {
  const box = await sheet.boundingBox()
  if (box === null) throw new Error('the sheet is not drawn')
  const lines = await sentence.evaluate((element) =>
    [...element.getClientRects()].map(({ top, bottom, left, right }) => ({ top, bottom, left, right })),
  )
  return lines.some(
    ({ top, bottom, left, right }) =>
      top < box.y + box.height && bottom > box.y && left < box.x + box.width && right > box.x,
  )
}
