/**
 * What the pictures show. Each scene brings the page into a state and waits until it is there. It gets the
 * page and what stands in the library; it knows no word of the interface.
 */
export const SCENES = {
  library: async (page) => {
    await go(page, '#/library')
    await page.getByRole('row').nth(4).waitFor()
  },

  /** A highlight is active, its card shows where there is room, and a sentence facing the next row is selected. */
  reader: async (page, { pairId }) => {
    await openHighlight(page, pairId)
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('s')
    // The first bar is that of the highlight; it has one button more.
    await page.waitForFunction(() => {
      const bar = document.querySelector('[role="toolbar"]')
      return bar !== null && bar.querySelectorAll(':scope > button').length === 4
    })
  },

  /** Some beads verified, the caret on a row with a highlight. Twice is as good as once: all pictures share a library. */
  align: async (page, { pairId }) => {
    await openPair(page, pairId)
    await page.keyboard.press('a')
    await page.getByRole('toolbar').waitFor()
    for (const key of ['Home', 'a', 'a', 'a', 'a']) await page.keyboard.press(key)
    await page.locator('[data-row][aria-current="true"]').waitFor()
  },

  'reader-find': async (page, { pairId }) => {
    await openPair(page, pairId)
    await page.keyboard.press('/')
    await page.keyboard.type('核实')
    await page.getByText(/^1 \/ \d+$/u).waitFor()
  },

  export: async (page, { pairId }) => {
    await go(page, `#/export/pair/${pairId}`)
    await page.getByText('duizhao:begin').first().waitFor()
  },

  import: async (page, { jobId }) => {
    await go(page, `#/import/${jobId}`)
    await page.getByText('programme.pdf').first().waitFor()
  },

  tags: async (page, { pairId }) => {
    await openHighlight(page, pairId)
    await page.keyboard.press('t')
    await page.getByRole('combobox').waitFor()
  },

  note: async (page, { pairId }) => {
    await openHighlight(page, pairId)
    await page.keyboard.press('n')
    await page.locator('[contenteditable="true"]').waitFor()
  },

  keys: (page, { pairId }) => overText(page, pairId, '?'),
  palette: (page, { pairId }) => overText(page, pairId, 'Control+k'),
  history: (page, { pairId }) => overText(page, pairId, 'Control+Shift+h'),
  settings: (page, { pairId }) => overText(page, pairId, 'Control+,'),
}

async function openPair(page, pairId) {
  await go(page, `#/pair/${pairId}`)
  await page.locator('[data-segment]').first().waitFor()
  await page.keyboard.press('Home')
  await page.locator('[data-row="0"]').waitFor()
}

async function openHighlight(page, pairId) {
  await openPair(page, pairId)
  await page.locator('[data-segment]', { hasText: '媒体是镜子，更是桥' }).click()
  await page.keyboard.press('o')
  await page.getByRole('toolbar').waitFor()
}

async function overText(page, pairId, key) {
  await openPair(page, pairId)
  await page.keyboard.press(key)
  await page.getByRole('dialog').waitFor()
}

/** Goes to a place of the app. Each scene begins on a fresh page. */
async function go(page, hash) {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
}
