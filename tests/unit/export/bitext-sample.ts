import type { BitextBead, BitextModel, BitextSide } from '../../../src/shared/export/bitext/bitext-model.ts'

type Range = readonly [number, number]

export function bead(left: Range, right: Range, more: Partial<BitextBead> = {}): BitextBead {
  return {
    id: '',
    left,
    right,
    confidence: null,
    status: 'auto',
    unmatched: false,
    review: false,
    note: null,
    ...more,
  }
}

/** A side from its blocks, each the sentences it is made of. */
export function side(language: string, title: string, blocks: readonly (readonly string[])[]): BitextSide {
  const segments = blocks.flatMap((block) => block.map((text, index) => ({ text, opensBlock: index === 0 })))
  return { language, title, source: null, author: null, date: null, segments }
}

/** A small pair with every sort of bead in it: 1–1, 1–2, 2–1 across blocks, 1–0 and 0–1. */
export const sampleBitext: BitextModel = {
  title: '桥与镜子 – A Bridge & a Mirror',
  left: {
    ...side('zh-Hans', '桥与镜子', [
      ['桥与镜子'],
      ['桥是给人走的，镜子是给人照的。', '𠮷村的桥<很老>。'],
      ['“走吧。”'],
      ['他说 1 < 2 & 3。', '只有这里有😀。'],
      ['=1+1，不是公式。'],
    ]),
    source: '港报',
    author: '陈',
    date: '2025-05',
  },
  right: side('en', 'A Bridge & a Mirror', [
    ['A Bridge and a Mirror'],
    ['Bridges are for walking. ', 'Mirrors are for looking. ', 'The bridge of 𠮷 is “old”. “Let us go.”'],
    ['He said that 1 < 2 & 3. '],
    ['Added by the translator.'],
    ['=1+1 is no formula.\tNot at all.'],
  ]),
  beads: [
    bead([0, 1], [0, 1], { id: '01920000-0000-7000-8000-000000000001', status: 'verified' }),
    bead([1, 2], [1, 3], { id: '01920000-0000-7000-8000-000000000002', confidence: 0.97 }),
    bead([2, 4], [3, 4], {
      id: '01920000-0000-7000-8000-000000000003',
      confidence: 0.52,
      note: '看 **这里**\n- "引号" & <尖括号>',
    }),
    bead([4, 5], [4, 5], { id: '01920000-0000-7000-8000-000000000004', confidence: 0.9 }),
    bead([5, 6], [5, 5], { id: '01920000-0000-7000-8000-000000000005', status: 'verified', unmatched: true }),
    bead([6, 6], [5, 6], { id: '01920000-0000-7000-8000-000000000006', confidence: 0.4 }),
    bead([6, 7], [6, 7], { id: '01920000-0000-7000-8000-000000000007', status: 'verified' }),
  ],
  version: '0.1.0',
  changedAt: Date.UTC(2026, 10, 23, 21, 5, 9),
}
