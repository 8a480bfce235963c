import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { joinBlocks, normaliseSource } from '../../../src/core/formats/normalise-source.ts'
import { readDocument } from '../../../src/core/formats/read-document.ts'
import type { ImportedDocument } from '../../../src/shared/domain/imported-document.ts'

function read(text: string, name = 'a.txt'): ImportedDocument {
  return readDocument({ name, bytes: new TextEncoder().encode(text) })
}

function outline(document: ImportedDocument): string[] {
  return document.blocks.map(({ kind, level, speaker, text }) => {
    const details = [
      kind,
      ...(level === 0 ? [] : [level]),
      ...(speaker === null ? [] : [`s${speaker}`]),
    ].join(' ')
    return `${details}: ${text.slice(0, 12)}`
  })
}

const BODY_ZH =
  '山里的公路在春天修好了，第一个暖和的日子里，村里的人都上山去看，老人坐车，年轻人步行，一路上说说笑笑，好不热闹。'
const BODY_EN =
  'The road over the hills was finished in the spring, and on the first warm day everybody went up to see it.'

describe('an English report', () => {
  const source = [
    ' date 2019-03-04 New road opens in the hills',
    '',
    'Photo shows the new road in the hills. (Xinhua/Wang Xiaoming)',
    '',
    `KUNMING, March 4 (Xinhua) -- ${BODY_EN}`,
    '',
    BODY_EN,
    '',
    'A long way to market',
    '',
    BODY_EN,
    '(Web editor: Li Hong, Tom Reed)',
    '',
  ].join('\n')
  const document = read(source)

  it('is understood', () => {
    expect(document.metadata).toEqual({
      title: 'New road opens in the hills',
      titleGuessed: false,
      language: 'en',
      kind: 'news',
      date: '2019-03-04',
      source: 'Xinhua',
      place: 'Kunming',
      author: null,
    })
    expect(document.warnings).toEqual([])
    expect(document.encoding).toBe('utf-8')
  })

  it('is divided into blocks of the right kinds', () => {
    expect(outline(document)).toEqual([
      'title: New road ope',
      'caption: Photo shows ',
      'paragraph: KUNMING, Mar',
      'paragraph: The road ove',
      'heading 1: A long way t',
      'paragraph: The road ove',
      'credit: (Web editor:',
    ])
  })

  it('round-trips', () => {
    expect(joinBlocks(document)).toBe(normaliseSource(source))
    expect(normaliseSource(source)).toBe(
      source.replace(' date 2019-03-04 ', '').replace(/\n+/gu, '\n').trim(),
    )
  })

  it('says by which rules it was understood', () => {
    expect(document.findings.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      'date header-line',
      'title header-line',
      'place agency-dateline',
      'source agency-dateline',
      'kind dateline-news',
      'encoding valid-utf-8',
      'language detected-language',
    ])
    for (const { confidence } of document.findings) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  })
})

describe('a Chinese page of speeches', () => {
  const source = [
    '山谷公路论坛在昆明举行',
    '修好公路 造福山里人',
    '山谷合作组织秘书长 阿里·汗诺',
    BODY_ZH,
    '公路已经修了很多年，今年终于修好',
    '从山里到山外',
    '山谷日报社副社长 王小明',
    BODY_ZH,
    BODY_ZH,
    '村民们在新修的公路上散步。',
    '本报记者 李红摄',
    '代表们的话',
    BODY_ZH,
    '本版责编：张山 周水',
  ].join('\n')
  const document = read(source)

  it('has headings, bylines, speakers, captions and credits', () => {
    expect(outline(document)).toEqual([
      'title: 山谷公路论坛在昆明举行',
      'heading 1: 修好公路 造福山里人',
      'byline: 山谷合作组织秘书长 阿里',
      'paragraph s0: 山里的公路在春天修好了，',
      'paragraph s0: 公路已经修了很多年，今年',
      'heading 1: 从山里到山外',
      'byline: 山谷日报社副社长 王小明',
      'paragraph s1: 山里的公路在春天修好了，',
      'paragraph s1: 山里的公路在春天修好了，',
      'caption: 村民们在新修的公路上散步',
      'credit: 本报记者 李红摄',
      'heading 1: 代表们的话',
      'paragraph: 山里的公路在春天修好了，',
      'credit: 本版责编：张山 周水',
    ])
    expect(document.speakers).toEqual([
      { name: '阿里·汗诺', role: '山谷合作组织秘书长' },
      { name: '王小明', role: '山谷日报社副社长' },
    ])
    expect(document.metadata).toMatchObject({ kind: 'speech', language: 'zh-Hans', date: null })
    expect(joinBlocks(document)).toBe(source)
  })
})

