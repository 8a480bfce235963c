import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { DuizhaoError } from '../../../src/shared/domain/error.ts'
import { readFile, textsOf, tmx, tu } from './bitext-files.ts'

function refusal(name: string, content: string | Uint8Array): Record<string, unknown> {
  try {
    readFile(name, content)
  } catch (error) {
    if (!(error instanceof DuizhaoError)) throw error
    return { code: error.code, message: error.message, ...error.details }
  }
  throw new Error('a refusal expected')
}

const json = (beads: unknown): string => {
  const side = { language: 'zh', segments: [{ text: '桥', opensBlock: true }] }
  return JSON.stringify({
    format: 'duizhao-bitext',
    version: 1,
    left: side,
    right: { ...side, language: 'en' },
    beads,
  })
}

describe('a file that is refused says why and where', () => {
  test.each<[what: string, name: string, content: string, reason: string, place: Record<string, unknown>]>([
    ['an empty file', 'a.tmx', '', 'empty', {}],
    ['a blank table', 'a.csv', ' \n', 'empty', {}],
    ['an end tag too many', 'a.tmx', tmx('</tu>'), 'xml', { line: 3 }],
    ['a file cut off', 'a.tmx', tmx(tu('桥', 'Bridge')).slice(0, -20), 'xml', { line: 3 }],
    [
      'an entity that XML has not',
      'a.tmx',
      tmx(tu('桥&nbsp;', 'Bridge')),
      'xml',
      { line: 3, problem: 'undefined entity' },
    ],
    ['text that is no XML', 'a.tmx', '桥\tBridge', 'xml', { line: 1 }],
    ['another XML', 'a.xlf', '<html><body/></html>', 'root', {}],
    ['XLIFF of the future', 'a.xlf', '<xliff version="3.0"/>', 'root', {}],
    ['no units', 'a.tmx', tmx(''), 'no-units', {}],
    ['units without text', 'a.tmx', tmx(tu('', ' ')), 'no-units', {}],
    [
      'one language',
      'a.tmx',
      tmx('<tu><tuv xml:lang="fr"><seg>Pont</seg></tuv></tu>'),
      'one-language',
      { language: 'fr' },
    ],
    ['one column', 'a.csv', '桥\n镜', 'table', {}],
    ['a quote that stays open', 'a.csv', 'zh,en\n桥,Bridge\n"镜,Mirror\n', 'quote', { line: 3 }],
    ['a ladder of numbers', 'a.txt', '0\t0\t0.3\n1\t2\t0.5\n', 'numeric-ladder', {}],
    ['broken JSON', 'a.json', '{\n"format": "duizhao-bitext",\n]', 'json', { line: 3 }],
    ['another JSON', 'a.json', '[]', 'json-format', {}],
    ['a newer JSON', 'a.json', '{"format":"duizhao-bitext","version":2}', 'json-version', {}],
    ['beads beyond the text', 'a.json', json([{ left: [0, 2], right: [0, 1] }]), 'beads', { bead: 1 }],
    [
      'beads twice',
      'a.json',
      json([
        { left: [0, 1], right: [0, 1] },
        { left: [0, 1], right: [1, 1] },
      ]),
      'beads',
      { bead: 2 },
    ],
    ['beads that are none', 'a.json', json([7]), 'beads', { bead: 1 }],
  ])('%s', (_, name, content, reason, place) => {
    const { message, ...facts } = refusal(name, content)
    expect(facts).toMatchObject({ code: 'corrupt_file', reason, ...place })
    expect(message).toMatch(/Nothing was imported\.$/u)
  })

  it('a program named .tmx is no text', () => {
    expect(refusal('a.tmx', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 1, 2, 3]))).toMatchObject({
      code: 'unsupported_format',
    })
  })
})

