import { describe, expect, it } from 'vitest'
import type { AlignedBead, AlignInput, AlignSide } from '../../../src/shared/align/aligner.ts'
import { createAligner } from '../../../src/shared/align/create-aligner.ts'
import { bundledLexicon } from './lexicons.ts'

const quiet = (): void => undefined
const align = createAligner(bundledLexicon())

const lines = (language: string, texts: readonly string[], opensBlock = true): AlignSide => ({
  language,
  segments: texts.map((text) => ({ text, kind: 'paragraph', opensBlock })),
})
const input = (chinese: readonly string[], english: readonly string[]): AlignInput => ({
  left: lines('zh-Hans', chinese),
  right: lines('en', english),
})
const shapes = (beads: readonly AlignedBead[]): string =>
  beads.map(({ left, right }) => `${left[1] - left[0]}:${right[1] - right[0]}`).join(' ')

const CHINESE = [
  '港口在清晨醒来。',
  '渔民把船拴在石墩上，女人们在市场里摆出鱼和蔬菜。',
  '一座木桥通向对岸的灯塔。',
  '灯塔看守人已经七十岁了，他每天写日记。',
  '他的女儿在城里的医院当护士。',
  '去年冬天，暴风雪毁了半座桥。',
  '工程师们花了三个月修复它。',
  '现在孩子们又能过桥上学了。',
]
const ENGLISH = [
  'The harbour wakes early in the morning.',
  'Fishermen tie their boats to stone posts.',
  'Women lay out fish and vegetables in the market.',
  'A wooden bridge leads to the lighthouse on the other bank.',
  'The lighthouse keeper is already seventy years old, and he writes a diary every day.',
  'His daughter is a nurse in a hospital in the city.',
  'Last winter a snowstorm destroyed half of the bridge; engineers took three months to repair it.',
  'Now the children can cross the bridge to school again.',
]

describe('createAligner', () => {
  it('finds a sentence that became two and two that became one', () => {
    expect(shapes(align(input(CHINESE, ENGLISH), quiet))).toBe('1:1 1:2 1:1 1:1 1:1 2:1 1:1')
  })

  it('leaves out what only one side has', () => {
    const added = '委员会在报告第三章里批评了预算，要求政府在六月底以前提交新的经济数据。'
    const chinese = [...CHINESE.slice(0, 4), added, ...CHINESE.slice(4)]
    expect(shapes(align(input(chinese, ENGLISH), quiet))).toBe('1:1 1:2 1:1 1:1 1:0 1:1 2:1 1:1')
  })

  it('reads traditional characters as well', () => {
    const traditional = ['燈塔看守人已經七十歲了，他每天寫日記。', '現在孩子們又能過橋上學了。']
    const opening = '港口在清晨醒來，漁民把船拴在石墩上。'
    const english = [
      'The harbour wakes.',
      'Fishermen tie their boats to posts.',
      ENGLISH[4] ?? '',
      ENGLISH[7] ?? '',
    ]
    expect(shapes(align(input([opening, ...traditional], english), quiet))).toBe('1:2 1:1 1:1')
  })

  it('is not derailed by headings on one side only', () => {
    const headed: AlignSide = {
      language: 'en',
      segments: ENGLISH.flatMap((text, index) => [
        ...(index % 3 === 0 ? [{ text: 'Part', kind: 'heading' as const, opensBlock: true }] : []),
        { text, kind: 'paragraph' as const, opensBlock: index % 3 === 0 },
      ]),
    }
    const beads = align({ left: lines('zh', CHINESE), right: headed }, quiet)
    const lighthouse = beads.find(({ left }) => left[0] === 3)
    const texts = headed.segments.slice(...(lighthouse?.right ?? [0, 0])).map(({ text }) => text)
    expect(texts).toContain(ENGLISH[4])
  })

  it('is not carried away by one number that stands on both sides', () => {
    const chinese = ['他一九九九年出生。', ...CHINESE.slice(0, 4)]
    const english = [
      ...ENGLISH.slice(0, 4),
      'The lighthouse keeper is seventy and writes a diary; it says 1999.',
    ]
    const beads = align(input(chinese, english), quiet)
    expect(beads.at(-1)?.left[1]).toBe(5)
    expect(beads.at(-1)?.right).toEqual([4, 5])
    expect(beads[0]?.right).not.toEqual([4, 5])
  })

  it('keeps fixed beads and aligns between them', () => {
    const fixed = [{ left: [1, 3], right: [1, 2] }] as const
    const beads = align({ ...input(CHINESE, ENGLISH), fixed }, quiet)
    expect(beads).toContainEqual({ left: [1, 3], right: [1, 2], confidence: 1 })
    expect(beads.at(-1)).toMatchObject({ left: [7, 8], right: [7, 8] })
  })

  it('refuses fixed beads that cross, are empty or lie outside', () => {
    for (const fixed of [
      [
        { left: [2, 3], right: [2, 3] },
        { left: [3, 4], right: [1, 2] },
      ],
      [{ left: [2, 2], right: [2, 2] }],
      [{ left: [7, 9], right: [7, 8] }],
    ] as const) {
      expect(() => align({ ...input(CHINESE, ENGLISH), fixed }, quiet)).toThrow(RangeError)
    }
  })

  it('learns from the library how a word is rendered that no lexicon knows', () => {
    const chinese = ['啊啊。', '弗鲁木来了。', '嗯嗯。']
    const english = ['Oh oh.', 'Hm hm.', 'Wibbler came.', 'Er er.']
    const terms = [{ left: '弗鲁木', right: 'Wibbler' }]
    const beads = align({ ...input(chinese, english), known: { beads: [], terms } }, quiet)
    expect(beads.find(({ left }) => left[0] <= 1 && left[1] > 1)?.right).toContain(2)
  })

  it('tells its progress up to the end', () => {
    const told: number[] = []
    align(input(CHINESE, ENGLISH), (done, total) => told.push(done / total))
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })
})

