import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import {
  mergeFrontMatter,
  printFrontMatter,
  printRecord,
  splitFrontMatter,
} from '../../../src/shared/export/front-matter.ts'
import {
  isEarlierExport,
  mergeManaged,
  printDocument,
  type ManagedDocument,
} from '../../../src/shared/export/merge-managed.ts'

function fileOf(blocks: Readonly<Record<string, string>>, tags: readonly string[] = []): string {
  const document: ManagedDocument = {
    frontMatter: [
      { key: 'title', value: '桥' },
      { key: 'duizhao', value: 'duizhao://article/a1' },
      ...(tags.length === 0 ? [] : [{ key: 'tags', value: tags }]),
    ],
    blocks: [
      { key: 'article/a1', body: '# 桥' },
      ...Object.entries(blocks).map(([key, body]) => ({ key, body })),
    ],
  }
  return printDocument(document)
}

const keys = ['h1', 'h2', 'h3', 'h4', 'h5']
const someBlocks = fc
  .tuple(
    fc.shuffledSubarray(keys),
    fc.array(fc.constantFrom('> 一', '> 二\n>\n> - a', '> 三'), { minLength: 5, maxLength: 5 }),
  )
  .map(([order, bodies]) => Object.fromEntries(order.map((key, at) => [key, bodies[at] ?? ''])))
/** What a user may write between blocks; each line is known by its number. */
const userLine = fc.constantFrom(
  '我的想法',
  '## 自己的标题',
  '```\n# code\n```',
  '- a\n  - b',
  '<!-- duizhao:end zz -->',
  '---',
)

/** Puts lines into a file's gaps, between and after its blocks. */
function writtenInto(
  file: string,
  lines: readonly { line: string; gap: number }[],
): { text: string; written: string[] } {
  const gaps = file.split(/(?<=<!-- duizhao:end \S+ -->\n)/u)
  const written: string[] = []
  const places = gaps.map(() => '')
  lines.forEach(({ line, gap }, number) => {
    const text = `${line} ${number}`
    written.push(text)
    const at = gap % gaps.length
    places[at] = `${places[at] ?? ''}\n${text}\n`
  })
  return { text: gaps.map((part, at) => part + (places[at] ?? '')).join(''), written }
}

describe('exporting again over a file', () => {
  test('that nobody touched gives the fresh file', () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, (before, after) => {
        expect(mergeManaged(fileOf(before), fileOf(after))).toBe(fileOf(after))
      }),
    )
  })

  test('keeps all that the user wrote outside of blocks, has every block once, and is stable', () => {
    const lines = fc.array(fc.record({ line: userLine, gap: fc.nat(9) }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        someBlocks,
        lines,
        fc.array(someBlocks, { minLength: 1, maxLength: 3 }),
        (before, notes, exports) => {
          const { text, written } = writtenInto(fileOf(before), notes)
          let file = text
          for (const blocks of exports) {
            const fresh = fileOf(blocks)
            file = mergeManaged(file, fresh)
            for (const line of written) expect(file).toContain(line)
            for (const key of keys) {
              const count = file.split(`<!-- duizhao:begin ${key} `).length - 1
              expect(count).toBe(key in blocks ? 1 : 0)
            }
            expect(mergeManaged(file, fresh)).toBe(file)
          }
        },
      ),
    )
  })

  test('puts a new block where it belongs, below what was written about the one before', () => {
    const { text } = {
      text: fileOf({ h1: '> 一', h3: '> 三' }).replace('<!-- duizhao:end h1 -->', '$&\n\n关于一\n\n## 结论'),
    }
    const merged = mergeManaged(text, fileOf({ h1: '> 一', h2: '> 二', h3: '> 三' }))
    const order = ['duizhao:begin h1', '关于一', 'duizhao:begin h2', '## 结论', 'duizhao:begin h3']
    expect(order.map((mark) => merged.indexOf(mark)).toSorted((a, b) => a - b)).toEqual(
      order.map((mark) => merged.indexOf(mark)),
    )
    expect(merged).not.toContain('-1')
  })

  test('leaves a block the user changed alone while the library’s is the same', () => {
    const edited = fileOf({ h1: '> 一', h2: '> 二' }).replace('> 一', '> 一\n> 我加的')
    expect(mergeManaged(edited, fileOf({ h1: '> 一', h2: '> 新' }))).toBe(
      edited.replace(/<!-- duizhao:begin h2[^]*$/u, '') +
        fileOf({ h2: '> 新' }).replace(/^[^]*(?=<!-- duizhao:begin h2)/u, ''),
    )
  })

  test('keeps a changed block beside the new one once the library’s has changed, or is gone', () => {
    const edited = fileOf({ h1: '> 一' }).replace('> 一', '> 一\n> 我加的')
    const changed = mergeManaged(edited, fileOf({ h1: '> 新' }))
    expect(changed).toContain('> 新\n\n<!-- duizhao:end h1 -->\n\n<!-- duizhao:kept h1 -->\n\n> 一\n> 我加的')
    expect(mergeManaged(changed, fileOf({ h1: '> 新' }))).toBe(changed)
    const gone = mergeManaged(edited, fileOf({}))
    expect(gone).toContain('<!-- duizhao:kept h1 -->\n\n> 一\n> 我加的')
    expect(gone).not.toContain('duizhao:begin h1')
  })

  test('counts an editor’s white space as no change, and keeps its line ends', () => {
    const file = fileOf({ h1: '> 一' }).replaceAll('\n', '\r\n')
    expect(mergeManaged(file, fileOf({ h1: '> 新' }))).toBe(fileOf({ h1: '> 新' }).replaceAll('\n', '\r\n'))
  })

  test('takes a torn marker for text, and a copied block for the user’s', () => {
    const torn = fileOf({ h1: '> 一', h2: '> 二' }).replace('<!-- duizhao:end h1 -->', '我写的')
    const merged = mergeManaged(torn, fileOf({ h1: '> 一', h2: '> 新' }))
    expect(merged).toContain('我写的')
    expect(merged).toContain('> 新')
    const later = mergeManaged(merged, fileOf({ h1: '> 新一', h2: '> 新' }))
    expect(later).toContain('我写的')
    expect(later).toContain('> 新一')
    expect(later).not.toContain('duizhao:kept')
    const block = /<!-- duizhao:begin h1[^]*end h1 -->/u.exec(fileOf({ h1: '> 一' }))?.[0] ?? ''
    const copied = mergeManaged(`${fileOf({ h1: '> 一' })}\n抄：\n\n${block}\n`, fileOf({ h1: '> 新' }))
    expect(copied.split('> 新')).toHaveLength(2)
    expect(copied.split('> 一')).toHaveLength(2)
  })
})