describe('a file that means harm', () => {
  const withDoctype = (doctype: string, unit = tu('桥', 'Bridge')): string =>
    tmx(unit).replace('?>', `?>${doctype}`)

  it('cannot blow itself up with entities', () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      '',
    )
    const doctype = `<!DOCTYPE tmx [<!ENTITY l0 "ha">${laughs}]>`
    expect(refusal('a.tmx', withDoctype(doctype, tu('&l9;', 'x')))).toMatchObject({ reason: 'entities' })
  })

  it('cannot name a file to be read', () => {
    const doctype = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    expect(refusal('a.tmx', withDoctype(doctype, tu('&x;', 'x')))).toMatchObject({ reason: 'entities' })
    // A DTD elsewhere is named by honest files too; it is not asked for.
    const honest = '<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">'
    expect(textsOf(readFile('a.tmx', withDoctype(honest)))).toEqual([['桥', 'Bridge']])
  })

  it('cannot nest without end', () => {
    expect(refusal('a.tmx', tmx(tu(`${'<hi>'.repeat(100_000)}桥`, 'x')))).toMatchObject({
      reason: 'nesting',
      line: 3,
    })
  })

  it('may have lines and attributes of megabytes', () => {
    const long = '桥𠮷'.repeat(500_000)
    const unit = tu(long, 'x').replace('<tu>', `<tu tuid="${'x'.repeat(2_000_000)}">`)
    expect(textsOf(readFile('a.tmx', tmx(unit)))[0]?.[0]).toBe(long)
    expect(textsOf(readFile('a.tsv', `${long}\tx\n`))[0]?.[0]).toBe(long)
    expect(textsOf(readFile('a.csv', `"桥${'"",'.repeat(500_000)}",x\n`))[0]?.[1]).toBe('x')
  })

  it('takes no more than linear time for quotes, brackets and references that lead nowhere', () => {
    for (const [name, content] of [
      ['a.tsv', `桥\tBridge\n${'"\t'.repeat(200_000)}`],
      ['a.csv', `${'"",'.repeat(200_000)}"`],
      ['a.tmx', tmx('<![CDATA['.repeat(100_000))],
      ['a.tmx', tmx('&#'.repeat(200_000))],
      ['a.tmx', '<'.repeat(500_000)],
      ['a.xml', `<?xml ${'<a>'.repeat(20_000)}`],
    ] as const) {
      try {
        readFile(name, content)
      } catch {
        // Refused or not, it came to an end.
      }
    }
  })

  it('gives a bitext or a refusal whatever is done to it, never another error', () => {
    const seeds = [
      ['a.tmx', tmx(`${tu('桥<ph>x</ph>', 'Bridge &amp; 😀')}${tu('镜', 'Mirror')}`)],
      ['a.csv', 'zh,en,status\n"桥\n",Bridge,verified\n镜,"Mi""rror",\n'],
      ['a.json', json([{ left: [0, 1], right: [0, 1], note: 'x' }])],
      ['a.ladder', '一。 ~~~ 二。\tOne.\t0.5\n镜\tMirror\t1\n'],
    ] as const
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 8 }),
      put: fc.constantFrom('', '<', '>', '"', '&', '\t', '\n', ']]>', '\0', '[', '-1', '\ud83d', '</tu>'),
    })
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.array(edit, { maxLength: 4 }), ([name, seed], edits) => {
        const content = edits.reduce((text, { at, cut, put }) => {
          const place = at % (text.length + 1)
          return text.slice(0, place) + put + text.slice(place + cut)
        }, seed)
        try {
          const read = readFile(name, content)
          expect(read.units.length).toBeGreaterThan(0)
          for (const { texts } of read.units) {
            const segments = texts.flatMap((one) => one ?? [])
            expect(segments.length).toBeGreaterThan(0)
            for (const { text } of segments)
              // oxlint-disable-next-line no-control-regex -- what must not be in a text
              expect(text).toMatch(/^[^\0-\u0008\v\f\r\u000e-\u001f\ufffe\uffff]+$/u)
          }
        } catch (error) {
          if (!(error instanceof DuizhaoError)) throw error
        }
      }),
      { numRuns: 3000 },
    )
  })
})
