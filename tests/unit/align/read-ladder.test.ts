import { describe, expect, it } from 'vitest'
import { readLadder } from '../../../src/core/alignment/read-ladder.ts'

const lengths = { left: 4, right: 3 }
const ranges = (text: string): unknown =>
  readLadder(text, lengths).map(({ left, right }) => [...left, ...right])

describe('a hunalign ladder', () => {
  it.each<[string, string, number[][]]>([
    [
      'with scores and both ends',
      '0\t0\t1.2\n1\t1\t-0.3\n3\t2\t0\n4\t3\t0\n',
      [
        [0, 1, 0, 1],
        [1, 3, 1, 2],
        [3, 4, 2, 3],
      ],
    ],
    [
      'without scores and ends, with a mark and CRLF',
      '\uFEFF1\t0\r\n1\t2\r\n',
      [
        [0, 1, 0, 0],
        [1, 1, 0, 2],
        [1, 4, 2, 3],
      ],
    ],
    [
      'with the same rung twice, and spaces',
      '2 2\n2 2 0.5\n\n4 3 1e-3',
      [
        [0, 2, 0, 2],
        [2, 4, 2, 3],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(ranges(text)).toEqual(expected)
  })

  it.each<[string, RegExp]>([
    ['', /no line/u],
    ['one\ttwo', /line 1/u],
    ['1\t1\n2', /line 2/u],
    ['2\t2\n1\t3', /line 2 goes back/u],
    ['5\t3', /line 1 .*has 4 and 3/u],
  ])('is refused when it does not fit: %j', (text, reason) => {
    expect(() => readLadder(text, lengths)).toThrow(reason)
    expect(() => readLadder(text, lengths)).toThrow(expect.objectContaining({ code: 'invalid_input' }))
  })

  it('is refused when it ends long before the texts do', () => {
    expect(() => readLadder('1\t1', { left: 40, right: 40 })).toThrow(/ends at sentence 1 and 1/u)
  })
})
