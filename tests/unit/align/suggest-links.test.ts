import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  LEAST_LINK_SCORE,
  suggestLinks,
  type PassageSide,
  type SuggestedLink,
} from '../../../src/shared/align/suggest-links.ts'
import { linkTypes, UnitTypes } from '../../../src/shared/align/passage-evidence-links.ts'
import type { Unit } from '../../../src/shared/align/passage-evidence.ts'
import { findCandidates } from '../../../src/shared/align/suggest-links-candidates.ts'
import {
  findCounterparts,
  LEAST_COUNTERPART_SCORE,
} from '../../../src/shared/align/suggest-links-counterparts.ts'
import { readDocument } from '../../../src/core/formats/read-document.ts'
import { splitSentences } from '../../../src/shared/text/split-sentences.ts'
import { sharedArticles } from '../../fixtures/shared-articles.ts'
import { bundledLexicon, smallLexicon } from './lexicons.ts'
import { PROJECTION_EXAMPLES } from './projection-examples.ts'

const zh = PROJECTION_EXAMPLES.map((example) => example.zh)
const en = PROJECTION_EXAMPLES.map((example) => example.en)

function suggest(left: readonly string[], right: readonly string[]): SuggestedLink[] {
  const input = {
    left: { language: 'zh-Hans', texts: left },
    right: { language: 'en', texts: right },
    terms: [],
  }
  return suggestLinks(input, bundledLexicon(), () => undefined)
}

it('finds what says the same when one side is turned round and half of it is gone', () => {
  const kept = en.filter((_, index) => index % 2 === 0).toReversed()
  const found = suggest(zh, kept)
  const right = found.filter(({ left, right: other }) => en[left] === kept[other])
  expect(right).toHaveLength(found.length)
  expect(found.length).toBeGreaterThanOrEqual(kept.length - 1)
})

it('suggests three partners at most, even where there are more that say the same', () => {
  const [sentence = ''] = zh
  const copies = Array.from({ length: 6 }, () => en[0] ?? '')
  expect(suggest([sentence], copies)).toHaveLength(3)
  expect(suggest([sentence, sentence, sentence, sentence], copies.slice(0, 1))).toHaveLength(3)
})

it('is not carried away by one figure that happens to be the same', () => {
  const found = suggest(
    ['这家医院去年接收了4,832名病人，多数是老人。', '今天天气很好。'],
    ['The orchestra sold 4,832 tickets for its concerts in Vienna this spring.', 'Nobody knew.'],
  )
  expect(found).toEqual([])
})

it('gives its reasons as they stand in the texts', () => {
  const [found] = suggest(
    ['他在“灯塔计划”里说：2025年，郑州有26座桥。'],
    ['In “the Lighthouse Plan” he said Zhengzhou had 26 bridges in 2025.'],
  )
  expect(found?.reasons).toEqual(
    expect.arrayContaining([
      { kind: 'quote', from: '灯塔计划', to: 'the Lighthouse Plan' },
      { kind: 'date', from: '2025年', to: '2025' },
      { kind: 'number', from: '26', to: '26' },
      { kind: 'name', from: '郑州', to: 'Zhengzhou' },
    ]),
  )
  // A single character is no reason.
  expect(found?.reasons.map(({ from }) => from)).not.toContain('桥')
})

it('gives a name as one reason, not the characters it was cut into', () => {
  const [found] = suggest(
    ['何云帆在郑州的桥上修镜子。'],
    ['He Yunfan mended mirrors on a bridge in Zhengzhou.'],
  )
  expect(found?.reasons.filter(({ kind }) => kind === 'name')).toEqual(
    expect.arrayContaining([
      { kind: 'name', from: '何云帆', to: 'He Yunfan' },
      { kind: 'name', from: '郑州', to: 'Zhengzhou' },
    ]),
  )
  expect(found?.reasons.every(({ from }) => from !== '云')).toBe(true)
})

