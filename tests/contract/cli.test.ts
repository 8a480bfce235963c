import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../fixtures/temp-folder.ts'
import { duizhao, duizhaoJson, start } from './cli-process.ts'

const zh = '# 桥与镜子\n\n桥是给人走的。镜子也是。\n\n治理要靠大家。\n'
const en =
  '# A Bridge and a Mirror\n\nBridges are for walking. So are mirrors.\n\nGovernance takes everyone.\n'

interface Imported {
  readonly path: string
  readonly status: string
  readonly articleId: string
  readonly title: string
  readonly language: string
  readonly error: { readonly code: string } | null
}

interface Annotated {
  readonly id: string
  readonly articleId: string
  readonly exact: string
  readonly color: number
  readonly tags: readonly string[]
  readonly note: string | null
  readonly state: string
  readonly text: string | null
}

function texts(): string {
  const folder = tempFolder()
  writeFileSync(join(folder, 'zh.md'), zh)
  writeFileSync(join(folder, 'en.md'), en)
  return folder
}

/** A library with the two texts. */
async function library(): Promise<{ path: string; left: string; right: string }> {
  const path = join(tempFolder(), 'library')
  const [right, left] = await duizhaoJson<Imported[]>(path, 'import', texts(), '--yes')
  return { path, left: left?.articleId ?? '', right: right?.articleId ?? '' }
}

describe('import', () => {
  test('without --yes and nobody to ask shows what it found, saves nothing and exits with 2', async () => {
    const path = join(tempFolder(), 'library')
    const asked = await duizhao(path, 'import', texts())
    expect(asked.code).toBe(2)
    expect(asked.stdout).toContain('桥与镜子')
    expect(asked.stderr).toMatch(/^duizhao: Nothing was saved\..*--yes\.\n$/u)
    expect(await duizhaoJson(path, 'list')).toEqual([])
  })

  test('of a folder takes what it can read, lists what it skips, and knows a text it has', async () => {
    const path = join(tempFolder(), 'library')
    const folder = texts()
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'sub', 'c.txt'), '第三篇。')
    writeFileSync(join(folder, 'd.docx'), 'x')
    writeFileSync(join(folder, '.hidden.txt'), 'x')
    symlinkSync(folder, join(folder, 'sub', 'circle'))
    const files = await duizhaoJson<Imported[]>(path, 'import', folder, '--yes')
    expect(files.map((file) => [file.path.slice(folder.length + 1), file.status, file.language])).toEqual([
      ['en.md', 'imported', 'en'],
      ['sub/c.txt', 'imported', 'zh-Hans'],
      ['zh.md', 'imported', 'zh-Hans'],
      ['d.docx', 'skipped', null],
      ['sub/circle', 'skipped', null],
    ])
    const [again] = await duizhaoJson<Imported[]>(path, 'import', join(folder, 'en.md'), '--yes')
    expect(again).toMatchObject({ status: 'duplicate', articleId: files[0]?.articleId, error: null })
    expect(await duizhaoJson(path, 'list')).toHaveLength(3)
  })

  test('saves the same file once, however often it is given', async () => {
    const path = join(tempFolder(), 'library')
    const folder = texts()
    writeFileSync(join(folder, 'zz.md'), zh)
    const [, first, second] = await duizhaoJson<Imported[]>(path, 'import', folder, '--yes')
    expect([first?.status, second?.status]).toEqual(['imported', 'duplicate'])
    expect(second?.articleId).toBe(first?.articleId)
    expect(await duizhaoJson(path, 'list')).toHaveLength(2)
  })

  test('of aligned texts makes a pair, of the languages that were asked for', async () => {
    const path = join(tempFolder(), 'library')
    const folder = tempFolder()
    const file = join(folder, 'memory.tmx')
    const tuv = (language: string, text: string): string =>
      `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`
    writeFileSync(
      file,
      `<tmx><header srclang="en"/><body><tu>${tuv('en', 'Bridge')}${tuv('zh-CN', '桥')}${tuv('fr', 'Pont')}</tu></body></tmx>`,
    )
    const wrong = await duizhao(path, 'import', folder, '--yes', '--left', 'ja')
    expect(wrong.code).toBe(4)
    expect(wrong.stderr).toContain('en, zh-CN, fr')
    const [made] = await duizhaoJson<Record<string, unknown>[]>(
      path,
      'import',
      folder,
      '--yes',
      '--left',
      'zh-Hans',
      '--right',
      'en',
    )
    const ids = made?.['articleIds'] as string[]
    expect(made).toMatchObject({
      path: file,
      status: 'imported',
      articleId: ids[0],
      title: 'memory',
      language: 'zh-Hans',
      pair: {
        format: 'tmx',
        left: { title: 'memory', language: 'zh-Hans' },
        right: { title: 'memory', language: 'en' },
        beadCount: 1,
      },
    })
    expect(await duizhaoJson(path, 'list')).toMatchObject(ids.toReversed().map((id) => ({ id })))
    expect((await duizhao(path, 'show', ids[0] ?? '')).stdout).toContain('桥')
    expect(made?.['pairId']).toMatch(/^[\da-f-]{36}$/u)
    const shown = await duizhao(path, 'import', file, '--yes')
    expect(shown.stdout).toContain('en ⇄ zh-Hans, of en (1), zh-CN (1), fr (1)')
  })

  test('with --lang holds a text to that language', async () => {
    const path = join(tempFolder(), 'library')
    const file = join(tempFolder(), 'a.txt')
    writeFileSync(file, '臺灣與香港的學者討論這個問題。')
    const other = join(tempFolder(), 'b.txt')
    writeFileSync(other, 'Just English words here.')
    const files = await duizhaoJson<Imported[]>(path, 'import', file, other, '--yes', '--lang', 'zh')
    expect(files.map((one) => one.language)).toEqual(['zh-Hant', 'zh-Hans'])
  })

  test('saves the good files and exits with 4 for a bad one, 3 for one that is not there', async () => {
    const path = join(tempFolder(), 'library')
    const folder = texts()
    writeFileSync(join(folder, 'bad.txt'), 'PK\u0003\u0004')
    const ended = await duizhao(path, '--json', 'import', folder, '--yes')
    expect(ended.code).toBe(4)
    const statuses = (JSON.parse(ended.stdout) as Imported[]).map((file) => file.status)
    expect(statuses).toEqual(['failed', 'imported', 'imported'])
    expect(JSON.parse(ended.stderr)).toMatchObject({ error: { code: 'unsupported_format' } })
    expect(await duizhao(path, 'import', join(folder, 'none.txt'), '--yes')).toMatchObject({
      code: 3,
      stdout: '',
    })
  })
})

