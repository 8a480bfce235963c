import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBitext } from '../../../src/core/formats/bitext/read-bitext.ts'
import { sniffBitext } from '../../../src/core/formats/bitext/sniff-bitext.ts'
import { chooseSides, findSides } from '../../../src/core/imports/choose-sides.ts'
import type { ImportedBitext } from '../../../src/shared/domain/imported-bitext.ts'
import type { BlockForm } from '../../../src/shared/domain/block-form.ts'
import { readBlockRecord } from '../../../src/core/formats/bitext/block-forms.ts'
import type {
  BitextBead,
  BitextModel,
  BitextSegment,
  BitextSide,
} from '../../../src/shared/export/bitext/bitext-model.ts'
import { toBitextCsv } from '../../../src/shared/export/bitext/to-bitext-csv.ts'
import { toBitextJson } from '../../../src/shared/export/bitext/to-bitext-json.ts'
import { toBitextTsv } from '../../../src/shared/export/bitext/to-bitext-tsv.ts'
import { toLadder } from '../../../src/shared/export/bitext/to-ladder.ts'
import { toTmx } from '../../../src/shared/export/bitext/to-tmx.ts'
import { toXliff12 } from '../../../src/shared/export/bitext/to-xliff-12.ts'
import { toXliff21 } from '../../../src/shared/export/bitext/to-xliff-21.ts'

// Pieces that formats trip over; all are texts as the library holds them (see `cleanText`).
const piece = fc.constantFrom(
  '桥是给人走的。',
  '“镜子照见𠮷祥。”',
  'Bridges are for walking. ',
  'So are mirrors.',
  '<b>&amp;</b> & "quoted"',
  '&#x0B; ]]>',
  '=1+1',
  "'Tis so",
  '-',
  '+20',
  'a\tb\nc',
  '\\t\\\\',
  '1,5;2',
  '😀👩‍👩‍👧',
  'x-duizhao:side',
  '\u00a0 ',
  '\u3000',
  ' ',
  'é',
)
const text = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''))
const line = fc.constantFrom('桥', 'A Bridge & a <Mirror>', '"桥"', '𠮷')
const language = fc.constantFrom('zh-Hans', 'zh-Hant', 'en', 'fr', 'zh-CN')
const form = fc.constantFrom<BlockForm>(
  { kind: 'title', level: 0, speaker: null },
  { kind: 'heading', level: 2, speaker: null },
  { kind: 'list-item', level: 6, speaker: null },
  { kind: 'paragraph', level: 0, speaker: { name: '𠮷田 <"&">', role: '记者' } },
  { kind: 'quote', level: 0, speaker: { name: 'B.', role: null } },
)
const side = (length: number): fc.Arbitrary<BitextSide> =>
  fc.record({
    language,
    title: line,
    source: fc.option(line),
    author: fc.option(line),
    date: fc.option(fc.constantFrom('2025', '2025-05', '2025-05-23')),
    segments: fc
      .array(fc.record({ text, opensBlock: fc.boolean(), form: fc.option(form) }), {
        minLength: length,
        maxLength: length,
      })
      .map((segments) =>
        segments.map(({ form: block, ...segment }, index): BitextSegment => {
          const opensBlock = segment.opensBlock || index === 0
          return block === null || !opensBlock
            ? { ...segment, opensBlock }
            : { ...segment, opensBlock, block }
        }),
      ),
  })
const bead = fc.record({
  sizes: fc.constantFrom<[number, number]>([1, 1], [1, 2], [2, 1], [3, 3], [1, 0], [0, 1], [0, 2]),
  confidence: fc.option(fc.constantFrom(0, 0.25, 0.97, 1, 0.1 + 0.2)),
  status: fc.constantFrom('auto' as const, 'verified' as const),
  unmatched: fc.boolean(),
  review: fc.boolean(),
  note: fc.option(fc.constantFrom('- a list\n- **真**', '> quoted', 'plain')),
})
const model: fc.Arbitrary<BitextModel> = fc
  .array(bead, { minLength: 1, maxLength: 8 })
  .map((some) => [...some, { ...some[0], sizes: [1, 1] } as (typeof some)[number]])
  .chain((some) => {
    let [left, right] = [0, 0]
    const beads = some.map(({ sizes, ...rest }, index): BitextBead => {
      const from = [left, right] as const
      left += sizes[0]
      right += sizes[1]
      return { id: `0192-${index}`, left: [from[0], left], right: [from[1], right], ...rest }
    })
    return fc.record({
      title: line,
      left: side(left),
      right: side(right),
      beads: fc.constant(beads),
      version: fc.constant('0.1.0'),
      changedAt: fc.constant(1_795_000_000_000),
    })
  })

function read(name: string, content: string): ImportedBitext {
  const bytes = new TextEncoder().encode(content)
  const reader = sniffBitext(name, bytes)
  if (reader === null) throw new Error('a bitext expected')
  return readBitext({ name, bytes, reader }, () => undefined)
}

/** The beads with their segments: what a model says and what was read, in one shape. */
function beadsOf(wanted: BitextModel): unknown[] {
  return wanted.beads.map(({ left, right, confidence, status, unmatched, review, note }) => ({
    left: wanted.left.segments.slice(...left),
    right: wanted.right.segments.slice(...right),
    confidence,
    status,
    unmatched,
    review,
    note,
  }))
}

