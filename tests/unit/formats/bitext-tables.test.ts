import iconv from 'iconv-lite'
import { describe, expect, it, test } from 'vitest'
import { sniffBitext } from '../../../src/core/formats/bitext/sniff-bitext.ts'
import { readFile, textsOf } from './bitext-files.ts'

const ROWS = [
  ['桥是给人走的。', 'Bridges are for walking.'],
  ['他说：“镜子也是。”', '"So are mirrors," he said.'],
]

describe('a table', () => {
  test.each([
    ['tabs', 'a.tsv', ROWS.map((row) => row.join('\t')).join('\n')],
    ['tabs and names', 'a.tsv', `zh\ten\r\n${ROWS.map((row) => row.join('\t')).join('\r\n')}\r\n`],
    [
      'commas',
      'a.csv',
      ROWS.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
    ],
    [
      'semicolons, a mark and names',
      'a.csv',
      `\ufeff原文;译文\n${ROWS[0]?.join(';')}\n他说：“镜子也是。”;"""So are mirrors,"" he said."`,
    ],
    [
      'quoted tabs',
      'a.tab',
      `中文\tEnglish\n${ROWS[0]?.join('\t')}\n他说：“镜子也是。”\t"""So are mirrors,"" he said."`,
    ],
    [
      'more columns',
      'a.tsv',
      `No.\tdomain\tzh\ten\n${ROWS.map((row, at) => `${at + 1}\tx\t${row.join('\t')}`).join('\n')}`,
    ],
    [
      'more columns and no names',
      'a.tsv',
      ROWS.map((row, at) => `${at + 1}\tx\t${row.join('\t')}\t`).join('\n'),
    ],
  ])('with %s', (_, name, content) => {
    const read = readFile(name, content)
    expect(textsOf(read)).toEqual(ROWS)
    expect(read.versions.map(({ metadata }) => metadata.language)).toEqual(['zh-Hans', 'en'])
  })

  it('in GB18030, with line ends in cells, scores and states', () => {
    const csv = 'zh-CN,en,score,status\n"桥，\n镜子与会议，说得很清楚",Bridge,0.5,verified\n人,,7,draft\n'
    const read = readFile('a.csv', new Uint8Array(iconv.encode(csv, 'gb18030')))
    expect(textsOf(read)).toEqual([
      ['桥，镜子与会议，说得很清楚', 'Bridge'],
      ['人', ''],
    ])
    expect(read.units.map(({ confidence, status }) => [confidence, status])).toEqual([
      [0.5, 'verified'],
      [null, 'auto'],
    ])
  })

  it('with rows of another length: tells their lines, and skips those with too many cells', () => {
    const read = readFile('a.csv', 'zh,en\n"桥\n桥",Bridge\n镜,Mirror, mirror\n人\n船,Boat')
    expect(textsOf(read)).toEqual([
      ['桥桥', 'Bridge'],
      ['人', ''],
      ['船', 'Boat'],
    ])
    expect(read.warnings).toEqual([{ code: 'ragged-rows', detail: '4, 5' }])
    expect(read.skipped).toEqual([{ reason: 'ragged-row', count: 1 }])
  })

  it('of three languages: all of them are found', () => {
    const read = readFile('a.tsv', 'fr\tzh\ten\nPont\t桥\tBridge\n\t镜\tMirror')
    expect(read.versions.map(({ language, count }) => [language, count])).toEqual([
      ['fr', 1],
      ['zh', 2],
      ['en', 2],
    ])
  })
})

describe('a ladder with text', () => {
  it('gives sentences, blocks and confidences', () => {
    const read = readFile('a.txt', '<p>\t<p>\t0.3\n一。 ~~~ 二。\tOne. ~~~ Two.\t0.75\n\tThree.\t0\n')
    expect(textsOf(read)).toEqual([
      ['一。|二。', 'One. |Two.'],
      ['', 'Three.'],
    ])
    expect(read.units.map(({ confidence }) => confidence)).toEqual([0.75, 0])
    expect(read.warnings.map(({ code }) => code)).not.toContain('scores-dropped')
  })

  it('whose scores are hunalign’s own has no confidences', () => {
    const read = readFile('a.ladder', '桥。\tBridge.\t1.3\n镜。\tMirror.\t-0.3\n')
    expect(read.units.map(({ confidence }) => confidence)).toEqual([null, null])
    expect(read.warnings).toContainEqual({ code: 'scores-dropped', detail: '' })
  })
})

test.each([
  ['speech.txt', '桥是给人走的。\n镜子也是。', null],
  ['speech.txt', 'a\tb\n1\t2', null],
  ['one.txt', '桥\tBridge\t0.5', null],
  ['notes.md', '桥\tBridge\t0.5\n镜\tMirror\t1', null],
  ['page.xml', '<?xml version="1.0"?><html/>', null],
  ['a.txt', '桥\tBridge\t0.5\n镜\tMirror\t1', 'ladder'],
  ['a.txt', '0\t0\t0.1\n1\t1\t0.2', 'ladder'],
  ['A.TMX', '', 'xml'],
])('%s is taken for what it is', (name, content, reader) => {
  expect(sniffBitext(name, new TextEncoder().encode(content))).toBe(reader)
})