describe('whose file it is', () => {
  test('by its address or by the mark of its head; never by its name', () => {
    const fresh = fileOf({})
    expect(isEarlierExport(fileOf({ h1: '> 一' }), fresh)).toBe(true)
    expect(isEarlierExport(splitFrontMatter(fresh).rest, fresh)).toBe(true)
    expect(isEarlierExport('---\ntitle: 桥\nduizhao: duizhao://article/a2\n---\n', fresh)).toBe(false)
    expect(isEarlierExport('# 桥\n', fresh)).toBe(false)
    expect(isEarlierExport('', fresh)).toBe(false)
  })
})

describe('front matter', () => {
  test('is YAML that gives every text back as text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'yes',
        '2025',
        '2025-05',
        '1e3',
        'a: b',
        '# x',
        '- x',
        '“引”',
        'null',
        '~',
        "it's",
        '"',
        '真 #标',
        'a\u0085b',
        '0x1',
        '@a',
        '\u2028',
      ),
    )
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (one, list) => {
        const printed = printFrontMatter([
          { key: 'a', value: one },
          { key: 'b', value: list },
        ])
        const read: unknown = parseYaml(printed.replace(/^---\n/u, '').replace(/\n---$/u, ''))
        expect(read).toEqual({ a: one.toWellFormed(), b: list.map((item) => item.toWellFormed()) })
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps the user’s keys, values and tags, renews ours, and drops ours that are gone', () => {
    const before = [
      { key: 'title', value: '旧题' },
      { key: 'source', value: '旧报' },
      { key: 'author', value: '某人' },
      { key: 'tags', value: ['甲', '乙'] },
    ]
    const existing = [
      'title: 旧题',
      "source: '我的报'",
      'author: 某人',
      'status: read',
      'nested:',
      '  a: 1',
      'tags: [甲, 乙, 我的]',
    ]
    const fresh = printFrontMatter([
      { key: 'title', value: '新题' },
      { key: 'source', value: '新报' },
      { key: 'tags', value: ['甲', '丙'] },
      { key: 'date', value: '2025-05-23' },
    ])
    const merged = mergeFrontMatter(existing, splitFrontMatter(fresh).lines ?? [], printRecord(before))
    expect(merged.split('\n')).toEqual([
      '---',
      'title: 新题',
      "source: '我的报'",
      'status: read',
      'nested:',
      '  a: 1',
      'tags:',
      '  - 甲',
      '  - 丙',
      '  - 我的',
      'date: 2025-05-23',
      '---',
    ])
  })
})