describe('reading', () => {
  test('list and show give the agreed shapes; offsets cut the block’s text', async () => {
    const { path, left } = await library()
    const articles = await duizhaoJson<Record<string, unknown>[]>(path, 'list')
    expect(articles.find((article) => article['id'] === left)).toEqual({
      id: left,
      title: '桥与镜子',
      language: 'zh-Hans',
      date: null,
      place: null,
      source: null,
      kind: expect.any(String),
      blockCount: 3,
      segmentCount: 4,
      titleGuessed: false,
    })
    const shown = await duizhaoJson<{
      id: string
      blocks: {
        kind: string
        text: string
        speaker: unknown
        segments: { start: number; end: number; text: string }[]
      }[]
    }>(path, 'show', '桥与镜子')
    expect(Object.keys(shown)).toEqual([
      'id',
      'title',
      'language',
      'date',
      'place',
      'source',
      'author',
      'kind',
      'titleGuessed',
      'blocks',
    ])
    expect(shown.blocks.map((block) => [block.kind, block.segments.length])).toEqual([
      ['title', 1],
      ['paragraph', 2],
      ['paragraph', 1],
    ])
    for (const { text, segments } of shown.blocks) {
      for (const segment of segments) expect(text.slice(segment.start, segment.end)).toBe(segment.text)
    }
  })

  test('an article is known by its id, its beginning or end, or its title; exits with 3 or 4 when it is not', async () => {
    const { path, left, right } = await library()
    const common = [...left].findIndex((sign, at) => sign !== right[at])
    const shown = await duizhaoJson<{ id: string }>(path, 'show', left.slice(0, Math.max(6, common + 1)))
    expect(shown.id).toBe(left)
    expect(await duizhaoJson(path, 'show', left.slice(-8))).toMatchObject({ id: left })
    expect((await duizhao(path, 'show', left.slice(-5))).code).toBe(3)
    expect((await duizhao(path, 'show', left.slice(0, 5))).code).toBe(3)
    const ambiguous = await duizhao(path, 'show', left.slice(0, 6))
    expect(ambiguous).toMatchObject({ code: 4, stdout: '' })
    expect(ambiguous.stderr).toContain(right)
  })
})

