import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBenchCore } from './bench-core.ts'
import { highlightArticle } from './highlight-article.ts'
import { median, time, type Figure } from './figures.ts'
import { makeChineseText } from './make-text.ts'

const HIGHLIGHTS = 2000

/** Exports an article with many highlights, beside writing the very same bytes to a file. */
export async function benchExport(): Promise<Figure[]> {
  const bench = await openBenchCore()
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  try {
    const [articleId] = await bench.importTexts([{ name: 'book.txt', text: makeChineseText(200_000) }])
    if (articleId === undefined) throw new Error('nothing was imported')
    await highlightArticle(bench.api, articleId, HIGHLIGHTS)
    const request = { scope: { kind: 'article', articleId }, options: { format: 'markdown' } } as const
    const destination = bench.core.grants.addDirectory(folder)
    const times: number[] = []
    for (let round = 0; round < 3; round += 1) {
      times.push(await time(() => bench.api.exports.write({ ...request, destination })))
    }
    const { content } = await bench.api.exports.preview(request)
    const bare = await time(() => writeFileSync(join(folder, 'bare.md'), content, { flush: true }))
    return [
      {
        name: `export an article with ${HIGHLIGHTS} highlights`,
        value: median(times),
        unit: 'ms',
        baseline: { name: 'writing the same bytes', value: bare },
      },
    ]
  } finally {
    await bench.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
