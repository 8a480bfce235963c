import { describe, expect, test } from 'vitest'
import { EnglishReader } from '../../../src/shared/lexicon/english-words.ts'
import { findLatinTokens } from '../../../src/shared/lexicon/latin-tokens.ts'
import { splitPinyin } from '../../../src/shared/lexicon/pinyin-syllables.ts'
import { ChineseSegmenter } from '../../../src/shared/lexicon/segment-chinese.ts'
import { tinyLexicon } from './tiny-lexicon.ts'

describe('ChineseSegmenter', () => {
  const segmenter = new ChineseSegmenter(tinyLexicon())
  const cut = (text: string): string[] => {
    const { count, starts, ends, ids } = segmenter.segment(text)
    return Array.from({ length: count }, (_, index) => {
      const word = text.slice(starts[index], ends[index])
      return (ids[index] ?? -1) < 0 ? `(${word})` : word
    })
  }

  test.each([
    // The likelier path, not the longest first word.
    ['研究生命', ['研究', '生命']],
    // A headword nobody has counted is better than its parts.
    ['研究生命起源', ['研究', '生命起源']],
    ['𠮷野家，𠮷😀', ['𠮷野家', '(，)', '(𠮷)', '(😀)']],
    ['卡拉ok', ['卡拉ok']],
    ['卡拉okay 2025年', ['(卡)', '(拉)', '(okay)', '( )', '(2025)', '(年)']],
    ['', []],
  ])('%s', (text, words) => expect(cut(text)).toEqual(words))

  test('a longer text after a shorter one, and the other way round', () => {
    expect(cut('研究'.repeat(1000)).length).toBe(1000)
    expect(cut('研究')).toEqual(['研究'])
  })

  test('knows single characters', () => {
    expect(segmenter.character('命'.charCodeAt(0))).toBe(tinyLexicon().findChinese('命'))
    expect(segmenter.character('研'.charCodeAt(0))).toBe(-1)
  })
})

describe('EnglishReader', () => {
  const reader = new EnglishReader(tinyLexicon())

  test('cuts clitics off and compounds apart', () => {
    const text = "It isn’t Xi's well-known CAFÉ, O'Neill said; 2025 in Łódź—\"Men's lives\"."
    const words = reader.words(text)
    expect(words.map(({ word }) => word).join(' ')).toBe(
      "it is n't xi 's well known cafe o'neill said in łodz men 's lives",
    )
    expect(words.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(
      "It is n’t Xi 's well known CAFÉ O'Neill said in Łódź Men 's lives",
    )
  })

  test('knows stems, capitals and where a capital says nothing', () => {
    const words = reader.words('Men came. “Lives,” said the GDP man. He (The boss) left Rome.')
    const marked = words.map(
      (word) =>
        `${word.stem}${word.isCapitalised ? 'C' : ''}${word.isAllCapitals ? 'A' : ''}${word.opensSentence ? '^' : ''}`,
    )
    expect(marked.join(' ')).toBe('manC^ cam lifC^ said the gdpCA man heC^ theC^ boss left romC')
    expect(words.find(({ word }) => word === 'lives')?.id).toBe(tinyLexicon().findEnglish('lif'))
    expect(words.filter(({ isStopword }) => isStopword).map(({ word }) => word)).toEqual(['the', 'he', 'the'])
  })
})

test.each([
  ['𠮷的GDP涨了，ＷＴＯ说', 'gdp:GDP wto:ＷＴＯ'],
  ['COVID-19疫情与5G、G20', 'covid19:COVID-19 5g:5G g20:G20'],
  ['The U.S. and A.I., e-mail', 'the:The us:U.S. and:and ai:A.I. email:e-mail'],
  ['2025年3.5%', ''],
])('Latin tokens of %s', (text, tokens) => {
  const found = findLatinTokens(text).map(({ key, start, end }) => `${key}:${text.slice(start, end)}`)
  expect(found.join(' ')).toBe(tokens)
})

test.each([
  ['zhengzhou', [['zheng', 'zhou']]],
  ['xian', [['xi', 'an'], ['xian']]],
  ["xi'an", [['xi', 'an']]],
  ['smith', []],
])('pinyin in %s', (word, ways) => expect(splitPinyin(word)).toEqual(ways))