describe('annotating', () => {
  test('many quotes from a file are one step; lines that fail are told and spoil nothing', async () => {
    const { path, left } = await library()
    const file = join(tempFolder(), 'quotes.jsonl')
    const lines = [
      '{"quote": "镜子也是。", "color": 3, "tags": ["治理/安全"], "note": "记"}',
      'no json',
      '',
      '{"quote": "没有这句"}',
      '{"quote": "治理", "occurrence": 2}',
      '{"quote": "治理", "color": 9}',
      '{"quote": "治理"}',
    ]
    writeFileSync(file, lines.join('\r\n'))
    const { code, stdout, stderr } = await duizhao(path, '--json', 'annotate', '桥与镜子', '--from', file)
    const told = JSON.parse(stdout) as {
      created: { line: number }[]
      failed: { line: number; reason: string }[]
    }
    expect(code).toBe(4)
    expect(stderr).toContain('line 5: The quote is in this article 1 time.')
    expect(told).toMatchObject({ articleId: left })
    expect(told.created.map(({ line }) => line)).toEqual([1, 7])
    expect(told.failed.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'invalid'],
      [4, 'not_in_text'],
      [5, 'no_such_occurrence'],
      [6, 'invalid'],
    ])
    const made = await duizhaoJson<Annotated[]>(path, 'annotations')
    expect(made.map(({ exact, text, color, tags, note }) => [exact, text, color, tags, note])).toEqual([
      ['镜子也是。', '镜子也是。', 3, ['治理/安全'], '记'],
      ['治理', '治理', 1, [], null],
    ])
    await duizhaoJson(path, 'undo')
    expect(await duizhaoJson(path, 'annotations')).toEqual([])
  })

  test('annotate, annotations, undo and redo work on one history', async () => {
    const { path, left } = await library()
    const made = await duizhaoJson<Annotated>(
      path,
      'annotate',
      '桥与镜子',
      '--quote',
      '镜子也是。',
      '--color',
      '3',
      '--tag',
      '治理/安全',
      '--tag',
      '镜子',
      '--note',
      '- 看has\n- 记',
    )
    expect(made).toEqual({
      id: expect.any(String),
      articleId: left,
      exact: '镜子也是。',
      color: 3,
      tags: ['治理/安全', '镜子'],
      note: '- 看has\n- 记',
      state: 'ok',
      text: '镜子也是。',
    })
    expect(await duizhaoJson(path, 'annotations')).toEqual([made])
    expect(await duizhaoJson(path, 'annotations', '--tag', '治理/安全', '--article', left)).toEqual([made])
    expect(await duizhaoJson(path, 'annotations', '--tag', '治理')).toEqual([made])
    expect((await duizhao(path, 'undo')).stdout).toContain('镜子也是')
    expect(await duizhaoJson(path, 'annotations')).toEqual([])
    await duizhao(path, 'redo')
    expect(await duizhaoJson(path, 'annotations', '--article', left)).toEqual([made])
  })

  test('says what is wrong with a quote, an occurrence, a color and a tag, and changes nothing', async () => {
    const { path, left } = await library()
    const bad: [number, string[]][] = [
      [4, ['annotate', left, '--quote', '没有这句']],
      [4, ['annotate', left, '--quote', '桥', '--occurrence', '9']],
      [2, ['annotate', left, '--quote', '桥', '--color', '9']],
      [2, ['annotate', left]],
      [3, ['annotate', '没有这篇', '--quote', '桥']],
      [3, ['annotations', '--tag', '没有']],
      [4, ['annotate', left, '--quote', '桥', '--tag', 'x'.repeat(600)]],
    ]
    for (const [code, args] of bad) {
      const ended = await duizhao(path, ...args)
      expect([args, ended.code, ended.stdout]).toEqual([args, code, ''])
      expect(ended.stderr).toMatch(/^duizhao: [^\n]+[.]?( Try: duizhao help)?\n$/u)
    }
    expect(await duizhaoJson(path, 'annotations')).toEqual([])
  })
})

test('pair aligns and waits; the same pair twice is a conflict', async () => {
  const { path, left, right } = await library()
  const pair = await duizhaoJson<{ beadCount: number; kind: string }>(path, 'pair', left, right)
  expect(pair.kind).toBe('parallel')
  expect(pair.beadCount).toBeGreaterThanOrEqual(3)
  expect((await duizhao(path, 'pair', left, right)).code).toBe(4)
  expect((await duizhao(path, 'pair', left, left)).code).toBe(4)
  expect((await duizhao(path, 'pair', left, right, '--kind', 'twin')).code).toBe(2)
})

