import { unzipSync } from 'fflate'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ApiError } from '../../src/shared/contract/client.ts'
import type { ExportOptions, ExportScope } from '../../src/shared/contract/schemas/export.ts'
import type { ArticleId } from '../../src/shared/domain/ids.ts'
import { id } from '../unit/export/model-builder.ts'
import { openTestCore, type TestCore } from '../fixtures/open-test-core.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'
import { searchForm } from '../../src/shared/text/search-form.ts'

const plain: ExportOptions = { format: 'markdown', fullText: false }
const zh = '# 桥与镜子\n\n桥是给人走的。镜子也是。\n\n治理要靠大家。\n'
const en =
  '# A Bridge and a Mirror\n\nBridges are for walking. So are mirrors.\n\nGovernance takes everyone.\n'

interface Library extends TestCore {
  readonly left: ArticleId
  readonly right: ArticleId
  readonly article: ExportScope
  annotate(articleId: ArticleId, quote: string, tagPaths?: string[], note?: string): Promise<void>
}

async function openLibrary(): Promise<Library> {
  const test = await openTestCore()
  const [left, right] = await test.importTexts([
    { name: 'zh.md', text: zh },
    { name: 'en.md', text: en },
  ])
  if (left === undefined || right === undefined) throw new Error('not imported')
  return {
    ...test,
    left,
    right,
    article: { kind: 'article', articleId: left },
    async annotate(articleId, quote, tagPaths = [], note = '') {
      await test.api.annotations.createByQuote({ articleId, quote, tagPaths, note })
    },
  }
}

async function exportTo(library: Library, scope: ExportScope, folder: string): Promise<string[]> {
  const destination = library.core.grants.addDirectory(folder)
  const { files } = await library.api.exports.write({ scope, options: plain, destination })
  return files.map((file) => file.path)
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof ApiError ? error.code : 'no error'
}

describe('the read model', () => {
  test('joins what the library holds: pair, beads, tags below a tag, notes', async () => {
    const library = await openLibrary()
    const pair = await library.api.pairs.create({
      leftArticleId: library.left,
      rightArticleId: library.right,
      kind: 'parallel',
    })
    await library.settled((await library.api.alignment.start({ pairId: pair.id })).jobId)
    await library.annotate(library.left, '治理要靠大家。', ['治理/安全'], '- 记下')
    await library.annotate(library.right, 'So are mirrors.', ['镜子'])
    const { content } = await library.api.exports.preview({
      scope: { kind: 'pair', pairId: pair.id },
      options: plain,
    })
    expect(content).toContain('> 治理要靠大家。\n>\n> — 桥与镜子')
    expect(content).toContain('> Governance takes everyone.')
    expect(content).toContain('> - 记下')
    expect(content.indexOf('> So are mirrors.')).toBeLessThan(content.indexOf('> 治理要靠大家。'))
    const governance = (await library.api.tags.list({})).find((tag) => tag.path === '治理')
    const tagged = await library.api.exports.preview({
      scope: { kind: 'tag', tagId: governance?.id ?? id('none') },
      options: plain,
    })
    expect(tagged.content).toContain('> 治理要靠大家。')
    expect(tagged.content).not.toContain('mirrors.')
  })

  test('leaves out what was removed, and says not_found for it and for what never was', async () => {
    const library = await openLibrary()
    await library.annotate(library.left, '桥')
    await library.api.articles.remove({ articleIds: [library.left] })
    const { files } = await library.api.exports.preview({ scope: { kind: 'library' }, options: plain })
    expect(files).toHaveLength(2)
    const scopes: ExportScope[] = [
      library.article,
      { kind: 'article', articleId: id('none') },
      { kind: 'pair', pairId: id('none') },
      { kind: 'tag', tagId: id('none') },
    ]
    for (const scope of scopes) {
      expect(await codeOf(library.api.exports.preview({ scope, options: plain }))).toBe('not_found')
    }
    expect(
      await codeOf(library.api.exports.preview({ scope: { kind: 'library' }, options: plain, path: '../x' })),
    ).toBe('not_found')
  })
})

