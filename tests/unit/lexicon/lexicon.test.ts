import { describe, expect, test } from 'vitest'
import { buildLexicon } from '../../../src/shared/lexicon/build-lexicon.ts'
import { packLexicon } from '../../../src/shared/lexicon/pack-lexicon.ts'
import { stemByRule } from '../../../src/shared/lexicon/stem-english.ts'
import { StringTable } from '../../../src/shared/lexicon/string-table.ts'
import { unpackLexicon } from '../../../src/shared/lexicon/unpack-lexicon.ts'
import { glossesOf, TINY, tinyLexicon } from './tiny-lexicon.ts'

describe('a lexicon', () => {
  test('shares the weight of a headword among its glosses, the weightiest first', () => {
    const lexicon = tinyLexicon()
    expect(glossesOf(lexicon, '研究生')).toEqual(['graduat', 'student'])
    const start = lexicon.glossStart[lexicon.findChinese('研究生')] ?? 0
    expect(lexicon.glossWeights[start]).toBeCloseTo(2 / 3, 1)
    expect(lexicon.glossWeights[start + 1]).toBeCloseTo(1 / 3, 1)
  })

  test('gives no gloss less than .03', () => {
    const glosses = Array.from({ length: 200 }, (_, index) => [`word${index}`, 1] as const)
    const { glossWeights } = buildLexicon({ chinese: [{ word: '事', glosses }] })
    expect(Math.min(...glossWeights)).toBeGreaterThanOrEqual(Math.fround(0.03))
  })

  test('answers -1 and nothing for what it does not know', () => {
    const lexicon = tinyLexicon()
    expect(lexicon.findChinese('研')).toBe(-1)
    expect(lexicon.findChinese('')).toBe(-1)
    expect(lexicon.findEnglish('lives')).toBe(-1)
    expect(lexicon.pinyin('研')).toEqual([])
  })

  test('knows shares of running words, stems of forms and readings', () => {
    const lexicon = tinyLexicon()
    expect(lexicon.englishFrequency[lexicon.findEnglish('the')]).toBeCloseTo(0.06, 2)
    expect(lexicon.chineseFrequency[lexicon.findChinese('生命起源')]).toBe(0)
    expect(lexicon.stemEnglish('lives')).toBe('lif')
    expect(lexicon.pinyin('长')).toEqual(['chang', 'zhang'])
  })

  test('simplifies sign by sign, so that offsets stay', () => {
    expect(tinyLexicon().simplify('𠮷發長發')).toBe('𠮷发长发')
  })

  test('finds all headwords that begin at a place', () => {
    const lexicon = tinyLexicon()
    const found = new Int32Array(lexicon.longestChinese)
    const text = '我研究生命起源'
    expect(lexicon.matchChinese(text, 1, text.length, found)).toBe(3)
    expect([...found.subarray(0, 3)].map((id) => (id < 0 ? null : lexicon.chineseWord(id)))).toEqual([
      null,
      '研究',
      '研究生',
    ])
    expect(lexicon.matchChinese(text, 1, 3, found)).toBe(2)
    expect(lexicon.matchChinese(text, 0, text.length, found)).toBe(0)
  })
})

test('strings are told apart from those they begin with, wherever they lie in the table', () => {
  const strings = Array.from({ length: 4500 }, (_, index) => String(1000 + 2 * index))
  const table = StringTable.of(strings)
  const others = Array.from({ length: 9999 }, (_, index) => String(index)).filter(
    (text) => !strings.includes(text),
  )
  expect(strings.map((text) => table.find(text))).toEqual(strings.map((_, index) => index))
  expect(others.filter((text) => table.find(text) !== -1)).toEqual([])
})

describe('unpackLexicon', () => {
  const packed = (): Uint8Array => packLexicon(buildLexicon(TINY).tables)

  test('refuses what is no lexicon, of another version, altered or cut', () => {
    const altered = (at: number): Uint8Array =>
      packed().map((byte, index) => (index === at ? byte ^ 1 : byte))
    expect(() => unpackLexicon(new Uint8Array(0))).toThrow('not a lexicon')
    expect(() => unpackLexicon(altered(0))).toThrow('not a lexicon')
    expect(() => unpackLexicon(altered(4))).toThrow('version 0')
    expect(() => unpackLexicon(altered(100))).toThrow('checksum')
    expect(() => unpackLexicon(packed().subarray(0, -1))).toThrow('checksum')
  })

  test('reads what takes more than one and two bytes to count', () => {
    const words = Array.from(
      { length: 70_000 },
      (_, index) => `${String.fromCharCode(0x4e00 + (index % 20_000))}${index}`,
    )
    const glosses = words.slice(0, 300).map((word) => [word, 1] as const)
    const { tables } = buildLexicon({
      chinese: [{ word: '事', glosses }, ...words.map((word) => ({ word, glosses: [[word, 1]] as const }))],
    })
    expect(unpackLexicon(packLexicon(tables)).tables).toEqual(tables)
  })

  test('reads bytes that lie inside of others', () => {
    const bytes = packed()
    const larger = new Uint8Array(bytes.length + 7)
    larger.set(bytes, 3)
    expect(unpackLexicon(larger.subarray(3, 3 + bytes.length)).sources).toEqual(TINY.sources)
  })
})

test.each([
  [['develop', 'develops', 'developed', 'developing', 'development', 'developments']],
  [['civilize', 'civilized', 'civilised', 'civilization', 'civilisations']],
  [['govern', 'governed', 'government', 'governance']],
  [['diverse', 'diversity']],
  [['color', 'colour', 'colours']],
  [['country', 'countries']],
  [['happy', 'happily', 'happiness']],
  [['nation', 'nations']],
])('%j have one stem', (words) => {
  expect(new Set(words.map(stemByRule)).size).toBe(1)
})

test.each([
  ['business', 'busy'],
  ['university', 'universe'],
  ['hope', 'hopeless'],
  ['state', 'station'],
  ['experience', 'experiment'],
])('%s and %s have two', (one, other) => {
  expect(stemByRule(one)).not.toBe(stemByRule(other))
})
