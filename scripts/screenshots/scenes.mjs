/**
 * What the pictures show. Each scene brings the page into a state and waits until it is there. It gets the
 * page, whether the window is narrow, and what stands in the library; it knows no word of the interface.
 */
export const SCENES = {
  library: async (page) => {
    await go(page, '#/library')
    await page.getByRole('row').nth(4).waitFor()
  },

  /** A highlight is active and its card shows; a sentence of the other language is selected. */
  reader: async (page, { pairId, isNarrow }) => {
    await openPair(page, pairId)
    // Where it is narrow the side panel is a drawer over the text.
    if (isNarrow) await page.keyboard.press('Control+Backslash')
    await cardOf(page, '媒体是镜子，更是桥').click()
    if (isNarrow) await page.keyboard.press('Control+Backslash')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('s')
    await page.getByRole('toolbar').waitFor()
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
}

async function openPair(page, pairId) {
  await go(page, `#/pair/${pairId}`)
  await page.locator('[data-segment]').first().waitFor()
  await page.keyboard.press('Home')
  await page.locator('[data-row="0"]').waitFor()
}

function cardOf(page, quote) {
  return page.locator('article').getByRole('button', { name: new RegExp(quote, 'u') })
}

/** Goes to a place of the app. Each scene begins on a fresh page. */
async function go(page, hash) {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
}
