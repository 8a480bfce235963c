import { describe, expect, test } from 'vitest'
import { findChineseNumbers } from '../../../src/shared/lexicon/chinese-numbers.ts'
import { findEnglishNumbers } from '../../../src/shared/lexicon/english-numbers.ts'
import type { NumberMention } from '../../../src/shared/lexicon/number-mention.ts'

/** Keys, the weak ones with a `~`. */
const keys = (mentions: readonly NumberMention[]): string =>
  mentions.map(({ key, isWeak }) => (isWeak ? `${key}~` : key)).join(' ')

describe('the same numbers have the same keys', () => {
  test.each([
    ['1.64万人', '16,400 people', '16400'],
    ['6100亿元', '610 billion yuan', '610000000000'],
    ['６１亿美元', '$6.1bn', '6100000000'],
    ['1亿2千万', 'one hundred and twenty million', '120000000'],
    ['一百五十萬', 'one and a half million', '1500000'],
    ['五十万', 'half a million', '500000'],
    ['250余万千瓦', 'over 2.5 million kilowatts', '2500000'],
    ['一百多亿', 'more than ten billion', '10000000000'],
    ['7500 万英镑', '75 million pounds', '75000000'],
    ['$39 291 900', '$39,291,900', '39291900'],
    ['二十三岁', 'twenty-three years old', '23'],
    ['两千零二十五', 'two thousand and twenty-five', '2025'],
    ['一九四九年', 'nineteen forty-nine', '1949'],
    ['百分之三', 'three percent', '3%'],
    ['百分之一的机会', 'one in a hundred', '1%'],
    ['百分之一', 'a hundredth of it', '1%'],
    ['千分之二', 'two in a thousand', '0.2%'],
    ['十分之一的人', 'one in ten people', '1/10'],
    ['一块二', 'one yuan twenty', '1.2'],
    ['两块五。', 'two pounds fifty', '2.5'],
    ['3.5％', '3.5 per cent', '3.5%'],
    ['5个百分点', 'five percentage points', '5%'],
    ['三成以上', '30%', '30%'],
    ['三分之一', 'one third of it', '1/3'],
    ['四分之三', 'three-quarters', '3/4'],
    ['第三次', 'the third time', '3'],
    ['第23届', 'the 23rd', '23'],
    ['十九世纪', 'the nineteenth century', 'century19'],
    ['18和19世纪', '18th and 19th centuries', 'century19'],
    ['建于 19 世纪', 'built in the 1800s', 'century19'],
    ['上世纪九十年代', 'the 1990s', 'decade90'],
    ['1990年代', 'the nineties', 'decade90'],
    ['2025年5月23日', 'May 23, 2025', 'month5 23 2025'],
    ['二〇二五年五月', 'in May 2025', '2025 month5'],
    ['2024 年 11 月 3 日', 'on 3 November 2024', '2024 month11 3'],
    ['星期三', 'on Wednesday', 'weekday3'],
  ])('%s and %s', (chinese, english, shared) => {
    const left = findChineseNumbers(chinese).map(({ key }) => key)
    const right = findEnglishNumbers(english).map(({ key }) => key)
    for (const key of shared.split(' ')) {
      expect(left).toContain(key)
      expect(right).toContain(key)
    }
  })
})

test.each([
  ['一下，一起，一些，万一，十分好，不三不四，千万别忘，一带一路', ''],
  ['几十年，十几个，数千人，三四个，两三百人，百姓，七零八落', ''],
  ['一个人和三只猫', '1~ 3~'],
  ['第一，第二', '1~ 2'],
  ['G20与20国集团', '20~ 20'],
  ['一半', '1/2~'],
  ['三月亮了', '3~'],
  ['六点一刻到，六点二十分走，三点五倍', '6~ 1~ 6~ 20 3.5'],
  ['一块二个人', '1~ 2~'],
])('in %s', (text, expected) => expect(keys(findChineseNumbers(text))).toBe(expected))

test.each([
  ['You may march on. May I? March!', ''],
  ['In March and in May, on 5 May', 'month3 month5 5 month5'],
  ['One of them waited ten seconds, a second time.', '1~ 10~ 2~'],
  ['hundreds of thousands of people', ''],
  ['a hundred, a third man, a third of it', '100 3 1/3'],
  ['G20, COVID-19, 5G', '20~ 19~ 5~'],
  ['June 2024–25', 'month6 2024 25'],
  ['two thousand three thousand', '2000 3000'],
])('in %s', (text, expected) => expect(keys(findEnglishNumbers(text))).toBe(expected))

test('spans are those of the text as it was given', () => {
  const chinese = '𠮷２０２５年😀５月'
  expect(findChineseNumbers(chinese).map(({ start, end }) => chinese.slice(start, end))).toEqual([
    '２０２５年',
    '５月',
  ])
  const english = '😀 twenty-three, é 1.2 trillion, ５０％'
  expect(findEnglishNumbers(english).map(({ start, end }) => english.slice(start, end))).toEqual([
    'twenty-three',
    '1.2 trillion',
    '５０％',
  ])
})