test('a comparable pair is not aligned, and says so', async () => {
  const { path, left, right } = await library()
  const made = await duizhao(path, 'pair', left, right, '--kind', 'comparable')
  expect(made.stdout).toMatch(/ 桥与镜子 ⇄ A Bridge and a Mirror {2}comparable, not aligned\n$/u)
  const name = '桥与镜子 ⇄ A Bridge and a Mirror'
  expect((await duizhao(path, 'export', '--pair', name, '--out', tempFolder())).stdout).toMatch(
    /\n1 file in /u,
  )
  await duizhao(path, 'undo')
  expect(await duizhaoJson(path, 'pair', left, right, '--kind', 'comparable')).toMatchObject({
    kind: 'comparable',
    beadCount: 0,
  })
})

test('export writes the library, one article with its text, and leaves foreign files alone', async () => {
  const { path, left } = await library()
  await duizhao(path, 'annotate', left, '--quote', '桥', '--tag', '治理')
  const out = join(tempFolder(), 'vault')
  const all = await duizhaoJson<{ directory: string; files: { path: string }[] }>(
    path,
    'export',
    '--format',
    'markdown',
    '--out',
    out,
  )
  expect(all.directory).toBe(out)
  expect(readdirSync(out)).toEqual(['README.md', 'articles', 'tags'])
  const one = join(tempFolder(), 'one')
  const [name = ''] = (
    await duizhao(path, 'export', '--out', one, '--article', '桥与镜子', '--full-text')
  ).stdout.split('\n')
  expect(readFileSync(join(one, name), 'utf8')).toContain('治理要靠大家。')
  writeFileSync(join(one, name), 'mine\n')
  const beside = await duizhao(path, 'export', '--out', one, '--article', '桥与镜子')
  expect(beside.stderr).toContain('it stays')
  expect(readFileSync(join(one, name), 'utf8')).toBe('mine\n')
  expect((await duizhao(path, 'export', '--out', join(one, name))).code).toBe(4)
  expect((await duizhao(path, 'export')).code).toBe(2)
  expect((await duizhao(path, 'export', '--out', one, '--tag', '治理', '--article', left)).code).toBe(2)
  expect((await duizhao(path, 'export', '--out', one, '--tag', 'none')).code).toBe(3)
})

test('seed, check and backup do what they say; seed twice is a conflict', async () => {
  const path = join(tempFolder(), 'library')
  const added = await duizhaoJson<{ articleIds: string[]; pairIds: string[] }>(path, 'seed')
  expect(await duizhaoJson(path, 'list')).toHaveLength(added.articleIds.length)
  expect(added.pairIds.length).toBeGreaterThan(0)
  expect((await duizhao(path, 'seed')).code).toBe(4)
  expect(await duizhaoJson(path, 'check')).toEqual({ ok: true, problems: [] })
  const backup = await duizhaoJson<{ path: string; byteLength: number }>(path, 'backup')
  expect(readFileSync(backup.path).byteLength).toBe(backup.byteLength)
})

test('a library that cannot be opened is exit code 5, and says why', async () => {
  const broken = tempFolder()
  writeFileSync(
    join(broken, 'library.sqlite'),
    'this is no database, and it is long enough to show it'.repeat(20),
  )
  expect(await duizhao(broken, 'list')).toMatchObject({ code: 5, stdout: '' })
  const file = join(tempFolder(), 'file')
  writeFileSync(file, '')
  const ended = await duizhao(file, '--json', 'list')
  expect(ended.code).toBe(5)
  expect(JSON.parse(ended.stderr)).toMatchObject({
    error: { code: 'store_unavailable', message: expect.any(String) },
  })
})

test('serve opens the library on this machine, keeps others out of it, and ends when told to', async () => {
  const path = join(tempFolder(), 'library')
  const child = start(path, ['serve', '--no-open'])
  const line = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve))
  const url = new URL(line.trim().split(' ').at(-1) ?? '')
  expect(url.hostname).toBe('127.0.0.1')
  expect((await duizhao(path, 'list')).code).toBe(5)
  child.kill('SIGINT')
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  expect((await duizhao(path, 'list')).code).toBe(0)
})

test('the command line itself: help, version, and sentences for what makes no sense', async () => {
  const path = join(tempFolder(), 'library')
  expect(await duizhao(path, '--version')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u),
  })
  expect((await duizhao(path, 'help')).stdout).toContain('annotations')
  expect((await duizhao(path, 'help', 'import')).stdout).toMatch(/^usage: duizhao import /u)
  for (const args of [
    [],
    ['frobnicate'],
    ['list', '--frob'],
    ['list', 'extra'],
    ['show'],
    ['serve', '--port', 'x'],
  ]) {
    const ended = await duizhao(path, ...args)
    expect([args, ended.code, ended.stdout]).toEqual([args, 2, ''])
    expect(ended.stderr).toMatch(/^duizhao: [^\n]+ Try: duizhao help\n$/u)
  }
})
