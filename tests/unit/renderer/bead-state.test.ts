import { describe, expect, it } from 'vitest'
import { formatConfidence, levelOf, shapeOf } from '../../../src/renderer/features/aligning/bead-state.ts'
import { paintOf } from '../../../src/renderer/features/aligning/evidence-paint.ts'
import type { Row } from '../../../src/shared/contract/schemas/reader.ts'

describe('how far a bead can be trusted', () => {
  it.each([
    ['verified', 0.2, 'verified'],
    ['verified', null, 'verified'],
    ['auto', 0.9, 'sure'],
    ['auto', 0.8999, 'unsure'],
    ['auto', 0.6, 'unsure'],
    ['auto', 0.5999, 'doubtful'],
    ['auto', null, 'hand'],
  ] as const)('%s at %s is %s', (status, confidence, level) => {
    expect(levelOf({ status, confidence })).toBe(level)
  })

  it('is never written higher than its level', () => {
    expect([0.8999, 0.599, 0.9, 1, 0, 0.29].map(formatConfidence)).toEqual([
      '.89',
      '.59',
      '.90',
      '1.0',
      '.00',
      '.29',
    ])
  })
})

it('counts the segments of a row over its runs', () => {
  const run = (count: number): unknown => ({ segments: Array.from({ length: count }, () => ({})) })
  const row = { left: [run(2), run(1)], right: [] } as unknown as Row
  expect(shapeOf(row)).toEqual({ left: 3, right: 0 })
})

describe('evidence', () => {
  it('flags a figure that the other side lacks, but no name', () => {
    expect(paintOf({ kind: 'number', matched: false }, false)).toBe('evidence-unmatched')
    expect(paintOf({ kind: 'date', matched: false }, false)).toBe('evidence-unmatched')
    expect(paintOf({ kind: 'number', matched: true }, false)).toBe('evidence-number')
    expect(paintOf({ kind: 'name', matched: false }, false)).toBe('evidence-name')
  })

  it('flags nothing where there is no other side', () => {
    expect(paintOf({ kind: 'number', matched: false }, true)).toBe('evidence-number')
  })
})
