import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlignedBead, AlignInput, AlignSide, FixedBead } from '../../../src/shared/align/aligner.ts'
import { createAligner } from '../../../src/shared/align/create-aligner.ts'
import { BLOCK_KINDS } from '../../../src/shared/domain/text.ts'
import { smallLexicon } from '../../unit/align/lexicons.ts'

const quiet = (): void => undefined
const aligners = [createAligner(smallLexicon()), createAligner(null)] as const

const chinese = ['桥', '镜子', '媒体', '文明', '𠮷', '郑州', '2025年', '。', '“', '”', '？']
const english = [
  'bridge ',
  'mirror ',
  'media ',
  'civilization ',
  '😀',
  'Zhengzhou ',
  '2025 ',
  '.',
  '"',
  '?',
  '',
]

const segment = (words: readonly string[]) =>
  fc.record({
    text: fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((chosen) => chosen.join('')),
    kind: fc.constantFrom(...BLOCK_KINDS),
    opensBlock: fc.boolean(),
  })
const side = (language: string, words: readonly string[]): fc.Arbitrary<AlignSide> =>
  fc.array(segment(words), { maxLength: 30 }).map((segments) => ({ language, segments }))

const texts = fc.oneof(
  fc.record({ left: side('zh-Hans', chinese), right: side('en', english) }),
  fc.record({ left: side('en', english), right: side('zh-Hant', chinese) }),
  fc.record({ left: side('zh', chinese), right: side('zh', chinese) }),
  fc.record({ left: side('fr', english), right: side('en', english) }),
)

/** Both sides' indices as the beads list them. */
function covered(beads: readonly AlignedBead[], which: 'left' | 'right'): number[] {
  return beads.flatMap((bead) =>
    Array.from({ length: bead[which][1] - bead[which][0] }, (_, index) => bead[which][0] + index),
  )
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

function expectWhole(beads: readonly AlignedBead[], { left, right }: AlignInput): void {
  expect(covered(beads, 'left')).toEqual(upTo(left.segments.length))
  expect(covered(beads, 'right')).toEqual(upTo(right.segments.length))
  let [row, column] = [0, 0]
  for (const bead of beads) {
    expect([bead.left[0], bead.right[0]]).toEqual([row, column])
    row = bead.left[1]
    column = bead.right[1]
    expect(bead.confidence).toBeGreaterThanOrEqual(0)
    expect(bead.confidence).toBeLessThanOrEqual(1)
  }
}

/** Cuts both sides at the same number of places and takes every other stretch: beads of any shape, none empty. */
const withFixed = texts.chain((input) =>
  fc
    .tuple(
      fc.array(fc.nat(input.left.segments.length), { minLength: 6, maxLength: 6 }),
      fc.array(fc.nat(input.right.segments.length), { minLength: 6, maxLength: 6 }),
    )
    .map(([lefts, rights]) => {
      const [a, b] = [lefts.toSorted((x, y) => x - y), rights.toSorted((x, y) => x - y)]
      const fixed = [0, 2, 4]
        .map((cut): FixedBead => ({
          left: [a[cut] ?? 0, a[cut + 1] ?? 0],
          right: [b[cut] ?? 0, b[cut + 1] ?? 0],
        }))
        .filter(({ left, right }) => left[0] < left[1] || right[0] < right[1])
      return { ...input, fixed }
    }),
)

describe('the aligner', () => {
  it('covers every segment of both sides once and in order, whatever the texts and languages', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...aligners), (input, align) => {
        expectWhole(align(input, quiet), input)
      }),
      { numRuns: 300 },
    )
  })

  it('never changes a fixed bead, however odd, and covers the rest', () => {
    fc.assert(
      fc.property(withFixed, fc.constantFrom(...aligners), (input, align) => {
        const beads = align(input, quiet)
        expectWhole(beads, input)
        expect(beads).toEqual(expect.arrayContaining(input.fixed.map((bead) => ({ ...bead, confidence: 1 }))))
      }),
      { numRuns: 300 },
    )
  })

  it('never puts two segments of a locked side into a bead that is not fixed, on either side and in any order', () => {
    fc.assert(
      fc.property(
        withFixed,
        fc.constantFrom('left', 'right'),
        fc.constantFrom(...aligners),
        (input, lockedSide, align) => {
          const beads = align({ ...input, lockedSide }, quiet)
          expectWhole(beads, input)
          const keys = new Set(input.fixed.map(({ left, right }) => JSON.stringify([left, right])))
          const found = beads.filter(({ left, right }) => !keys.has(JSON.stringify([left, right])))
          for (const bead of found) expect(bead[lockedSide][1] - bead[lockedSide][0]).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives the same answer every time, and the mirrored answer for exchanged sides', () => {
    fc.assert(
      fc.property(side('zh', chinese), side('en', english), (left, right) => {
        const align = createAligner(smallLexicon())
        const beads = align({ left, right }, quiet)
        expect(align({ left, right }, quiet)).toEqual(beads)
        const mirrored = align({ left: right, right: left }, quiet)
        expect(mirrored).toEqual(
          beads.map((bead) => ({ left: bead.right, right: bead.left, confidence: bead.confidence })),
        )
      }),
      { numRuns: 60 },
    )
  })
})