describe('writing', () => {
  test('again keeps what the user wrote, and touches nothing that is the same', async () => {
    const library = await openLibrary()
    await library.annotate(library.left, '桥是给人走的。')
    const folder = join(tempFolder(), 'new', 'vault')
    const [name = ''] = await exportTo(library, library.article, folder)
    const path = join(folder, name)
    const before = statSync(path).mtimeMs
    await exportTo(library, library.article, folder)
    expect(statSync(path).mtimeMs).toBe(before)
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n我的结论。\n`)
    await library.annotate(library.left, '镜子也是。')
    expect(await exportTo(library, library.article, folder)).toEqual([name])
    const after = readFileSync(path, 'utf8')
    expect(after).toContain('我的结论。')
    expect(after).toContain('> 镜子也是。')
    expect(readdirSync(folder)).toEqual([name])
  })

  test('never overwrites what is not ours: a file, a folder, bytes that are no text', async () => {
    const library = await openLibrary()
    const folder = tempFolder()
    const [name = ''] = await exportTo(library, library.article, folder)
    const stem = name.slice(0, -'.md'.length)
    const foreign = Buffer.from([0xff, 0xfe, 0x00])
    writeFileSync(join(folder, name), 'mine\n')
    mkdirSync(join(folder, `${stem} (2).md`))
    writeFileSync(join(folder, `${stem} (3).md`), foreign)
    expect(await exportTo(library, library.article, folder)).toEqual([`${stem} (4).md`])
    expect(readFileSync(join(folder, name), 'utf8')).toBe('mine\n')
    expect(readFileSync(join(folder, `${stem} (3).md`))).toEqual(foreign)
    expect(await exportTo(library, library.article, folder)).toEqual([`${stem} (4).md`])
  })

  test('needs a folder that was granted and may be written to', async () => {
    const library = await openLibrary()
    const write = (destination: ReturnType<typeof id<'grant'>>) =>
      library.api.exports.write({ scope: library.article, options: plain, destination })
    expect(await codeOf(write(id('made up')))).toBe('forbidden')
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    expect(await codeOf(write(library.core.grants.addDirectory(file)))).toBe('invalid_input')
    const closed = tempFolder()
    chmodSync(closed, 0o500)
    // Root may write anywhere.
    if (process.getuid?.() !== 0)
      expect(await codeOf(write(library.core.grants.addDirectory(closed)))).toBe('forbidden')
    expect(existsSync(join(closed, 'x'))).toBe(false)
  })
})

describe('downloading', () => {
  test('gives one Markdown file, or the library as a zip with the same bytes each time', async () => {
    const library = await openLibrary()
    const one = await library.api.exports.download({ scope: library.article, options: plain })
    expect(one.name).toMatch(/^桥与镜子 [0-9a-f]{8}\.md$/u)
    const preview = await library.api.exports.preview({ scope: library.article, options: plain })
    expect(Buffer.from(one.base64, 'base64').toString('utf8')).toBe(preview.content)

    const all = { scope: { kind: 'library' }, options: plain } as const
    const zip = await library.api.exports.download(all)
    expect(await library.api.exports.download(all)).toEqual(zip)
    const bytes = Buffer.from(zip.base64, 'base64')
    // The first entry's time and date: midnight of 1 January 1980, whenever it is made.
    expect([bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([0, 0x21])
    const entries = unzipSync(bytes)
    const { files } = await library.api.exports.preview(all)
    expect(Object.keys(entries)).toEqual(files.map((file) => file.path))
    expect(zip.fileCount).toBe(files.length)
  })
})

test('ten thousand highlights come out whole (bench/export.ts says how fast)', async () => {
  const library = await openLibrary()
  const sentences = Array.from({ length: 10_000 }, (_, at) => `第${at}句话说的是治理。`)
  const [articleId] = await library.importTexts([{ name: 'long.txt', text: sentences.join('\n\n') }])
  const { default: Database } = await import('better-sqlite3')
  await library.core.close()
  const database = new Database(join(library.libraryPath, 'library.sqlite'))
  database.function('search_form', (text) => searchForm(String(text)))
  database.exec(`
    INSERT INTO tags (id, name, description, created_at, updated_at) VALUES ('t1', '治理', '', 1, 1);
    INSERT INTO highlights SELECT 'h' || id, 1, 1, 1 FROM segments WHERE article_id = '${articleId}';
    INSERT INTO spans (id, highlight_id, role, article_id, exact, prefix, suffix, state)
      SELECT 'p' || id, 'h' || id, 'primary', article_id, text, '', '', 'ok' FROM segments WHERE article_id = '${articleId}';
    INSERT INTO span_parts SELECT 'p' || id, 0, 'h' || id, id, 0, length(text) FROM segments WHERE article_id = '${articleId}';
    INSERT INTO highlight_tags SELECT id, 't1', 1 FROM highlights;
    INSERT INTO notes SELECT 'n' || id, '想法', id, NULL, NULL, 1, 1 FROM highlights;`)
  database.close()
  const reopened = await openTestCore(library.libraryPath)
  const { files } = await reopened.api.exports.preview({
    scope: { kind: 'library' },
    options: { ...plain, fullText: true },
  })
  expect(files.find((file) => file.path.startsWith('tags/'))?.byteLength).toBeGreaterThan(10_000 * 300)
})
