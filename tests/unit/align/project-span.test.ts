import fc from 'fast-check'
import { expect, it } from 'vitest'
import { projectSpan, type Projection } from '../../../src/shared/align/project-span.ts'
import { isGraphemeEdge } from '../../../src/shared/text/graphemes.ts'
import { bundledLexicon, smallLexicon } from './lexicons.ts'
import { PROJECTION_EXAMPLES } from './projection-examples.ts'

/** Of the examples, at least this share must be found with at least half of both spans in common. */
const LEAST_FOUND = 0.85
const LEAST_OVERLAP = 0.5

interface Texts {
  readonly zh: string
  readonly en: string
}

function project(texts: Texts, from: 'zh' | 'en', quote: string): Projection | null {
  const to = from === 'zh' ? 'en' : 'zh'
  const start = texts[from].indexOf(quote)
  expect(start, quote).toBeGreaterThanOrEqual(0)
  return projectSpan(
    {
      from: { language: from, texts: [texts[from]] },
      to: { language: to, texts: [texts[to]] },
      start,
      end: start + quote.length,
      terms: [],
    },
    bundledLexicon(),
  )
}

/** What two ranges share, as a share of what they cover together. */
function overlap(one: { start: number; end: number }, other: { start: number; end: number }): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return Math.max(0, shared) / (Math.max(one.end, other.end) - Math.min(one.start, other.start))
}

it('finds the counterpart of most spans of our own beads, in both directions', () => {
  const missed: string[] = []
  let count = 0
  for (const { zh, en, spans } of PROJECTION_EXAMPLES) {
    for (const [ours, theirs] of spans) {
      for (const from of ['zh', 'en'] as const) {
        const [quote, wanted] = from === 'zh' ? [ours, theirs] : [theirs, ours]
        const target = from === 'zh' ? en : zh
        const start = target.indexOf(wanted)
        const found = project({ zh, en }, from, quote)
        count += 1
        if (found !== null && overlap(found, { start, end: start + wanted.length }) >= LEAST_OVERLAP) continue
        missed.push(`${quote} → ${found === null ? 'nothing' : target.slice(found.start, found.end)}`)
      }
    }
  }
  process.stdout.write(`projection: ${count - missed.length} of ${count} spans found\n`)
  expect(count).toBeGreaterThanOrEqual(40)
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual((1 - LEAST_FOUND) * count)
})

it('finds figures, dates, names and titles to the letter, in both directions', () => {
  const missed: string[] = []
  let count = 0
  for (const { zh, en, exact = [] } of PROJECTION_EXAMPLES) {
    for (const [ours, theirs] of exact) {
      for (const from of ['zh', 'en'] as const) {
        const [quote, wanted, target] = from === 'zh' ? [ours, theirs, en] : [theirs, ours, zh]
        const found = project({ zh, en }, from, quote)
        const got = found === null ? 'nothing' : target.slice(found.start, found.end)
        count += 1
        if (got !== wanted) missed.push(`${quote} → ${got}`)
      }
    }
  }
  process.stdout.write(`exact projection: ${count - missed.length} of ${count} spans found\n`)
  expect(missed).toEqual([])
  expect(count).toBeGreaterThanOrEqual(24)
  // A measure word that the other side leaves out asks for nothing more than the figure.
  const { zh, en } = PROJECTION_EXAMPLES.find((example) => example.zh.includes('1.64万')) ?? {
    zh: '',
    en: '',
  }
  const figure = project({ zh, en }, 'zh', '1.64万次')
  expect([en.slice(figure?.start, figure?.end), figure?.confidence]).toEqual(['16,400', 1])
})

it('is certain of figures and names alone', () => {
  const texts = {
    zh: '2025年，郑州的6100亿元投资到位。',
    en: 'In 2025, the 610 billion yuan of investment came to Zhengzhou.',
  }
  const slice = (found: Projection | null): string => texts.en.slice(found?.start, found?.end)
  const figures = project(texts, 'zh', '6100亿')
  expect([slice(figures), figures?.confidence]).toEqual(['610 billion', 1])
  const name = project(texts, 'zh', '郑州')
  expect(slice(name)).toBe('Zhengzhou')
  expect(project(texts, 'zh', '投资')?.confidence).toBeLessThan(1)
})

it('goes by the terms of the library', () => {
  const zh = '这项工作要讲好故事，也要守正创新。'
  const en = 'The work should tell good stories and uphold what is right while breaking new ground.'
  const start = zh.indexOf('守正创新')
  const term = 'uphold what is right while breaking new ground'
  const terms = [
    {
      forms: [
        { language: 'zh-Hans', form: '守正创新' },
        { language: 'en', form: term },
      ],
    },
  ]
  const input = {
    from: { language: 'zh-Hans', texts: [zh] },
    to: { language: 'en', texts: [en] },
    start,
    end: start + 4,
  }
  const found = projectSpan({ ...input, terms }, bundledLexicon())
  expect(en.slice(found?.start, found?.end)).toBe(term)
  expect(found?.confidence).toBe(1)
  expect(found?.reasons).toContainEqual({ kind: 'term', from: '守正创新', to: term })
})

it('answers nothing where nothing speaks for a span', () => {
  expect(project({ zh: '嗯，好吧。', en: 'Zebras sleep standing up.' }, 'zh', '，')).toBeNull()
  expect(
    project({ zh: '河水很清。他笑了。', en: 'Quarterly tariffs on semiconductors.' }, 'zh', '他笑了'),
  ).toBeNull()
})

it('lies inside the other side on grapheme edges, whatever the texts are', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom('桥', '镜子', '𠮷', '👩‍👩‍👧', 'bridge ', 'é', '2025年', '23 ', '3️⃣', '“', '。', 'mirror'),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 3 }),
      fc.array(text, { maxLength: 3 }),
      fc.nat(),
      fc.nat(),
      (ours, theirs, one, other) => {
        const [from, to] = [ours.join(''), theirs.join('')]
        const [start, end] = [one % (from.length + 1), other % (from.length + 1)].toSorted(
          (a, b) => a - b,
        ) as [number, number]
        const input = {
          from: { language: 'zh', texts: ours },
          to: { language: 'en', texts: theirs },
          start,
          end,
          terms: [],
        }
        const found = projectSpan(input, smallLexicon())
        expect(projectSpan(input, smallLexicon())).toEqual(found)
        if (found === null) return
        expect(found.start).toBeLessThan(found.end)
        expect(isGraphemeEdge(to, found.start) && isGraphemeEdge(to, found.end)).toBe(true)
        expect(found.confidence).toBeGreaterThanOrEqual(0)
        expect(found.confidence).toBeLessThanOrEqual(1)
      },
    ),
  )
})
