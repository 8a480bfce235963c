import { describe, expect, test } from 'vitest'
import { IntervalIndex, type Interval } from '../../../src/shared/text/interval-index.ts'
import { segmentId } from './article.ts'

const A = segmentId('a')
const B = segmentId('b')

function interval(value: string, start: number, end: number, over = A): Interval<string> {
  return { segmentId: over, start, end, value }
}

describe('IntervalIndex', () => {
  const index = IntervalIndex.from([
    interval('paragraph', 0, 100),
    interval('word', 10, 12),
    interval('same word', 10, 12),
    interval('sentence', 5, 40),
    interval('elsewhere', 10, 12, B),
  ])

  test('gives what covers an offset, smallest first', () => {
    expect(index.at(A, 10)).toEqual(['word', 'same word', 'sentence', 'paragraph'])
    expect(index.at(A, 12)).toEqual(['sentence', 'paragraph'])
    expect(index.at(A, 100)).toEqual([])
    expect(index.at(segmentId('c'), 0)).toEqual([])
  })

  test('lists a segment from start to end, outer before inner', () => {
    expect(index.in(A).map(({ value }) => value)).toEqual(['paragraph', 'sentence', 'word', 'same word'])
  })

  test('changes leave the old index as it was', () => {
    const without = index.remove(interval('word', 10, 12))
    const withMore = index.add(interval('more', 11, 12))
    expect([index.size, without.size, withMore.size]).toEqual([5, 4, 6])
    expect(without.at(A, 11)).toEqual(['same word', 'sentence', 'paragraph'])
    expect(withMore.at(A, 11)[0]).toBe('more')
    expect(index.at(A, 11)).toEqual(['word', 'same word', 'sentence', 'paragraph'])
    expect(index.remove(interval('no such', 10, 12))).toBe(index)
  })
})
