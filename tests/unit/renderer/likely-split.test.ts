import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clauseEnds,
  likelySplit,
  nextClauseEnd,
} from '../../../src/renderer/features/aligning/likely-split.ts'
import { isGraphemeEdge } from '../../../src/shared/text/graphemes.ts'

const CHINESE = '虚假信息传得快，更正走得慢，这是各国编辑部共同的难处。'

describe('where a sentence may be split', () => {
  it('is after each clause, and never at its ends', () => {
    expect(clauseEnds(CHINESE).map((end) => CHINESE.slice(0, end))).toEqual([
      '虚假信息传得快，',
      '虚假信息传得快，更正走得慢，',
    ])
    expect(clauseEnds('One, two; and 1,000 more. ')).toEqual(['One, '.length, 'One, two; '.length])
  })

  it('takes closing quotes along', () => {
    const text = '“快走！”他说，𠮷😀来了。'
    expect(clauseEnds(text).map((end) => text.slice(0, end))).toEqual(['“快走！”', '“快走！”他说，'])
  })

  it('is likeliest at the clause nearest to the middle', () => {
    expect(CHINESE.slice(0, likelySplit(CHINESE))).toBe('虚假信息传得快，更正走得慢，')
  })

  it('is walked clause by clause', () => {
    expect(nextClauseEnd(CHINESE, 0, 'on')).toBe(8)
    expect(nextClauseEnd(CHINESE, 8, 'on')).toBe(14)
    expect(nextClauseEnd(CHINESE, 14, 'on')).toBeNull()
    expect(nextClauseEnd(CHINESE, 14, 'back')).toBe(8)
  })

  it('never cuts a character, whatever the text', () => {
    const words = fc.constantFrom('，', ', ', '𠮷', '👩‍👩‍👧', 'e\u0301', '。”', 'and', '桥', ' ', '—')
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 20 }), (parts) => {
        const text = parts.join('')
        for (const end of [...clauseEnds(text), likelySplit(text)])
          expect(isGraphemeEdge(text, end)).toBe(true)
      }),
    )
  })
})