it('works on any two languages by figures and words that both write alike', () => {
  const input = {
    left: {
      language: 'de',
      texts: ['Am 23. Mai 2025 zahlte Siemens 4.832 Euro an Zhengzhou Yutong.', 'Nichts.'],
    },
    right: { language: 'en', texts: ['Nothing.', 'Siemens paid Zhengzhou Yutong in Euro in 2025.'] },
    terms: [],
  }
  expect(suggestLinks(input, bundledLexicon(), () => undefined)).toMatchObject([{ left: 0, right: 1 }])
})

it('tells how far it is from the first text read to the last one compared', () => {
  const many = (texts: readonly string[]): string[] =>
    Array.from({ length: 1000 }, (_, index) => `${texts[index % texts.length] ?? ''} ${1000 + index}`)
  const told: number[] = []
  suggestLinks(
    {
      left: { language: 'zh-Hans', texts: many(zh) },
      right: { language: 'en', texts: many(en) },
      terms: [],
    },
    bundledLexicon(),
    (done, total) => told.push(done / total),
  )
  expect(told.toSorted((one, other) => one - other)).toEqual(told)
  expect(told.at(-1)).toBe(1)
  // In every part of the work: reading, finding candidates, comparing them.
  for (const [from, to] of [
    [0.01, 0.15],
    [0.16, 0.4],
    [0.41, 0.99],
  ] as const) {
    expect(told.some((share) => share > from && share < to)).toBe(true)
  }
})

it('does not look through all that share a common word, however long the texts are', () => {
  const unit = (key: string): Unit => ({
    kind: 'word',
    key,
    id: -1,
    share: 1e-5,
    start: 0,
    end: 1,
    isWeak: false,
    isName: false,
  })
  const side = new UnitTypes(
    Array.from({ length: 4000 }, (_, index) => [
      unit(`w${index}`),
      unit(index < 180 ? 'common' : `v${index}`),
    ]),
  )
  const candidates = findCandidates(side, side, linkTypes(side, side, smallLexicon()), () => undefined)
  expect(candidates).toHaveLength(4000)
  expect(candidates.every(({ left, right }) => left === right)).toBe(true)
})

describe('whatever the texts are', () => {
  const text = fc
    .array(
      fc.constantFrom(
        '桥',
        '镜子',
        '媒体',
        '文明',
        '𠮷',
        '😀',
        '2025年',
        '23',
        '，',
        '郑州',
        'bridge ',
        'mirror ',
        'media ',
        'Zhengzhou ',
        '2025 ',
        '“',
        '”',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''))
  const texts = fc.array(fc.oneof(text, fc.string({ unit: 'grapheme' })), { maxLength: 8 })
  const chinese = (given: string[]): PassageSide => ({ language: 'zh', texts: given })
  const english = (given: string[]): PassageSide => ({ language: 'en', texts: given })
  const run = (left: PassageSide, right: PassageSide): SuggestedLink[] =>
    suggestLinks({ left, right, terms: [] }, smallLexicon(), () => undefined)

  it('suggests at most three for a passage, none below the threshold, the same each time', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const found = run(chinese(left), english(right))
        expect(run(chinese(left), english(right))).toEqual(found)
        const counts = new Map<string, number>()
        for (const link of found) {
          expect(link.score).toBeGreaterThanOrEqual(LEAST_LINK_SCORE)
          expect(link.score).toBeLessThanOrEqual(1)
          for (const side of ['left', 'right'] as const) {
            const key = `${side} ${link[side]}`
            counts.set(key, (counts.get(key) ?? 0) + 1)
          }
          for (const { from, to } of link.reasons) {
            expect(left[link.left]).toContain(from)
            expect(right[link.right]).toContain(to)
          }
        }
        expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('gives the same links when the sides are swapped', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const key = (one: number, other: number, score: number): string =>
          `${one} ${other} ${score.toFixed(9)}`
        const there = run(chinese(left), english(right)).map((link) => key(link.left, link.right, link.score))
        const back = run(english(right), chinese(left)).map((link) => key(link.right, link.left, link.score))
        expect(back.toSorted()).toEqual(there.toSorted())
      }),
    )
  })
})