describe('a speech', () => {
  it('belongs to one speaker throughout, past its headings; its date line is read', () => {
    const document = read(
      [
        '在山谷公路通车仪式上的讲话',
        '（2019年3月4日）',
        '一、公路的过去',
        BODY_ZH,
        '二、公路的未来',
        BODY_ZH,
      ].join('\n'),
    )
    expect(outline(document).map((line) => line.split(':')[0])).toEqual([
      'title',
      'byline',
      'heading 1',
      'paragraph',
      'heading 1',
      'paragraph',
    ])
    expect(document.metadata).toMatchObject({ kind: 'speech', date: '2019-03-04' })

    const signed = read(
      [
        'New roads for old hills',
        'Jane Doe, President of the Valley Forum',
        BODY_EN,
        'What comes next',
        BODY_EN,
      ].join('\n\n'),
    )
    expect(signed.speakers).toEqual([{ name: 'Jane Doe', role: 'President of the Valley Forum' }])
    expect(outline(signed).map((line) => line.split(':')[0])).toEqual([
      'title',
      'byline',
      'paragraph s0',
      'heading 1',
      'paragraph s0',
    ])
  })

  it('the same speaker twice is one speaker', () => {
    const part = ['从山里到山外', '山谷日报社副社长 王小明', BODY_ZH]
    const document = read(['论坛', ...part, ...part].join('\n'))
    expect(document.speakers).toHaveLength(1)
  })
})

describe('titles', () => {
  it('the first short line is the title; a date or a source may stand before it', () => {
    expect(read(`2019年3月4日 来源：山谷日报\n山里的公路\n${BODY_ZH}`).metadata).toMatchObject({
      title: '山里的公路',
      titleGuessed: false,
      date: '2019-03-04',
      source: '山谷日报',
    })
    expect(read(`Who built the road?\nBy Tom Reed\n${BODY_EN}`).metadata).toMatchObject({
      title: 'Who built the road?',
      titleGuessed: false,
      author: 'Tom Reed',
    })
  })

  it('are made from the first sentence where there is none, and cut at a clause or a word', () => {
    const titleOf = (text: string): string => read(text).metadata.title
    expect(titleOf('The road is open. Nobody knows who built it.')).toBe('The road is open')
    expect(titleOf('路修好了。大家都很高兴。')).toBe('路修好了')
    expect(titleOf(`KUNMING, March 4 (Xinhua) -- ${BODY_EN}`)).toBe(
      'The road over the hills was finished in the spring…',
    )
    expect(titleOf('Mr. J. Reed of the U.S. came to see the road. He liked it.')).toBe(
      'Mr. J. Reed of the U.S. came to see the road',
    )
    for (const text of [
      `${'山里的公路'.repeat(40)}。`,
      `${'road '.repeat(60)}.`,
      '👨‍👩‍👧'.repeat(60),
      '𠮷'.repeat(99),
    ]) {
      const { title, titleGuessed } = read(`${text}${text}。`).metadata
      expect(titleGuessed).toBe(true)
      expect(title.length).toBeLessThanOrEqual(80)
      expect(title.length).toBeGreaterThan(30)
      expect(title.isWellFormed()).toBe(true)
      expect(title).not.toMatch(/\u200d…$/u)
    }
  })

  it('are not datelines; of two info lines the first counts', () => {
    const dateline = read(`KUNMING, March 4 (Xinhua) -- Road opens\n\n${BODY_EN}`)
    expect(dateline.metadata).toMatchObject({ title: 'Road opens', titleGuessed: true })
    expect(read(`2019年3月4日\n2019年3月5日\n山里的公路\n${BODY_ZH}`).metadata.date).toBe('2019-03-04')
  })

  it('stand after a header that holds only a place', () => {
    const document = read(` date 2019-03-04 Kunming\n\nNew road opens\n\n${BODY_EN}`)
    expect(document.metadata).toMatchObject({
      title: 'New road opens',
      titleGuessed: false,
      place: 'Kunming',
    })
    expect(read(` date 2019-03-04 New road opens\n\nGoats are glad\n\n${BODY_EN}`).metadata.title).toBe(
      'New road opens',
    )
  })

  it('a single line is text, not a title without an article', () => {
    expect(outline(read('A walk by the river'))).toEqual(['paragraph: A walk by th'])
    expect(read('A walk by the river').metadata).toMatchObject({
      title: 'A walk by the river',
      titleGuessed: true,
    })
  })

  it('a header with only a place: the title is guessed, the place is found, the text loses nothing else', () => {
    const document = read(` date 2019-03-04 Nowhereton\n\n${BODY_EN}`)
    expect(document.metadata).toMatchObject({ place: 'Nowhereton', date: '2019-03-04', titleGuessed: true })
    expect(document.findings).toContainEqual(
      expect.objectContaining({ rule: 'header-place-guess', confidence: 0.5 }),
    )
    expect(joinBlocks(document)).toBe(BODY_EN)
  })
})

