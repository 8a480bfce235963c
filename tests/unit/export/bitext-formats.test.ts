import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { zipFiles } from '../../../src/core/exports/zip-files.ts'
import { DuizhaoError } from '../../../src/shared/domain/error.ts'
import { beadTable } from '../../../src/shared/export/bitext/bead-table.ts'
import type { BitextModel, BitextSegment } from '../../../src/shared/export/bitext/bitext-model.ts'
import { xmlSafe } from '../../../src/shared/export/bitext/escape-xml.ts'
import { toBeadLines } from '../../../src/shared/export/bitext/to-bead-lines.ts'
import { toBitextCsv } from '../../../src/shared/export/bitext/to-bitext-csv.ts'
import { toBitextHtml } from '../../../src/shared/export/bitext/to-bitext-html.ts'
import { toBitextJson } from '../../../src/shared/export/bitext/to-bitext-json.ts'
import { toBitextTsv } from '../../../src/shared/export/bitext/to-bitext-tsv.ts'
import { toDocx } from '../../../src/shared/export/bitext/to-docx.ts'
import { toLadder } from '../../../src/shared/export/bitext/to-ladder.ts'
import { toTmx } from '../../../src/shared/export/bitext/to-tmx.ts'
import { toXliff12 } from '../../../src/shared/export/bitext/to-xliff-12.ts'
import { toXliff21 } from '../../../src/shared/export/bitext/to-xliff-21.ts'
import { toXlsx } from '../../../src/shared/export/bitext/to-xlsx.ts'
import { anyBitext } from './bitext-arbitrary.ts'
import { bead, sampleBitext, side } from './bitext-sample.ts'
import { elements, parseCsv, parseTsv, parseXml, segmentsOf, type Element } from './read-bitext.ts'

const spreadsheet = { bom: true, escapeFormulas: true }

type Sides = readonly [left: readonly BitextSegment[], right: readonly BitextSegment[]]

/** The segments of each bead, as a format that cleans texts so holds them. */
function expected({ left, right, beads }: BitextModel, clean = (text: string): string => text): Sides[] {
  const of = (segments: readonly BitextSegment[], [from, to]: readonly [number, number]): BitextSegment[] =>
    segments.slice(from, to).map(({ text, opensBlock }) => ({ text: clean(text), opensBlock }))
  return beads.map((each): Sides => [of(left.segments, each.left), of(right.segments, each.right)])
}

function property(element: Element, name: string, type: 'type' | 'context-type', prefix = ''): string {
  const found = element.children.find((child) => child.attributes[type] === `${prefix}${name}`)
  return found?.text ?? ''
}

function tmxSides(unit: Element): Sides {
  const of = (name: string): BitextSegment[] => {
    const variant = unit.children.find(
      (child) => child.name === 'tuv' && property(child, 'side', 'type', 'x-duizhao:') === name,
    )
    if (variant === undefined) return []
    const [seg] = elements(variant, 'seg')
    return segmentsOf(seg?.text ?? '', property(variant, 'segments', 'type', 'x-duizhao:'))
  }
  return [of('left'), of('right')]
}

function xliffSides(unit: Element, group: string, type: 'type' | 'context-type', prefix: string): Sides {
  const [facts] = elements(unit, group)
  const of = (element: string, name: string): BitextSegment[] => {
    const [text] = elements(unit, element)
    return segmentsOf(text?.text ?? '', facts === undefined ? '' : property(facts, name, type, prefix))
  }
  return [of('source', 'left-segments'), of('target', 'right-segments')]
}