it('finds the counterparts of a phrase, the passage that says most of it first', () => {
  const find = (text: string, language: string, texts: readonly string[], of: string) =>
    findCounterparts(
      { wanted: { language, text }, passages: { language: of, texts }, terms: [], limit: 3 },
      bundledLexicon(),
      () => undefined,
    )
  expect(en[find('降低血压的新药', 'zh-Hans', en, 'en')[0]?.index ?? -1]).toContain('blood pressure')
  expect(zh[find('the tax burden on small businesses', 'en', zh, 'zh-Hans')[0]?.index ?? -1]).toContain(
    '税收负担',
  )
  expect(find('，', 'zh-Hans', en, 'en')).toEqual([])
})

it('lists no passage that shares a word or two with a long selection', () => {
  const said = 'An old mirror hangs on the bridge, and people stop to look at the sky.'
  const found = findCounterparts(
    {
      wanted: { language: 'zh-Hans', text: '桥上挂着一面旧镜子，行人停下来看天空' },
      passages: {
        language: 'en',
        texts: ['The old bridge has a mirror.', said, 'She looked into the old mirror on the wall.'],
      },
      terms: [],
      limit: 10,
    },
    bundledLexicon(),
    () => undefined,
  )
  expect(found.map(({ index }) => index)).toEqual([1])
  expect(found[0]?.score).toBeGreaterThanOrEqual(LEAST_COUNTERPART_SCORE)
})

const articles = sharedArticles('that real comparable articles are linked')

it('asks comparable texts for something that tells two passages from the others', () => {
  // All they share is what both texts are about.
  const about = [
    '各国媒体加强合作，共同发展。',
    '媒体合作促进发展。',
    '媒体的合作与发展很重要。',
    '发展媒体合作。',
  ]
  const others = [
    'Media cooperation promotes development.',
    'Development of media cooperation.',
    'Cooperation of the media and development.',
    'Media cooperation, and development.',
  ]
  expect(suggest(about, others)).toEqual([])
  // A name and a figure that only one of them has speak against them.
  const plain = '讲话强调守护安宁与睦邻，公平正义。'
  const same = 'The speech stressed tranquility and neighborliness, fairness and justice.'
  const [free] = suggest([plain], [same])
  const [bound] = suggest([`哈萨克斯坦的4832名代表说，${plain}`], [same])
  expect(free?.score ?? 0).toBeGreaterThan(0.9)
  expect(bound?.score ?? 0).toBeLessThan(free?.score ?? 0)
})

it.skipIf(articles === null)('links real articles about one event', () => {
  const read = (articles ?? []).map(({ name, bytes }) => {
    const { blocks, metadata } = readDocument({ name, bytes })
    return {
      language: metadata.language,
      texts: blocks.flatMap((block) => splitSentences(block.text, metadata.language)),
    }
  })
  const chinese = read.filter(({ language }) => language.startsWith('zh'))
  const english = read.filter(({ language }) => language === 'en')
  const found = chinese.flatMap((left) =>
    english.map((right) =>
      suggestLinks({ left, right, terms: [] }, bundledLexicon(), () => undefined).map((link) => [
        left.texts[link.left] ?? '',
        right.texts[link.right] ?? '',
        ...link.reasons.map(({ from, to }) => `${from}=${to}`),
      ]),
    ),
  )
  const isWanted = ([one, other]: readonly string[]): boolean =>
    one?.includes('尊重多样文明') === true && other?.includes('respect for diverse civilizations') === true
  expect(found.some((links) => links[0] !== undefined && isWanted(links[0]))).toBe(true)
  const reasons = found.flat().flatMap(([, , ...given]) => given)
  expect(reasons.filter((reason) => /^(?:.=|上合组织=cooperation$)/u.test(reason))).toEqual([])
})