describe('bad input', () => {
  const one = ['桥在那里。']
  const shapesOf = (left: AlignSide, right: AlignSide): string => shapes(align({ left, right }, quiet))

  it('empty sides give beads of one side', () => {
    expect(shapesOf(lines('zh', []), lines('en', []))).toBe('')
    expect(shapesOf(lines('zh', []), lines('en', ['a', 'b']))).toBe('0:1 0:1')
    expect(shapesOf(lines('zh', ['甲', '乙']), lines('en', []))).toBe('1:0 1:0')
    expect(
      shapesOf(lines('zh', ['', ' ']), lines('en', ['\u0000', '\u200b'])).split(' ').length,
    ).toBeGreaterThan(0)
  })

  it('a side a thousand times longer, either way', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `The bridge ${index} is there.`)
    for (const few of [one, [...one, '镜子。', '', '郑州。', '2025年']]) {
      const beads = align(input(few, many), quiet)
      expect(beads.at(-1)).toMatchObject({ right: [expect.any(Number), 5000] })
      const turned = align({ left: lines('en', many), right: lines('zh', few) }, quiet)
      expect(turned.at(-1)).toMatchObject({ left: [expect.any(Number), 5000] })
    }
  })

  it('a line of a megabyte, controls, lone surrogates', () => {
    const long = ['桥'.repeat(1_000_000), '\u0000\u0007\u001b[31m', '\ud842', '港口在清晨醒来。']
    const other = ['bridge '.repeat(150_000), '\u0000\ufffe', '\udfb7', 'The harbour wakes in the morning.']
    expect(align(input(long, other), quiet).at(-1)).toMatchObject({ left: [3, 4], right: [3, 4] })
  })

  it('one language on both sides: the same text comes out one to one', () => {
    for (const [language, texts] of [
      ['zh', CHINESE],
      ['en', ENGLISH],
      ['fr', ['Le pont est là.', 'Le port se réveille.', 'Les enfants chantent.']],
    ] as const) {
      const same = lines(language, texts)
      expect(shapesOf(same, same)).toBe(texts.map(() => '1:1').join(' '))
    }
  })

  it('more segments than fit in one window, with beads that are fixed across it', () => {
    const count = 9000
    const pairs = [0, 2, 3, 4, 7].map((place) => [
      CHINESE[place] ?? '',
      ENGLISH[place === 0 ? 0 : place === 7 ? 7 : place + 1] ?? '',
    ])
    const chinese = Array.from(
      { length: count },
      (_, index) => `第${index + 11}座桥：${pairs[index % 5]?.[0] ?? ''}`,
    )
    const english = Array.from(
      { length: count },
      (_, index) => `Bridge ${index + 11}: ${pairs[index % 5]?.[1] ?? ''}`,
    )
    const fixed = [{ left: [2390, 2410], right: [2390, 2409] }] as const
    const beads = align({ ...input(chinese, english), fixed }, quiet)
    expect(beads).toContainEqual({ ...fixed[0], confidence: 1 })
    const straight = beads.filter(({ left, right }) => left[0] === right[0] && left[1] === right[1])
    expect(straight.length).toBeGreaterThan(0.97 * count)
  })
})
