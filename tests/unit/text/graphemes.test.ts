import { describe, expect, test } from 'vitest'
import { fromCodePointOffset, toCodePointOffset } from '../../../src/shared/text/code-points.ts'
import { isGraphemeEdge, snapToGraphemes } from '../../../src/shared/text/graphemes.ts'

describe('graphemes', () => {
  test.each([
    ['𠮷', '吉祥的𠮷字', 3, 5],
    ['family', 'a👨‍👩‍👧b', 1, 9],
    ['skin tone', '👍🏽!', 0, 4],
    ['second flag', '🇨🇳🇺🇸', 4, 8],
    ['combining marks', 'xe\u0301\u0323y', 1, 4],
    ['jamo', '가\u1100\u1161\u11a8나', 1, 4],
    ['line break', 'a\r\nb', 1, 3],
  ])('%s is one grapheme', (_, text, start, end) => {
    for (let offset = start + 1; offset < end; offset += 1) {
      expect(isGraphemeEdge(text, offset)).toBe(false)
      expect(snapToGraphemes(text, { start: offset, end: offset })).toEqual({ start, end })
    }
    expect(isGraphemeEdge(text, start)).toBe(true)
    expect(isGraphemeEdge(text, end)).toBe(true)
    expect(snapToGraphemes(text, { start, end })).toEqual({ start, end })
  })

  test('an offset outside the text is no edge', () => {
    expect([isGraphemeEdge('a', -1), isGraphemeEdge('a', 2)]).toEqual([false, false])
  })
})

describe('code points', () => {
  test('count 𠮷 once', () => {
    expect([0, 1, 2, 3, 4].map((offset) => toCodePointOffset('a𠮷b', offset))).toEqual([0, 1, 1, 2, 3])
    expect([0, 1, 2, 3].map((offset) => fromCodePointOffset('a𠮷b', offset))).toEqual([0, 1, 3, 4])
  })

  test.each([-1, 1.5, 5])('refuse %d', (offset) => {
    expect(() => toCodePointOffset('a𠮷b', offset)).toThrow(/outside/u)
    expect(() => fromCodePointOffset('a𠮷b', offset)).toThrow(/outside/u)
  })
})
