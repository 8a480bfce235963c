import { describe, expect, it } from 'vitest'
import {
  formatConfidence,
  levelOf,
  shapeOf,
  spokenConfidence,
} from '../../../src/renderer/features/aligning/bead-state.ts'
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
    ['auto', null, 'unknown'],
  ] as const)('%s at %s is %s', (status, confidence, level) => {
    expect(levelOf({ status, confidence, byHand: false, unmatched: false })).toBe(level)
  })

  it('is a person’s word once it was made by hand or marked as having no counterpart', () => {
    const bead = { status: 'auto', confidence: 0.2, byHand: false, unmatched: false } as const
    expect(levelOf({ ...bead, byHand: true, confidence: null })).toBe('hand')
    expect(levelOf({ ...bead, unmatched: true })).toBe('hand')
    expect(levelOf({ ...bead, status: 'verified', unmatched: true })).toBe('verified')
  })

  it('is said as it is written', () => {
    for (const confidence of [0.7599, 0.8999, 0.29, 0, 0.905])
      expect(spokenConfidence(confidence)).toBe(`0${formatConfidence(confidence)}`)
    expect(spokenConfidence(1)).toBe('1.00')
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
