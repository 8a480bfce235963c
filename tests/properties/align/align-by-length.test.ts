import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlignedBead, AlignSegment, AlignSide } from '../../../src/shared/align/aligner.ts'
import { alignByLength } from '../../../src/shared/align/align-by-length.ts'
import { BLOCK_KINDS } from '../../../src/shared/domain/text.ts'

const quiet = (): void => undefined

const segment = fc.record({
  text: fc.string({ unit: fc.constantFrom('字', '𠮷', 'a', ' ', '。'), maxLength: 60 }),
  kind: fc.constantFrom(...BLOCK_KINDS),
  opensBlock: fc.boolean(),
})
const side = (language: string, maxLength: number): fc.Arbitrary<AlignSide> =>
  fc.array(segment, { maxLength }).map((segments) => ({ language, segments }))

/** Both sides' indices as the beads list them. */
function covered(beads: readonly AlignedBead[], which: 'left' | 'right'): number[] {
  return beads.flatMap((bead) =>
    Array.from({ length: bead[which][1] - bead[which][0] }, (_, index) => bead[which][0] + index),
  )
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

function sentence(length: number, opensBlock = true): AlignSegment {
  return { text: '字'.repeat(length), kind: 'paragraph', opensBlock }
}

describe('alignByLength', () => {
  it('covers every segment of both sides once and in order, however unequal they are', () => {
    fc.assert(
      fc.property(side('zh-Hans', 60), side('en', 60), (left, right) => {
        const beads = alignByLength({ left, right }, quiet)
        expect(covered(beads, 'left')).toEqual(upTo(left.segments.length))
        expect(covered(beads, 'right')).toEqual(upTo(right.segments.length))
      }),
      { numRuns: 300 },
    )
  })

  it('does so beyond its band: one side many times longer, all text at one end', () => {
    const shapes: [AlignSegment[], AlignSegment[]][] = [
      [[sentence(5)], upTo(3000).map(() => sentence(5))],
      [upTo(3000).map(() => sentence(5)), [sentence(5)]],
      [upTo(2000).map((index) => sentence(index === 0 ? 10_000 : 1)), upTo(2000).map(() => sentence(6))],
      [upTo(2000).map((index) => sentence(index === 1999 ? 10_000 : 0)), upTo(1500).map(() => sentence(6))],
      [[], upTo(900).map(() => sentence(4))],
      [[], []],
    ]
    for (const [left, right] of shapes) {
      const beads = alignByLength(
        { left: { language: 'zh-Hans', segments: left }, right: { language: 'en', segments: right } },
        quiet,
      )
      expect(covered(beads, 'left')).toEqual(upTo(left.length))
      expect(covered(beads, 'right')).toEqual(upTo(right.length))
    }
  })

  it('finds a sentence that became two, and keeps headings with headings', () => {
    const left = [
      { text: '桥与镜子', kind: 'title' as const, opensBlock: true },
      sentence(20),
      sentence(40, false),
      ...[31, 22, 47, 18, 36, 29, 52, 15].map((length) => sentence(length)),
    ]
    const words = (length: number, opensBlock = true): AlignSegment => ({
      text: 'w'.repeat(length),
      kind: 'paragraph',
      opensBlock,
    })
    const right = [
      { text: 'A Bridge and a Mirror', kind: 'title' as const, opensBlock: true },
      words(62),
      words(58, false),
      words(64, false),
      ...[95, 64, 143, 52, 110, 85, 158, 44].map((length) => words(length)),
    ]
    const beads = alignByLength(
      { left: { language: 'zh-Hans', segments: left }, right: { language: 'en', segments: right } },
      quiet,
    )
    expect(beads.slice(0, 4).map((bead) => [bead.left, bead.right])).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      [
        [1, 2],
        [1, 2],
      ],
      [
        [2, 3],
        [2, 4],
      ],
      [
        [3, 4],
        [4, 5],
      ],
    ])
  })

  it('gives the same answer every time', () => {
    const random = fc.sample(side('zh-Hans', 200), { numRuns: 1, seed: 7 })[0] ?? {
      language: 'zh',
      segments: [],
    }
    const input = { left: random, right: random }
    expect(alignByLength(input, quiet)).toEqual(alignByLength(input, quiet))
  })
})
