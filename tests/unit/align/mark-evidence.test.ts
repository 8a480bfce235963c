import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markEvidence, type SpanMark } from '../../../src/shared/align/mark-evidence.ts'
import { PassageReader, type KnownTerm } from '../../../src/shared/align/passage-evidence.ts'
import { isGraphemeEdge } from '../../../src/shared/text/graphemes.ts'
import { bundledLexicon, smallLexicon } from './lexicons.ts'

function mark(left: readonly string[], right: readonly string[], terms: readonly KnownTerm[] = []): string[] {
  const marks = markEvidence(
    { language: 'zh-Hans', texts: left },
    { language: 'en', texts: right },
    new PassageReader(bundledLexicon(), terms),
  )
  const text = ({ side, segment, start, end }: SpanMark): string =>
    (side === 'left' ? left : right)[segment]?.slice(start, end) ?? ''
  return marks.map((found) => `${found.side} ${found.kind}${found.matched ? '' : '!'} ${text(found)}`)
}

it('marks numbers, dates, names and Latin words that both sides have', () => {
  expect(
    mark(
      ['2025年5月23日，郑州的GDP达到1.64万亿元。'],
      ['On May 23, 2025, ', 'the GDP of Zhengzhou reached 1.64 trillion yuan.'],
    ),
  ).toEqual([
    'left date 2025年',
    'left date 5月',
    'left date 23日',
    'left name 郑州',
    'left latin GDP',
    'left number 1.64万亿',
    'right date May',
    'right date 23',
    'right date 2025',
    'right latin GDP',
    'right name Zhengzhou',
    'right number 1.64 trillion',
  ])
})

it('marks a full name as one, by pinyin or by sound, each time it stands there', () => {
  expect(
    mark(
      ['顾闻笛看着柏舟。', '顾闻笛和阿依波塔·萨德科娃走了。'],
      ['Gu Wendi looked at Bozhou. ', 'Gu Wendi and Aibota Sadykova left.'],
    ),
  ).toEqual([
    'left name 顾闻笛',
    'left name 柏舟',
    'left name 顾闻笛',
    'left name 阿依波塔·萨德科娃',
    'right name Gu Wendi',
    'right name Bozhou',
    'right name Gu Wendi',
    'right name Aibota Sadykova',
  ])
})

it('flags a number that one side only has', () => {
  expect(mark(['出席的有300人。'], ['Some 350 people attended.'])).toEqual([
    'left number! 300',
    'right number! 350',
  ])
})

it('is not led astray by idioms and small words', () => {
  expect(mark(['他三心二意，一边走一边看。'], ['One of them walked in two minds.'])).toEqual([])
  expect(mark(['六个成员国'], ['6 member states'])).toEqual(['left number 六', 'right number 6'])
})

it('marks terms of the library, with or without their counterpart', () => {
  const terms = [
    {
      forms: [
        { language: 'zh-Hans', form: '一带一路' },
        { language: 'en', form: 'Belt and Road' },
      ],
    },
  ]
  expect(mark(['共建“一帶一路”。'], ['Jointly build the belt and road.'], terms)).toEqual([
    'left term 一帶一路',
    'right term belt and road',
  ])
  expect(mark(['共建“一带一路”。'], ['Jointly build it.'], terms)).toEqual(['left term! 一带一路'])
})

it('marks a term as a whole, not the figures in it', () => {
  const terms = [
    {
      forms: [
        { language: 'zh-Hans', form: '第14个五年规划' },
        { language: 'en', form: '14th Five-Year Plan' },
      ],
    },
  ]
  expect(mark(['第14个五年规划'], ['The 14th Five-Year Plan.'], terms)).toEqual([
    'left term 第14个五年规划',
    'right term 14th Five-Year Plan',
  ])
})

it('marks nothing where a side is empty', () => {
  expect(mark(['2025年'], [])).toEqual([])
  expect(mark(['2025年'], [' '])).toEqual([])
})

it('lies inside the segments on grapheme edges and never overlaps, whatever they are', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '桥',
          '镜子',
          '𠮷',
          '👩‍👩‍👧',
          '3️⃣',
          'bridge ',
          'é',
          '2025年',
          '23 ',
          '郑州',
          'Zhengzhou ',
          '%',
        ),
      )
      .map((parts) => parts.join('')),
  )
  const texts = fc.array(text, { maxLength: 3 })
  fc.assert(
    fc.property(texts, texts, (left, right) => {
      const marks = markEvidence(
        { language: 'zh', texts: left },
        { language: 'en', texts: right },
        new PassageReader(smallLexicon(), []),
      )
      for (const [index, { side, segment, start, end }] of marks.entries()) {
        const segmentText = (side === 'left' ? left : right)[segment] ?? ''
        expect(start).toBeLessThan(end)
        expect(isGraphemeEdge(segmentText, start) && isGraphemeEdge(segmentText, end)).toBe(true)
        const next = marks[index + 1]
        if (next?.side === side && next.segment === segment) expect(next.start).toBeGreaterThanOrEqual(end)
      }
    }),
  )
})
