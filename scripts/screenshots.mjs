// Pictures of the app in real Chromium, from a library made for them.
//   npm run screenshots              the few that the documentation uses, into docs/images
//   npm run screenshots -- DIR       every scene, wide and narrow, light and dark, in both languages
//   npm run screenshots -- DIR reader-dark …   only those whose names begin so
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureBuilt } from './build-project.mjs'
import { findChromium } from './find-chromium.mjs'
import { assertInstalled, inProject, runMain } from './project.mjs'
import { startHost } from './screenshots/host.mjs'
import { fillLibrary, readImport } from './screenshots/sample-work.mjs'
import { SCENES } from './screenshots/scenes.mjs'

const SIZES = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 900, height: 700 },
}

const LANGUAGES = ['en', 'zh-Hans']

/** The pictures in the documentation. */
const IN_DOCS = new Set([
  'library-light',
  'library-light.zh-Hans',
  'reader-light',
  'reader-light.zh-Hans',
  'align-light',
  'align-light.zh-Hans',
  'reader-dark-narrow',
  'reader-dark-narrow.zh-Hans',
  'import-light',
  'import-light.zh-Hans',
  'export-light',
  'export-light.zh-Hans',
])

await runMain(async () => {
  const [directory, ...names] = process.argv.slice(2)
  assertInstalled()
  await ensureBuilt()
  const executablePath = await findChromium()
  if (executablePath === null)
    throw new Error('No Chromium was found. Install one, or name it in DUIZHAO_CHROMIUM.')
  const out = directory === undefined ? inProject('docs', 'images') : resolve(directory)
  const isWanted = ({ name }) =>
    directory === undefined
      ? IN_DOCS.has(name)
      : names.length === 0 || names.some((beginning) => name.startsWith(beginning))
  await mkdir(out, { recursive: true })

  const folder = await mkdtemp(join(tmpdir(), 'duizhao-screenshots-'))
  const { chromium } = await import('@playwright/test')
  // Chromium's sandbox does not start as root, which is who runs in most containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = ['--disable-gpu', '--disable-partial-raster', '--hide-scrollbars', ...sandbox]
  const browser = await chromium.launch({ executablePath, args })
  let host = null
  try {
    host = await startHost(join(folder, 'library'))
    const contents = { ...(await fillLibrary(host)), jobId: await readImport(host) }
    for (const picture of pictures().filter(isWanted)) {
      await take(browser, host, contents, picture, join(out, `${picture.name}.png`))
      console.log(`${picture.name}.png`)
    }
  } finally {
    await browser.close()
    await host?.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
})

function pictures() {
  return Object.keys(SCENES).flatMap((scene) =>
    ['light', 'dark'].flatMap((theme) =>
      Object.keys(SIZES).flatMap((size) =>
        LANGUAGES.map((language) => ({
          scene,
          theme,
          size,
          language,
          name: `${scene}-${theme}${size === 'narrow' ? '-narrow' : ''}${language === 'en' ? '' : `.${language}`}`,
        })),
      ),
    ),
  )
}

async function take(browser, host, contents, { scene, theme, size, language, name }, path) {
  await host.call('settings.update', { patch: { uiLanguage: language, theme } })
  const context = await browser.newContext({
    viewport: SIZES[size],
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    colorScheme: theme,
    locale: language === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  const faults = []
  try {
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    await page.goto(host.url)
    await page.getByRole('main').waitFor()
    await SCENES[scene](page, contents)
    await settle(page)
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
    if (faults.length > 0) console.log(`  ${name}: ${faults.join('\n  ')}`)
  } catch (error) {
    throw new Error(`${name}: ${[error, ...faults].join('\n')}`, { cause: error })
  } finally {
    await context.close()
  }
}

/** Until every face that is asked for has come, and for ten frames nothing has changed. */
async function settle(page) {
  await page.mouse.move(0, 0)
  await page.evaluate(async () => {
    let quietFrames = 0
    const observer = new MutationObserver(() => (quietFrames = 0))
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    for (let frame = 0; quietFrames < 10; frame += 1) {
      if (frame === 1000) throw new Error('The page does not come to rest.')
      await document.fonts.ready
      await new Promise((resolve) => requestAnimationFrame(() => resolve()))
      const isStill = document.fonts.status === 'loaded' && document.getAnimations().length === 0
      quietFrames = isStill ? quietFrames + 1 : 0
    }
    observer.disconnect()
  })
}
