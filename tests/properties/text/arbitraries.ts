import * as fc from 'fast-check'

/** Things a text may be cut within by mistake, and things that fold to another length. */
const AWKWARD = [
  '𠮷',
  '👨‍👩‍👧',
  '👍🏽',
  '🇨🇳',
  'e\u0301',
  'ﬁ',
  '㎏',
  'İ',
  'ｶﾞ',
  '\u1100\u1161\u11a8',
  '가',
  '\r\n',
  '\u200b',
  '\u0301',
  '\u200d',
  '❤\u200d❤',
  '\u06001',
  '\u1100',
  'क्',
  'ष',
  '\ud83d',
  'ﷺ',
]

const USUAL = Array.from('上海合作组织精神的ａＡaBc19 \n\t')

const MARKS = [
  ...Array.from('。？！…；，.!?,:：“”"\'「」《》（）()[]—-–~  '),
  '……',
  '他说',
  ' Mr',
  'U.S.',
  '1.',
]

/** Text as it comes, and as it should not. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...USUAL) },
      { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 2, arbitrary: fc.constantFrom(...AWKWARD) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''))

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** All grapheme edges of a short text, both ends included: the truth that `graphemes.ts` takes a short cut to. */
export function graphemeEdges(text: string): Set<number> {
  return new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length))
}

export function graphemesOf(text: string): { start: number; end: number; text: string }[] {
  return [...segmenter.segment(text)].map(({ index, segment }) => ({
    start: index,
    end: index + segment.length,
    text: segment,
  }))
}
