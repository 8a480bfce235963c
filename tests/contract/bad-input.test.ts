import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/shared/contract/schemas/import.ts'
import { openTestCore, type TestCore } from '../fixtures/open-test-core.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'

async function read(test: TestCore, path: string): Promise<Draft> {
  const { jobId } = await test.api.imports.read({ grantIds: [test.core.grants.addFile(path)] })
  expect((await test.settled(jobId)).state).toBe('done')
  const [draft] = await test.api.imports.drafts({ jobId })
  if (draft === undefined) throw new Error('a draft expected')
  return draft
}

/** What can be wrong with a file, and what is said of it. */
const bad: [name: string, make: (path: string) => void, code: string, says: RegExp][] = [
  ['empty.txt', (path) => writeFileSync(path, ''), 'corrupt_file', /empty/iu],
  ['blank.txt', (path) => writeFileSync(path, ' \n\n \t'), 'corrupt_file', /empty|no text/iu],
  [
    'program.txt',
    (path) =>
      writeFileSync(
        path,
        Uint8Array.from({ length: 8000 }, (_, i) => (i * 31) % 256),
      ),
    'unsupported_format',
    /not|binary/iu,
  ],
  [
    'picture.md',
    (path) =>
      writeFileSync(path, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
    'unsupported_format',
    /PNG|image|picture/iu,
  ],
  ['paper.pdf', (path) => writeFileSync(path, '%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), 'unsupported_format', /PDF/u],
  [
    'huge.txt',
    (path) => {
      writeFileSync(path, '字')
      // Sparse: 100 MB to the reader, nothing to the disk.
      truncateSync(path, 100 * 1024 * 1024)
    },
    'too_large',
    /MB/u,
  ],
  ['empty.tmx', (path) => writeFileSync(path, ''), 'corrupt_file', /empty/iu],
  [
    'cut.tmx',
    (path) => writeFileSync(path, '<tmx version="1.4">\n<body><tu><tuv xml:lang="en"><seg>Bridge'),
    'corrupt_file',
    /line 2, column \d+/u,
  ],
  [
    'one-language.tmx',
    (path) =>
      writeFileSync(path, '<tmx><body><tu><tuv xml:lang="en"><seg>Bridge</seg></tuv></tu></body></tmx>'),
    'corrupt_file',
    /one language only \(en\)/u,
  ],
  [
    'laughs.xlf',
    (path) =>
      writeFileSync(path, '<!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><xliff version="1.2"/>'),
    'corrupt_file',
    /entities/u,
  ],
  [
    'ladder.txt',
    (path) => writeFileSync(path, '0\t0\t0.3\n1\t2\t0.5\n'),
    'corrupt_file',
    /duizhao align PAIR --ladder FILE/u,
  ],
  ['picture.csv', (path) => writeFileSync(path, 'GIF89a\u0001\u0002'), 'unsupported_format', /GIF/u],
  ['folder.txt', (path) => mkdirSync(path), 'unsupported_format', /not a file/iu],
  ['missing.txt', () => undefined, 'not_found', /does not exist/iu],
]

describe('a file that cannot be imported', () => {
  it.each(bad)('%s: says why and leaves the library as it was', async (name, make, code, says) => {
    const test = await openTestCore()
    const path = join(tempFolder(), name)
    make(path)
    const draft = await read(test, path)
    expect(draft).toMatchObject({
      status: 'failed',
      name,
      error: { code, message: expect.stringMatching(says) as string },
    })
    expect(await test.api.articles.list({})).toEqual([])
    expect(await test.api.history.list({})).toEqual([])
    expect(await test.api.library.check({})).toEqual({ ok: true, problems: [] })
    expect(test.log).toEqual([])
  })

  it.skipIf(process.getuid?.() === 0)('unreadable.txt: says that it may not be read', async () => {
    const test = await openTestCore()
    const path = join(tempFolder(), 'unreadable.txt')
    writeFileSync(path, 'text')
    chmodSync(path, 0)
    expect(await read(test, path)).toMatchObject({ status: 'failed', error: { code: 'forbidden' } })
  })

  it('invalid UTF-8: keeps what can be read and says what was replaced', async () => {
    const test = await openTestCore()
    const path = join(tempFolder(), 'invalid.txt')
    const text = new TextEncoder().encode(
      '桥与镜子\n\n一位与会者说，媒体是镜子，更是桥。镜子照见社会，桥让人走到对岸。',
    )
    const broken = new Uint8Array([...text, 0xff, 0xc3, ...new TextEncoder().encode('完。')])
    writeFileSync(path, broken)
    const draft = await read(test, path)
    if (draft.status !== 'ready') throw new Error(draft.name)
    expect(draft.warnings.map((warning) => warning.code)).toContain('replaced-characters')
    expect(draft.encoding).toBe('utf-8')
  })

  it('a wrong extension: reads the text all the same and says so', async () => {
    const test = await openTestCore()
    const path = join(tempFolder(), 'speech.dat')
    writeFileSync(path, '桥与镜子\n\n一位与会者说，媒体是镜子，更是桥。')
    const draft = await read(test, path)
    if (draft.status !== 'ready') throw new Error(draft.name)
    expect(draft.warnings.map((warning) => warning.code)).toContain('extension-mismatch')
    expect(draft.metadata).toMatchObject({ title: '桥与镜子', language: 'zh-Hans' })
  })

  it('a job that is cancelled leaves nothing', async () => {
    const test = await openTestCore()
    const long = `标题\n\n${'一位与会者说，媒体是镜子，更是桥。'.repeat(60_000)}`
    const grantIds = [1, 2, 3].map((n) =>
      test.core.grants.addBytes(`${n}.txt`, new TextEncoder().encode(long)),
    )
    const { jobId } = await test.api.imports.read({ grantIds })
    await test.api.jobs.cancel({ jobId })
    expect((await test.settled(jobId)).state).toBe('cancelled')
    expect(await test.api.imports.drafts({ jobId })).toEqual([])
    // The next job gets a worker of its own.
    const ids = await test.importTexts([{ name: 'next.txt', text: '桥与镜子\n\n镜子照见社会。' }])
    expect(ids).toHaveLength(1)
  })
})
