import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../scripts/find-chromium.mjs'
import type { ArticleId } from '../src/shared/domain/ids.ts'
import { openBenchCore } from './bench-core.ts'
import { median, type Figure } from './figures.ts'
import { highlightArticle } from './highlight-article.ts'
import { makeChineseText } from './make-text.ts'
import { plainPage } from './plain-page.ts'

const CHARACTERS = 1_000_000
const HIGHLIGHTS = 10_000
const FRAMES = 240
const ROUNDS = 3

async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium()
  if (executablePath === null) throw new Error('The bench needs a Chromium; name one in DUIZHAO_CHROMIUM.')
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({
    executablePath,
    args: [...sandbox, '--disable-gpu', '--disable-background-networking'],
  })
}

/** Resident memory of the page's process in MB, where the system tells (Linux). */
async function residentMegabytes(page: Page): Promise<number | null> {
  const session: CDPSession | null = (await page.context().browser()?.newBrowserCDPSession()) ?? null
  if (session === null) return null
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const sizes = processInfo
    .filter((info) => info.type === 'renderer')
    .map(({ id }) => {
      try {
        const status = readFileSync(`/proc/${id}/status`, 'utf8')
        return Number(/^VmRSS:\s+(\d+)/mu.exec(status)?.[1] ?? 0) / 1024
      } catch {
        return 0
      }
    })
  await session.detach()
  return Math.max(...sizes)
}

/** Milliseconds from the start of the navigation until `selector` has been painted. */
async function paintTime(page: Page, address: string, selector: string): Promise<number> {
  await page.goto('about:blank')
  const start = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForSelector(selector, { state: 'visible', timeout: 60_000 })
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))))
  return performance.now() - start
}

/** The time of each frame while the page is scrolled down steadily. */
async function frameTimes(page: Page, scroller: string): Promise<number[]> {
  return page.evaluate(
    ([selector, frames]) =>
      new Promise<number[]>((done) => {
        const box = document.querySelector(selector) ?? document.scrollingElement
        const times: number[] = []
        let last = performance.now()
        const step = (now: number): void => {
          times.push(now - last)
          last = now
          box?.scrollBy(0, 120)
          if (times.length > frames) done(times.slice(1))
          else requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
    [scroller, FRAMES] as const,
  )
}

/** Starts the built loopback host on a library; resolves with its address. */
async function serve(library: string): Promise<{ url: string; stop: () => void }> {
  const entry = fileURLToPath(new URL('../out/main/web.js', import.meta.url))
  const host = spawn(process.execPath, [entry, '--no-open', '--library', library], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    host.stdout.on('data', (data: Buffer) => {
      const found = /http:\/\/\S+/u.exec(data.toString())
      if (found !== null) resolve(found[0])
    })
    host.once('exit', () => reject(new Error('the host did not start')))
  })
  return { url, stop: () => void host.kill() }
}

/** Selects a few characters of the text in view and highlights them with a key; milliseconds until it is painted. */
async function addOne(page: Page, color: number): Promise<number> {
  return page.evaluate(async (digit) => {
    const inView = [...document.querySelectorAll('[data-segment]')].filter((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top > 150 && bottom < innerHeight - 150
    })
    const segment = inView[Math.floor(inView.length / 2)]
    const text =
      segment === undefined ? null : document.createTreeWalker(segment, NodeFilter.SHOW_TEXT).nextNode()
    if (text === null) throw new Error('no text in view')
    getSelection()?.setBaseAndExtent(text, 1, text, 5)
    await new Promise((done) => setTimeout(done, 100))
    const painted = (): number => CSS.highlights.get(`hl-${digit}`)?.size ?? 0
    const before = painted()
    const start = performance.now()
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: String(digit),
        code: `Digit${digit}`,
        bubbles: true,
        cancelable: true,
      }),
    )
    while (painted() === before) {
      if (performance.now() - start > 10_000) throw new Error('the highlight was not painted')
      await new Promise((done) => requestAnimationFrame(done))
    }
    return performance.now() - start
  }, color)
}

interface Measured {
  readonly paint: number
  readonly add: number
  readonly frames: readonly number[]
  readonly memory: number | null
}