describe('any text at all', () => {
  test('TMX and XLIFF are well-formed and give back every segment of every bead', () => {
    fc.assert(
      fc.property(anyBitext, (model) => {
        const whole = expected(model, xmlSafe)
        expect(elements(parseXml(toTmx(model)), 'tu').map(tmxSides)).toEqual(whole)
        expect(
          elements(parseXml(toXliff21(model)), 'unit').map((unit) =>
            xliffSides(unit, 'mda:metaGroup', 'type', ''),
          ),
        ).toEqual(whole)
        expect(
          elements(parseXml(toXliff12(model)), 'trans-unit').map((unit) =>
            xliffSides(unit, 'context-group', 'context-type', 'x-duizhao:'),
          ),
        ).toEqual(whole)
      }),
    )
  })

  test('TSV and CSV read back to the very cells, and these to the segments', () => {
    fc.assert(
      fc.property(anyBitext, (model) => {
        const table = beadTable(model, 'all')
        const tsv = toBitextTsv(model)
        expect(parseTsv(tsv)).toEqual(table)
        expect(tsv.includes('\r')).toBe(false)
        expect(table.slice(1).map((row) => [segmentsOf(row[1] ?? '', row[7] ?? ''), segmentsOf(row[2] ?? '', row[8] ?? '')])).toEqual(expected(model)) // prettier-ignore
        const csv = toBitextCsv(model, 'all', spreadsheet)
        expect(csv.startsWith('\ufeff')).toBe(true)
        const escaped = parseCsv(csv.slice(1))
        expect(escaped.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/u.test(cell))).toEqual([])
        expect(escaped.map((row) => row.map((cell) => cell.replace(/^'/u, '')))).toEqual(table)
        expect(parseCsv(toBitextCsv(model, 'all', { bom: false, escapeFormulas: false }))).toEqual(table)
      }),
    )
  })

  test('JSON holds the whole model, half characters included', () => {
    fc.assert(
      fc.property(anyBitext, (model) => {
        const read: unknown = JSON.parse(toBitextJson(model))
        const { title, left, right, beads } = model
        expect(read).toMatchObject({ format: 'duizhao-bitext', version: 1, title, left, right, beads })
      }),
    )
  })

  test('a ladder and bead lines give back the beads; its texts have a line for each sentence', () => {
    fc.assert(
      fc.property(anyBitext, (model) => {
        const { ladder, text, left, right } = toLadder(model)
        const rungs = ladder.slice(0, -1).split('\n').map((line) => line.split('\t').map(Number)) // prettier-ignore
        const between = rungs.slice(0, -1).map(([l, r, confidence], index) => {
          const [nextLeft, nextRight] = rungs[index + 1] ?? []
          return { left: [l, nextLeft], right: [r, nextRight], confidence: confidence ?? null }
        })
        const beads = model.beads.map((each) => ({
          left: each.left,
          right: each.right,
          confidence: each.confidence,
        }))
        expect(between).toEqual(beads)
        // As Python reads lines, which knows the most line ends.
        const lines = (file: string): number => file.split(/(?!\t)[\p{Cc}\u2028\u2029]/u).length - 1
        expect(lines(left)).toBe(model.left.segments.length)
        expect(lines(right)).toBe(model.right.segments.length)
        expect(lines(text)).toBe(model.beads.length)
      }),
    )
  })

  test('office documents are well-formed, and a workbook holds each text as text', () => {
    fc.assert(
      fc.property(anyBitext, (model) => {
        for (const { content } of [...toDocx(model), ...toXlsx(model)]) parseXml(content)
        const sheet = toXlsx(model).find(({ path }) => path.endsWith('sheet1.xml'))
        const rows = elements(parseXml(sheet?.content ?? ''), 'row').slice(1)
        const texts = rows.map((row) => row.children.slice(1, 3).map((cell) => elements(cell, 't')[0]?.text))
        const decoded = texts.map((row) =>
          row.map((text) =>
            text?.replace(/_x([\dA-F]{4})_/gu, (_, unit: string) =>
              String.fromCharCode(Number.parseInt(unit, 16)),
            ),
          ),
        )
        const wellFormed = beadTable(model, 'all').slice(1).map((row) => row.slice(1, 3).map((cell) => cell.toWellFormed())) // prettier-ignore
        expect(decoded).toEqual(wellFormed)
        expect(rows.flatMap((row) => elements(row, 'f'))).toEqual([])
      }),
    )
  })

  test('HTML lets no text out of its place', () => {
    fc.assert(
      fc.property(anyBitext, (model) => {
        const tags =
          toBitextHtml(model)
            .split('</style>')[1]
            ?.match(/<\/?[a-z0-9]+/giu) ?? []
        expect(new Set(tags)).toSatisfy((names: Set<string>) =>
          [...names].every((name) =>
            /^<\/?(?:head|body|html|table|thead|tbody|tr|t[hd]|h1|small|p)$/u.test(name),
          ),
        )
      }),
    )
  })
})

describe('the same pair gives the same bytes', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })

  test('whenever and wherever an office document is made', () => {
    const make = (): Uint8Array[] => [zipFiles(toDocx(sampleBitext)), zipFiles(toXlsx(sampleBitext))]
    const here = make()
    vi.useFakeTimers({ now: Date.UTC(2031, 4, 5) })
    vi.stubEnv('TZ', 'Asia/Shanghai')
    expect(make()).toEqual(here)
    expect(Object.keys(unzipSync(here[0] ?? new Uint8Array()))[0]).toBe('[Content_Types].xml')
  })
})