describe('what is not a heading', () => {
  it('lines of a poem, and paragraphs cut at the end of a column', () => {
    const poem = read('静夜思\n床前明月光\n疑是地上霜\n举头望明月\n低头思故乡')
    expect(outline(poem).map((line) => line.split(':')[0])).toEqual([
      'title',
      ...Array<string>(4).fill('paragraph'),
    ])
    const cut = read(`山里的公路\n${BODY_ZH}\n公路两边的茶园、果园、科\n技都有了很大的发展，人们很高兴。`)
    expect(outline(cut).map((line) => line.split(':')[0])).toEqual([
      'title',
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })

  it('a piece of a cut sentence, a line too long for one, a role and a name with no speech', () => {
    const kinds = (...lines: string[]): string[] =>
      read(['山里的公路', ...lines].join('\n')).blocks.map(({ kind }) => kind)
    expect(kinds(BODY_ZH.slice(0, -1), '技有了很大的发展', BODY_ZH)).toEqual([
      'title',
      ...Array<string>(3).fill('paragraph'),
    ])
    expect(kinds(BODY_ZH, '山里'.repeat(17), BODY_ZH)).toEqual([
      'title',
      ...Array<string>(3).fill('paragraph'),
    ])
    expect(kinds('山里的公路'.repeat(9), '山谷日报社副社长 王小明', BODY_ZH)).not.toContain('byline')
    expect(kinds('论坛日程', '山谷日报社副社长 王小明', '休息')).not.toContain('byline')
    expect(kinds(BODY_ZH, '公路很好。人也很好。', '本报记者 李红摄')).toEqual([
      'title',
      'paragraph',
      'paragraph',
      'credit',
    ])
  })

  it('the sentence before an English credit is a caption; more than one, or a long one, is text', () => {
    const credit = 'Photo by Tom Reed, staff photographer'
    const last = (text: string) =>
      read(['A New Road', BODY_EN, text, credit].join('\n\n'))
        .blocks.slice(-2)
        .map((block) => block.kind)
    const caption =
      'Villagers and their goats walk on the “new road” over the hills on 4 March, the first warm day of spring.'
    expect(last(caption)).toEqual(['caption', 'credit'])
    expect(last('The road was open. Everybody came.')).toEqual(['paragraph', 'credit'])
    expect(last(`${BODY_EN.slice(0, -1)}, and ${BODY_EN}`)).toEqual(['paragraph', 'credit'])
  })

  it('chapters make a book', () => {
    const book = read(['山里的公路', '第一章 出门', BODY_ZH, '第二章 回家', BODY_ZH].join('\n'))
    expect(book.metadata.kind).toBe('book')
    expect(outline(book).filter((line) => line.startsWith('heading 1'))).toHaveLength(2)
  })
})

describe('an agency’s letters at the end', () => {
  it('are the source', () => {
    expect(read(`Road opens\n\n${BODY_EN}\n\nAll were glad.—VNA`).metadata.source).toBe('VNA')
    expect(read(`Road opens\n\n${BODY_EN}\n\nThey joined the SCO`).metadata.source).toBeNull()
  })
})

describe('every text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\n\n',
      '\r\n',
      ' ',
      '\u3000',
      '\t',
      '\0',
      '\ufeff',
      '。',
      '.',
      ',',
      '“',
      '𠮷',
      '😀',
      '·',
    ),
    fc.constantFrom(
      BODY_ZH,
      BODY_EN,
      '从山里到山外',
      '山谷日报社副社长 王小明',
      '本报记者 李红摄',
      'Photo shows a road.',
    ),
    fc.constantFrom(
      'date 2019-03-04 ',
      'KUNMING, March 4 (Xinhua) -- ',
      '一、路',
      'By Tom Reed',
      '2019年3月4日',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )

  it('round-trips, and no block is empty or holds a line end', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
        // The long paragraph keeps the stray controls so few that the file still counts as text.
        const text = `A road\n${pieces.join('')}\n\n${BODY_EN.repeat(20)}`
        const document = read(text)
        expect(joinBlocks(document)).toBe(normaliseSource(text))
        for (const block of document.blocks) expect(block.text).toMatch(/^[^\n]+$/u)
        for (const { speaker } of document.blocks) {
          if (speaker !== null) expect(document.speakers[speaker]).toBeDefined()
        }
      }),
      { numRuns: 300 },
    )
  })

  it('loses no character but white space', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 30 }), (lines) => {
        const text = ['x', ...lines].join('\n').replace(/[\p{Cc}\ufeff\ufffe\uffff]/gu, '\n')
        expect(joinBlocks(read(text)).replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      }),
      { numRuns: 300 },
    )
  })
})
