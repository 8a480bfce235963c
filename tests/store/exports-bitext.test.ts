import { unzipSync } from 'fflate'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ApiError } from '../../src/shared/contract/client.ts'
import type { ExportScope } from '../../src/shared/contract/schemas/export.ts'
import type { ArticleId, PairId } from '../../src/shared/domain/ids.ts'
import { BITEXT_FORMATS } from '../../src/shared/export/bitext/bitext-model.ts'
import { openTestCore, type TestCore } from '../fixtures/open-test-core.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'
import { elements, parseXml } from '../unit/export/read-bitext.ts'

const zh = '# 桥与镜子\n\n桥是给人走的。𠮷村的桥很老。\n\n治理要靠大家😀。\n'
const en =
  '# A Bridge and a Mirror\n\nBridges are for walking. The bridge of 𠮷 is old.\n\nGovernance takes everyone 😀.\n'

interface Library extends TestCore {
  readonly left: ArticleId
  readonly pairId: PairId
  readonly pair: ExportScope
}

async function openPair(aligned = true): Promise<Library> {
  const test = await openTestCore()
  const [left, right] = await test.importTexts([
    { name: 'zh.md', text: zh },
    { name: 'en.md', text: en },
  ])
  if (left === undefined || right === undefined) throw new Error('not imported')
  const pair = await test.api.pairs.create({ leftArticleId: left, rightArticleId: right, kind: 'parallel' })
  if (aligned) await test.settled((await test.api.alignment.start({ pairId: pair.id })).jobId)
  return { ...test, left, pairId: pair.id, pair: { kind: 'pair', pairId: pair.id } }
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof ApiError ? error.code : 'no error'
}

describe('a pair in a bitext format', () => {
  test('holds the texts of the library, segment by segment, block by block', async () => {
    const { api, pair } = await openPair()
    const { content } = await api.exports.preview({ scope: pair, options: { format: 'json' } })
    const read = JSON.parse(content) as { left: { segments: unknown }; beads: { left: number[] }[] }
    expect(read).toMatchObject({ title: '桥与镜子 – A Bridge and a Mirror', right: { language: 'en' } })
    expect(read.left.segments).toEqual([
      { text: '桥与镜子', opensBlock: true, block: { kind: 'title', level: 0, speaker: null } },
      { text: '桥是给人走的。', opensBlock: true },
      { text: '𠮷村的桥很老。', opensBlock: false },
      { text: '治理要靠大家😀。', opensBlock: true },
    ])
    expect(read.beads.flatMap(({ left: [from = 0, to = 0] }) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual([0, 1, 2, 3]) // prettier-ignore
  })

  test('shown, downloaded and written is one and the same, in every format', async () => {
    const library = await openPair()
    for (const format of BITEXT_FORMATS) {
      const wish = { scope: library.pair, options: { format } } as const
      const preview = await library.api.exports.preview(wish)
      const download = await library.api.exports.download(wish)
      const folder = tempFolder()
      const destination = library.core.grants.addDirectory(folder)
      const { files } = await library.api.exports.write({ ...wish, destination })
      expect(files, format).toEqual(preview.files)
      expect(download.fileCount, format).toBe(files.length)
      const [first = { path: '' }] = files
      const onDisk = readFileSync(join(folder, first.path))
      const bytes = Buffer.from(download.base64, 'base64')
      const whole = files.length === 1 ? bytes : Buffer.from(unzipSync(bytes)[first.path] ?? [])
      expect(whole.equals(onDisk), format).toBe(true)
      const zipName = first.path.replace('.ladder', '.zip')
      expect(download.name, format).toBe(files.length === 1 ? first.path : zipName)
      expect(preview.isRendering, format).toBe(format === 'xlsx' || format === 'docx')
      if (preview.isRendering) expect(preview.content).toMatch(/^1\t桥与镜子\tA Bridge and a Mirror\t/u)
      else expect(onDisk.toString('utf8'), format).toBe(preview.content)
      // Again: nothing to do.
      await library.api.exports.write({ ...wish, destination })
      expect(readdirSync(folder), format).toHaveLength(files.length)
    }
  })

  test('never replaces a file that someone has worked in', async () => {
    const library = await openPair()
    const wish = { scope: library.pair, options: { format: 'csv' } } as const
    const folder = tempFolder()
    const destination = library.core.grants.addDirectory(folder)
    const [file = { path: '' }] = (await library.api.exports.write({ ...wish, destination })).files
    writeFileSync(join(folder, file.path), 'mine')
    const again = (await library.api.exports.write({ ...wish, destination })).files
    expect(again.map(({ path }) => path)).toEqual([file.path.replace('.csv', ' (2).csv')])
    expect(readFileSync(join(folder, file.path), 'utf8')).toBe('mine')
  })

  test('is for pairs that are aligned, and says so', async () => {
    const { api, pair, left } = await openPair(false)
    const tmx = { format: 'tmx' } as const
    expect(await codeOf(api.exports.preview({ scope: pair, options: tmx }))).toBe('invalid_input')
    expect(await codeOf(api.exports.preview({ scope: { kind: 'library' }, options: tmx }))).toBe(
      'invalid_input',
    )
    const article: ExportScope = { kind: 'article', articleId: left }
    await expect(api.exports.download({ scope: article, options: tmx })).rejects.toThrow(/Choose a pair/u)
  })
})

test('the source is the locked side, else what was chosen last, else the left side', async () => {
  const { api, pair, pairId } = await openPair()
  const srclang = async (source?: 'left' | 'right'): Promise<string | undefined> => {
    const options = { format: 'tmx', ...(source === undefined ? {} : { source }) } as const
    return /srclang="([^"]*)"/u.exec((await api.exports.preview({ scope: pair, options })).content)?.[1]
  }
  expect(await srclang()).toBe('zh-Hans')
  await api.settings.update({ patch: { exportSource: 'en' } })
  expect(await srclang()).toBe('en')
  await api.alignment.lock({ pairId, side: 'left' })
  expect(await srclang()).toBe('zh-Hans')
  expect(await srclang('right')).toBe('en')
  const french = { format: 'tmx', source: 'fr' } as const
  expect(await codeOf(api.exports.preview({ scope: pair, options: french }))).toBe('invalid_input')
  // In a library a pair may be in other languages than most.
  const all = await api.exports.preview({ scope: { kind: 'library' }, options: french })
  expect(all.content).toContain('srclang="zh-Hans"')
})

