import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SCRIPT_PAIRS } from '../../../src/shared/text/chinese-script-characters.ts'
import { foldText } from '../../../src/shared/text/fold.ts'
import { searchForm, searchWords } from '../../../src/shared/text/search-form.ts'
import { SIMPLIFIED_CHARACTERS } from '../../../src/shared/text/simplified-characters.ts'

const pairs = [...SIMPLIFIED_CHARACTERS, ...SCRIPT_PAIRS]
const bySimple = new Map(pairs.map(([traditional, simple]) => [simple, traditional]))
const sign = fc.oneof(
  fc.constantFrom(...pairs.flat()),
  fc.constantFrom(
    'a',
    'Z',
    '7',
    '%',
    '-',
    ' ',
    '，',
    '“',
    '—',
    'é',
    'e\u0301',
    'ﬁ',
    '𠮷',
    '😀',
    '\u200b',
    '\n',
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
)
const text = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''))

/** The text as another might have typed it. */
const retyped: Readonly<Record<string, (text: string) => string>> = {
  'in traditional characters': (given) => given.replaceAll(/./gu, (one) => bySimple.get(one) ?? one),
  'in capitals': (given) => given.replaceAll(/[a-z]/gu, (one) => one.toUpperCase()),
  'full width': (given) =>
    given.replaceAll(/[!-~]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
}

describe('the form words are looked for in', () => {
  it('is one for every way to write a text', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const [how, retype] of Object.entries(retyped))
          expect(searchForm(retype(given)), how).toBe(searchForm(given))
      }),
      { numRuns: 500 },
    )
    expect(searchForm('發展')).toBe('发展')
    expect(searchWords('　發展　ＧＤＰ ')).toEqual(['发展', 'gdp'])
  })

  it('is the folded text, character by character simplified, and its own form', () => {
    fc.assert(
      fc.property(text, (given) => {
        const form = searchForm(given)
        expect(form.replaceAll(/./gu, (one) => bySimple.get(one) ?? one)).toBe(
          foldText(given).text.replaceAll(/./gu, (one) => bySimple.get(searchForm(one)) ?? one),
        )
        expect(searchForm(form)).toBe(form)
      }),
      { numRuns: 500 },
    )
  })

  it('finds what was cut out between graphemes', () => {
    fc.assert(
      fc.property(text, text, text, (before, word, after) => {
        fc.pre(/^[\p{L}\p{N}]*$/u.test(word))
        expect(searchForm(`${before}。${word}。${after}`)).toContain(searchForm(word))
      }),
      { numRuns: 500 },
    )
  })

  it('leaves nobody between the scripts', () => {
    const traditional = new Set(pairs.map(([from]) => from))
    expect(pairs.filter(([, to]) => traditional.has(to))).toEqual([])
    expect(pairs.filter((pair) => pair.some((one) => one.length !== 1))).toEqual([])
  })

  // Libraries hold texts in this form: a change here needs a migration that makes `highlight_facts` anew.
  it('is as libraries have it', () => {
    const latin = Array.from({ length: 0x160 }, (_, at) => String.fromCharCode(at + 0x20))
    const wide = latin.map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).slice(1, 95)
    const all = [...latin, ...wide, ...'“”‘’「」『』—–…·　ﬁ㎡Ⅳ①', ...pairs.flat()].map(searchForm).join('|')
    expect(createHash('sha256').update(all).digest('hex').slice(0, 16)).toBe('e8e66fad608b803d')
  })
})
