import { describe, expect, test } from 'vitest'
import { findAll } from '../../../src/shared/text/find.ts'
import { foldText } from '../../../src/shared/text/fold.ts'

describe('foldText', () => {
  test.each([
    ['ＡＢＣ　ｄｅｆ，２０２５', 'abc def,2025'],
    ['“上海精神”——‘和合’', '"上海精神"-\'和合\''],
    ['「上海精神」 『和合』', '"上海精神" "和合"'],
    ['a  \t\n b -- c', 'a b - c'],
    ['ﬁne ㎏ ② ｶﾞ', 'fine kg 2 ガ'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['e\u0301 é', 'é é'],
    ['co\u00adoperation\u200b', 'cooperation'],
    ['索海尔・汗 索海尔•汗', '索海尔·汗 索海尔·汗'],
    ['发展 發展', '发展 發展'],
    ['', ''],
  ])('%j becomes %j', (source, folded) => expect(foldText(source).text).toBe(folded))

  test('maps offsets through changes of length, growing ranges outward', () => {
    const folded = foldText('aﬁ b')
    expect(folded.text).toBe('afi b')
    // The f alone stands for the whole ligature.
    expect([folded.toSource(1, 'start'), folded.toSource(2, 'end')]).toEqual([1, 2])
    expect([folded.toSource(2, 'start'), folded.toSource(3, 'end')]).toEqual([1, 2])
    expect([folded.toFolded(1), folded.toFolded(2), folded.toFolded(3)]).toEqual([1, 3, 4])
    const spaced = foldText('a \t b')
    expect([spaced.toSource(1), spaced.toSource(2, 'end'), spaced.toSource(2)]).toEqual([1, 4, 4])
    expect(foldText('İx').toSource(2)).toBe(1)
  })

  test('dropped characters stay outside a range', () => {
    const folded = foldText('a\u200bb')
    expect([folded.toSource(1, 'start'), folded.toSource(1, 'end')]).toEqual([2, 1])
  })

  test('a million characters do not take for ever', () => {
    const text = '上海合作组织ABC “Spirit” 峰会。'.repeat(50_000)
    expect(foldText(text).text.length).toBe(text.length)
  })
})

describe('findAll', () => {
  test.each([
    [
      '上海精神，上海精神。',
      '上海精神',
      [
        [0, 4],
        [5, 9],
      ],
    ],
    ['“Shanghai  Spirit”', '"shanghai spirit"', [[0, 18]]],
    ['２０２５年', '2025', [[0, 4]]],
    ['哈哈哈', '哈哈', [[0, 2]]],
    ['ﬀ', 'f', [[0, 1]]],
    ['👨‍👩‍👧 x', '👩', [[0, 8]]],
    [
      'co\u00adop coop',
      'coop',
      [
        [0, 5],
        [6, 10],
      ],
    ],
    ['abc', '', []],
    ['a b', ' ', []],
  ])('%j has %j at %j', (text, query, ranges) => {
    expect(findAll(text, query).map(({ start, end }) => [start, end])).toEqual(ranges)
  })

  test('stops at the limit', () => {
    expect(findAll('aaaa', 'a', { limit: 2 })).toHaveLength(2)
    expect(findAll('aaaa', 'a', { limit: 0 })).toHaveLength(0)
  })
})
