import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildLexicon } from '../../../src/shared/lexicon/build-lexicon.ts'
import { findChineseNumbers } from '../../../src/shared/lexicon/chinese-numbers.ts'
import { findEnglishNumbers } from '../../../src/shared/lexicon/english-numbers.ts'
import { EnglishReader } from '../../../src/shared/lexicon/english-words.ts'
import { findLatinTokens } from '../../../src/shared/lexicon/latin-tokens.ts'
import { packLexicon } from '../../../src/shared/lexicon/pack-lexicon.ts'
import { ChineseSegmenter } from '../../../src/shared/lexicon/segment-chinese.ts'
import { unpackLexicon } from '../../../src/shared/lexicon/unpack-lexicon.ts'
import { tinyLexicon } from '../../unit/lexicon/tiny-lexicon.ts'

const chineseWord = fc.string({
  unit: fc.constantFrom(...'研究生命起源卡拉ok𠮷野家一千年'),
  minLength: 1,
  maxLength: 6,
})
const stem = fc.string({ unit: fc.constantFrom(...'abcdeé'), minLength: 1, maxLength: 4 })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const entries = fc.record({
  sources: fc.array(
    fc.record({ name: fc.string(), version: fc.string(), licence: fc.string(), url: fc.string() }),
    { maxLength: 3 },
  ),
  chinese: fc.array(
    fc.record({
      word: chineseWord,
      share,
      glosses: fc.array(fc.tuple(stem, fc.double({ min: 0.01, max: 5, noNaN: true })), { maxLength: 5 }),
    }),
    { maxLength: 30 },
  ),
  english: fc.array(fc.tuple(stem, share), { maxLength: 10 }),
  forms: fc.array(fc.tuple(stem, stem), { maxLength: 10 }),
  pinyin: fc.array(fc.tuple(chineseWord, fc.array(stem, { minLength: 1, maxLength: 3 })), { maxLength: 5 }),
  simplified: fc.array(fc.tuple(fc.constantFrom(...'發長點'), fc.constantFrom(...'发长点')), {
    maxLength: 3,
  }),
})

/** Anything, and much of what the readers look for. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '2025',
        '年',
        '5',
        '月',
        '百分之',
        '三',
        '十',
        '万',
        '亿',
        '点',
        '第',
        '世纪',
        '𠮷',
        '😀',
        '%',
        '·',
        '研究生',
        '生命',
        'twenty',
        '-',
        ' ',
        'three',
        'hundred',
        'and',
        'a',
        'half',
        'million',
        'May',
        'th',
        "'s",
        ',',
        '.',
        'century',
        'ok',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constant('\ud83d'),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''))

const splitsPair = (of: string, at: number): boolean =>
  /[\ud800-\udbff]/u.test(of.charAt(at - 1)) && /[\udc00-\udfff]/u.test(of.charAt(at))

test('unpacking what was packed gives the same lexicon', () => {
  fc.assert(
    fc.property(entries, (plain) => {
      const { tables } = buildLexicon(plain)
      expect(unpackLexicon(packLexicon(tables)).tables).toEqual(tables)
    }),
  )
})

test('every headword is found, with the stems it was given', () => {
  fc.assert(
    fc.property(entries, (plain) => {
      const lexicon = unpackLexicon(packLexicon(buildLexicon(plain).tables))
      for (const [word, { glosses }] of new Map(plain.chinese.map((entry) => [entry.word, entry]))) {
        const id = lexicon.findChinese(word)
        expect(lexicon.chineseWord(id)).toBe(word)
        const stems = lexicon.glossWords.subarray(lexicon.glossStart[id], lexicon.glossStart[id + 1])
        expect(new Set([...stems].map((english) => lexicon.englishWord(english)))).toEqual(
          new Set(glosses.map(([gloss]) => gloss)),
        )
        const found = new Int32Array(lexicon.longestChinese)
        lexicon.matchChinese(`x${word}y`, 1, word.length + 2, found)
        expect(found[word.length - 1]).toBe(id)
      }
    }),
  )
})

test('the words of a text lie side by side and cover it, in headwords where they say so', () => {
  const lexicon = tinyLexicon()
  const segmenter = new ChineseSegmenter(lexicon)
  fc.assert(
    fc.property(text, (folded) => {
      const { count, starts, ends, ids } = segmenter.segment(folded)
      let at = 0
      for (let index = 0; index < count; index += 1) {
        expect(starts[index]).toBe(at)
        expect(ends[index]).toBeGreaterThan(at)
        const id = ids[index] ?? -1
        if (id >= 0) expect(lexicon.chineseWord(id)).toBe(folded.slice(at, ends[index]))
        at = ends[index] ?? 0
        expect(splitsPair(folded, at)).toBe(false)
      }
      expect(at).toBe(folded.length)
    }),
  )
})

test('what is found in a text lies inside it, in order, apart, and cuts no surrogate pair', () => {
  const reader = new EnglishReader(tinyLexicon())
  fc.assert(
    fc.property(text, (given) => {
      for (const found of [
        findChineseNumbers(given),
        findEnglishNumbers(given),
        findLatinTokens(given),
        reader.words(given),
      ]) {
        let at = 0
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(splitsPair(given, start) || splitsPair(given, end)).toBe(false)
          at = end
        }
        expect(at).toBeLessThanOrEqual(given.length)
      }
      for (const { value } of [...findChineseNumbers(given), ...findEnglishNumbers(given)]) {
        expect(Number.isFinite(value)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