/** What tables have no column for is left out. */
function asTables(wanted: BitextModel): BitextModel {
  const plain = (one: BitextSide): BitextSide => ({
    ...one,
    segments: one.segments.map(({ text: said, opensBlock }) => ({ text: said, opensBlock })),
  })
  return {
    ...wanted,
    left: plain(wanted.left),
    right: plain(wanted.right),
    beads: wanted.beads.map((one) => ({ ...one, review: false })),
  }
}

function readBeads(bitext: ImportedBitext): unknown[] {
  return chooseSides(bitext, findSides(bitext, {})).units.map(({ left, right, unit }) => ({
    left,
    right,
    confidence: unit.confidence,
    status: unit.status,
    unmatched: unit.unmatched,
    review: unit.review,
    note: unit.note,
  }))
}

const WHOLE: readonly [name: string, write: (model: BitextModel) => string][] = [
  ['pair.tmx', toTmx],
  ['pair.xlf', toXliff21],
  ['pair 1.2.xlf', toXliff12],
  ['pair.json', toBitextJson],
]
const TABLES: readonly [name: string, write: (model: BitextModel) => string][] = [
  ['pair.tsv', toBitextTsv],
  ['pair.csv', toBitextCsv],
  ['escaped.tsv', (wanted) => toBitextTsv(wanted, 'all', { bom: true, escapeFormulas: true })],
  ['plain.csv', (wanted) => toBitextCsv(wanted, 'all', { bom: false, escapeFormulas: false })],
]

describe('what Duizhao writes it reads again', () => {
  test.each(WHOLE)('%s: the same beads, segments, blocks and speakers', (name, write) => {
    fc.assert(
      fc.property(model, (wanted) => {
        expect(readBeads(read(name, write(wanted)))).toEqual(beadsOf(wanted))
      }),
      { numRuns: 300 },
    )
  })

  test.each(TABLES)('%s: the same beads and segments, and where blocks begin', (name, write) => {
    fc.assert(
      fc.property(model, (wanted) => {
        expect(readBeads(read(name, write(wanted)))).toEqual(beadsOf(asTables(wanted)))
      }),
      { numRuns: 300 },
    )
  })

  test('what a file says of blocks is not believed blindly', () => {
    const forms = [
      { kind: 'chapter', level: 1 },
      { kind: 'heading', level: 99, speaker: { name: ' \u0007 ', role: 7 } },
      { kind: 'paragraph', level: 0, speaker: { name: `A\n${'b'.repeat(1000)}` } },
    ]
    expect(readBlockRecord(JSON.stringify(forms))).toEqual([
      null,
      { kind: 'heading', level: 0, speaker: null },
      { kind: 'paragraph', level: 0, speaker: { name: `A ${'b'.repeat(198)}`, role: null } },
    ])
    for (const broken of ['', '{', 'null', '{"0":1}', undefined]) expect(readBlockRecord(broken)).toEqual([])
  })

  test.each([
    ['pair.csv', toBitextCsv],
    ['pair.tsv', toBitextTsv],
  ] as const)(
    '%s: a note with an apostrophe first, where no text tells whether they are escaped',
    (name, write) => {
      const side = {
        title: '桥',
        source: null,
        author: null,
        date: null,
        segments: [{ text: '桥', opensBlock: true }],
      }
      const only = {
        id: '1',
        left: [0, 1],
        right: [0, 1],
        confidence: null,
        status: 'auto',
        unmatched: false,
        review: false,
        note: "'tis so",
      } as const
      const wanted = {
        title: '桥',
        left: { ...side, language: 'zh-Hans' },
        right: { ...side, language: 'en' },
        beads: [only],
        version: '0',
        changedAt: 0,
      }
      expect(readBeads(read(name, write(wanted)))).toEqual(beadsOf(wanted))
    },
  )

  test.each(WHOLE)('%s: the same articles', (name, write) => {
    fc.assert(
      fc.property(model, (wanted) => {
        const { left, right } = findSides(read(name, write(wanted)), {})
        for (const [version, side] of [
          [left, wanted.left],
          [right, wanted.right],
        ] as const) {
          const { segments: _segments, ...metadata } = side
          expect(version.metadata).toMatchObject(metadata)
          expect(version.metadata.titleGuessed).toBe(false)
        }
      }),
    )
  })

  test('a ladder with text: the same beads, but for white space', () => {
    fc.assert(
      fc.property(model, (wanted) => {
        const texts = (segments: readonly { readonly text: string }[]): string[] =>
          segments.map((one) => one.text.replace(/\s+/gu, ' ').trim()).filter((one) => one !== '')
        fc.pre([wanted.left, wanted.right].every(({ segments }) => texts(segments).length > 0))
        const beads = readBeads(read('pair.ladder.txt', toLadder(wanted).text)) as ReturnType<
          typeof chooseSides
        >['units']
        expect(beads.map(({ left, right }) => [texts(left), texts(right)])).toEqual(
          wanted.beads
            .map(({ left, right }) => [
              texts(wanted.left.segments.slice(...left)),
              texts(wanted.right.segments.slice(...right)),
            ])
            .filter((sides) => sides.flat().length > 0),
        )
      }),
    )
  })

  test('verified beads of JSON alone: the rest of both texts comes in beads of one side', () => {
    fc.assert(
      fc.property(model, (wanted) => {
        fc.pre(wanted.beads.some(({ status }) => status === 'verified'))
        const units = readBeads(read('pair.json', toBitextJson(wanted, 'verified'))) as ReturnType<
          typeof chooseSides
        >['units']
        expect(units.flatMap(({ left }) => left)).toEqual(wanted.left.segments)
        expect(units.flatMap(({ right }) => right)).toEqual(wanted.right.segments)
      }),
    )
  })
})