test('the library holds the pairs that have such beads, or says that there are none', async () => {
  const library = await openPair()
  const { api, pairId } = library
  const [left, right] = await library.importTexts([
    { name: 'zh2.md', text: '# 另一对\n\n一句话。\n' },
    { name: 'en2.md', text: '# Another pair\n\nOne sentence.\n' },
  ])
  if (left === undefined || right === undefined) throw new Error('not imported')
  const other = await api.pairs.create({ leftArticleId: left, rightArticleId: right, kind: 'parallel' })
  await library.settled((await api.alignment.start({ pairId: other.id })).jobId)
  const files = (minConfidence: number): ReturnType<typeof api.exports.preview> =>
    api.exports.preview({
      scope: { kind: 'library' },
      options: { format: 'tmx', beads: { minConfidence } },
    })
  await expect(files(1)).rejects.toMatchObject({ details: { reason: 'none-chosen' } })
  expect((await files(0)).files).toHaveLength(2)
  await api.alignment.verify({ pairId, choice: { kind: 'all' }, verified: true })
  expect((await files(1)).files).toHaveLength(1)
})

test('the library in a bitext format is a file for each aligned pair, in one archive', async () => {
  const library = await openPair()
  const { api } = library
  const [left, right] = await library.importTexts([
    { name: 'zh2.md', text: '# 没有对齐\n\n一句。\n' },
    { name: 'en2.md', text: '# Not aligned\n\nA sentence of its own.\n' },
  ])
  if (left === undefined || right === undefined) throw new Error('not imported')
  await api.pairs.create({ leftArticleId: left, rightArticleId: right, kind: 'parallel' })
  const { name, base64, fileCount } = await api.exports.download({
    scope: { kind: 'library' },
    options: { format: 'tmx' },
  })
  expect([name, fileCount]).toEqual(['duizhao-library.zip', 1])
  const [[path, bytes] = ['', new Uint8Array()]] = Object.entries(unzipSync(Buffer.from(base64, 'base64')))
  expect(path).toMatch(/^桥与镜子 - A Bridge and a Mirror [0-9a-f]{8}\.tmx$/u)
  const beads = elements(parseXml(new TextDecoder().decode(bytes)), 'tu')
  expect(beads.length).toBeGreaterThan(0)
})