async function measureApp(browser: Browser, url: string, articleId: ArticleId): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  const { origin } = new URL(url)
  await page.goto(url)
  const address = `${origin}/#/article/${articleId}`
  const paints: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    paints.push(await paintTime(page, address, '[data-segment]'))
  const scroller = await page.evaluate(() => {
    let element = document.querySelector('[data-segment]')
    while (element !== null && !/auto|scroll/u.test(getComputedStyle(element).overflowY))
      element = element.parentElement
    element?.setAttribute('data-bench-scroller', '')
    return element === null ? 'html' : '[data-bench-scroller]'
  })
  const frames = await frameTimes(page, scroller)
  const adds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) adds.push(await addOne(page, 3))
  const memory = await residentMegabytes(page)
  await page.close()
  return { paint: median(paints), add: median(adds), frames, memory }
}

async function measurePlain(browser: Browser, text: string): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  const content = plainPage(text, HIGHLIGHTS)
  await page.route('http://bench.invalid/', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: content }),
  )
  const paints: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    paints.push(await paintTime(page, 'http://bench.invalid/', 'p:last-of-type'))
  const frames = await frameTimes(page, 'html')
  const adds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    adds.push(
      await page.evaluate(async (nth) => {
        const texts = [...(document.querySelectorAll('p')[500 + nth]?.childNodes ?? [])]
        const node = texts.find((child) => child instanceof Text && child.length > 5)
        if (!(node instanceof Text)) throw new Error('no text')
        const start = performance.now()
        const range = document.createRange()
        range.setStart(node, 1)
        range.setEnd(node, 5)
        range.surroundContents(document.createElement('mark'))
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
        return performance.now() - start
      }, round),
    )
  }
  const memory = await residentMegabytes(page)
  await page.close()
  return { paint: median(paints), add: median(adds), frames, memory }
}

/** A million characters with ten thousand highlights in the app, beside the same as plain DOM with `<mark>`. */
export async function benchBook(): Promise<Figure[]> {
  const text = makeChineseText(CHARACTERS)
  const bench = await openBenchCore()
  const [articleId] = await bench.importTexts([{ name: 'book.txt', text }])
  // As long, but without highlights; another text, or the import would take it for the same article.
  const [bareId] = await bench.importTexts([{ name: 'bare.txt', text: makeChineseText(CHARACTERS, 2) }])
  if (articleId === undefined || bareId === undefined) throw new Error('nothing was imported')
  const cost = await highlightArticle(bench.api, articleId, HIGHLIGHTS)
  await bench.core.close()

  const host = await serve(bench.library)
  const browser = await openBrowser()
  try {
    const app = await measureApp(browser, host.url, articleId)
    const bare = await measureApp(browser, host.url, bareId)
    const plain = await measurePlain(browser, text)
    const over = (frames: readonly number[], limit: number): number =>
      frames.filter((frame) => frame > limit).length
    return [
      {
        name: 'store the 10,000th highlight',
        value: cost.last,
        unit: 'ms',
        baseline: { name: 'the first', value: cost.first },
      },
      {
        name: 'book: first paint',
        value: app.paint,
        unit: 'ms',
        baseline: { name: 'plain DOM with <mark>', value: plain.paint },
      },
      {
        name: 'book: add one highlight',
        value: app.add,
        unit: 'ms',
        baseline: { name: 'plain DOM with <mark>', value: plain.add },
      },
      {
        name: 'book: add one highlight among none',
        value: bare.add,
        unit: 'ms',
        baseline: { name: 'plain DOM with <mark>', value: plain.add },
      },
      {
        name: `book: frames over 50 ms of ${FRAMES}`,
        value: over(app.frames, 50),
        unit: 'frames',
        baseline: { name: 'plain DOM with <mark>', value: over(plain.frames, 50) },
      },
      {
        name: 'book: slowest frame',
        value: Math.max(...app.frames),
        unit: 'ms',
        baseline: { name: 'plain DOM with <mark>', value: Math.max(...plain.frames) },
      },
      ...(app.memory === null || plain.memory === null
        ? []
        : [
            {
              name: 'book: memory of the page',
              value: app.memory,
              unit: 'MB' as const,
              baseline: { name: 'plain DOM with <mark>', value: plain.memory },
            },
          ]),
    ]
  } finally {
    await browser.close()
    host.stop()
    await bench.close()
  }
}