describe('what is written', () => {
  test('only verified beads, where these are asked for; all else as before', () => {
    const units = elements(parseXml(toTmx(sampleBitext, 'verified')), 'tu')
    expect(units.map(({ attributes }) => attributes['tuid']?.slice(-1))).toEqual(['1', '5', '7'])
    expect(elements(parseXml(toXliff21(sampleBitext, 'verified')), 'unit')).toHaveLength(3)
    expect(() => toLadder(sampleBitext, 'verified')).toThrow(/every bead/u)
    const none = { ...sampleBitext, beads: sampleBitext.beads.map((each) => ({ ...each, status: 'auto' as const })) } // prettier-ignore
    expect(() => toTmx(none, 'verified')).toThrow(/No bead of this pair is verified/u)
    expect(() => toBitextJson({ ...none, beads: [] })).toThrow(/not aligned yet/u)
  })

  test('beads by confidence, and the verified ones with them, in every format but a ladder', () => {
    const sure = { minConfidence: 0.9 }
    const ids = elements(parseXml(toTmx(sampleBitext, sure)), 'tu').map(({ attributes }) =>
      attributes['tuid']?.slice(-1),
    )
    expect(ids).toEqual(['1', '2', '4', '5', '7'])
    expect(elements(parseXml(toXliff21(sampleBitext, sure)), 'unit')).toHaveLength(5)
    expect(elements(parseXml(toXliff12(sampleBitext, sure)), 'trans-unit')).toHaveLength(5)
    expect(parseTsv(toBitextTsv(sampleBitext, sure))).toHaveLength(6)
    expect(parseCsv(toBitextCsv(sampleBitext, sure))).toHaveLength(6)
    expect(JSON.parse(toBitextJson(sampleBitext, sure))).toMatchObject({ beads: { length: 5 } })
    expect(toBitextHtml(sampleBitext, sure).match(/id="bead-/gu)).toHaveLength(5)
    const rows = (parts: readonly { content: string }[], name: string): number =>
      parts.flatMap(({ content }) => elements(parseXml(content), name)).length - 1
    expect(rows(toDocx(sampleBitext, sure), 'w:tr')).toBe(5)
    expect(rows(toXlsx(sampleBitext, sure), 'row')).toBe(5)
    expect(() => toLadder(sampleBitext, sure)).toThrow(/every bead/u)
    // A bead of unknown confidence is none that is sure, unless a person has said so.
    const unknown = { ...sampleBitext, beads: sampleBitext.beads.map((each) => ({ ...each, status: 'auto' as const })) } // prettier-ignore
    expect(elements(parseXml(toTmx(unknown, { minConfidence: 0 })), 'tu')).toHaveLength(4)
    expect(() => toTmx(unknown, { minConfidence: 0.98 })).toThrow(/a confidence of 0.98 or more/u)
  })

  test('states of XLIFF: final and approved when verified, translated when not, and one side alone', () => {
    const states = elements(parseXml(toXliff21(sampleBitext)), 'segment').map(
      ({ attributes }) => attributes['state'],
    )
    expect(states).toEqual(['final', 'translated', 'translated', 'translated', 'initial', 'initial', 'final'])
    const approved = elements(parseXml(toXliff12(sampleBitext)), 'trans-unit').map(
      ({ attributes }) => attributes['approved'],
    )
    expect(approved).toEqual(['yes', 'no', 'no', 'no', 'no', 'no', 'yes'])
  })

  test('sentences are joined as their script wants it', () => {
    const join = (language: string, ...texts: string[]): string => {
      const model: BitextModel = {
        ...sampleBitext,
        left: side(language, 'x', texts.map((text) => [text])), // prettier-ignore
        right: side('en', 'y', [['z']]),
        beads: [bead([0, texts.length], [0, 1])],
      }
      return elements(parseXml(toTmx(model)), 'seg')[0]?.text ?? ''
    }
    expect(join('zh-Hans', '他说：“好。”', '她走了。')).toBe('他说：“好。”她走了。')
    expect(join('en', 'He said “yes.”', '“No,” she said.')).toBe('He said “yes.” “No,” she said.')
    expect(join('en', 'One. ', 'Two. ')).toBe('One. Two.')
  })

  test('what XML cannot hold goes, and nothing else', () => {
    const legal = 'a\t\n\r\u007f\u0085\u2028\ufeff\ufffd𠮷😀'
    expect(xmlSafe(legal)).toBe(legal)
    expect(xmlSafe('a\vb\fc\0d\u001fe\ufffef\uffffg\ud842h\udfb7i')).toBe('a b cdefg\ufffdh\ufffdi')
  })

  test('bead lines are those of Vecalign', () => {
    expect(toBeadLines(sampleBitext.beads)).toBe(
      '[0]:[0]\n[1]:[1, 2]\n[2, 3]:[3]\n[4]:[4]\n[5]:[]\n[]:[5]\n[6]:[6]\n',
    )
  })

  test('a text too long for a cell is refused, not cut', () => {
    const model = {
      ...sampleBitext,
      left: side('zh-Hans', 'x', [['好'.repeat(32_768)]]),
      right: side('en', 'y', [['z']]),
      beads: [bead([0, 1], [0, 1])],
    }
    expect(() => toXlsx(model)).toThrow(DuizhaoError)
  })
})
