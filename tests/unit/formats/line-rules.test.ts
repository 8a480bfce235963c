import { describe, expect, it } from 'vitest'

import { isCaption } from '../../../src/core/formats/caption-line.ts'
import { creditKind } from '../../../src/core/formats/credit-line.ts'
import { parseDateline } from '../../../src/core/formats/dateline.ts'
import { parseHeaderLine } from '../../../src/core/formats/header-line.ts'
import { parseInfoLine } from '../../../src/core/formats/info-line.ts'
import { placeAsWritten } from '../../../src/core/formats/place-names.ts'
import { parseSpeakerLine } from '../../../src/core/formats/speaker-line.ts'

describe('header line', () => {
  it('is taken apart into date and title', () => {
    expect(parseHeaderLine(' date 2019-03-04 2019 harvest festival opens in the valley')).toEqual({
      date: '2019-03-04',
      title: '2019 harvest festival opens in the valley',
      place: null,
    })
    expect(parseHeaderLine('日期：2019年3月4日 山谷丰收节开幕')).toMatchObject({
      date: '2019-03-04',
      title: '山谷丰收节开幕',
    })
  })

  it('holds only a place', () => {
    expect(parseHeaderLine(' date 2019-03-04 New Delhi')?.place).toEqual({ name: 'New Delhi', known: true })
    expect(parseHeaderLine(' date 2019-03-04 Nowhereton')?.place).toEqual({
      name: 'Nowhereton',
      known: false,
    })
    expect(parseHeaderLine('date 2019-03-04 昆明')?.place).toEqual({ name: '昆明', known: true })
  })

  it('keeps short titles titles', () => {
    for (const title of ['Spring Festival', 'Why now?', '丰收时节', 'A new road']) {
      expect(parseHeaderLine(`date 2019-03-04 ${title}`)).toMatchObject({ title, place: null })
    }
  })

  it('holds only a date', () => {
    expect(parseHeaderLine(' date 2019-03-04 ')).toEqual({ date: '2019-03-04', title: null, place: null })
  })

  it('is not a sentence about dates', () => {
    for (const line of [
      'Date palms grow here.',
      'date 2019-03-04x',
      'date 2019-02-30 Title',
      'update 2019-03-04',
    ]) {
      expect(parseHeaderLine(line)).toBeNull()
    }
  })
})

describe('dateline', () => {
  const lines: readonly (readonly [string, string | null, string | null, string | null])[] = [
    // line, place, source, date
    ['KUNMING, March 4 (Xinhua) -- The road is open.', 'Kunming', 'Xinhua', null],
    [
      'RIO DE JANEIRO, March 4, 2019 (Reuters) — The road is open.',
      'Rio de Janeiro',
      'Reuters',
      '2019-03-04',
    ],
    ["XI'AN, Sept. 4 (China Daily) - The road is open.", "Xi'an", 'China Daily', null],
    ['WASHINGTON, D.C., March 4 (AP) -- The road is open.', 'Washington, D.C.', 'AP', null],
    ['PARIS — The road is open.', 'Paris', null, null],
    ['Kunming, March 4 (Xinhua) -- The road is open.', 'Kunming', 'Xinhua', null],
    ['本报昆明3月4日电 （记者王小明）公路通车了。', '昆明', null, null],
    ['新华社昆明3月4日电（记者 王小明、李红）公路通车了。', '昆明', '新华社', null],
    ['据新华社北京2019年3月4日电 公路通车了。', '北京', '新华社', '2019-03-04'],
    ['中新網香港3月4日電 公路通車了。', '香港', '中新網', null],
    ['本报讯（记者王小明）公路通车了。', null, null, null],
    ['本报青岛9月14日电 公路通车了。', '青岛', null, null],
    ['山谷日报昆明3月4日电 公路通车了。', '昆明', '山谷日报', null],
  ]
  for (const [line, place, source, date] of lines) {
    it(line.slice(0, 30), () => expect(parseDateline(line)).toMatchObject({ place, source, date }))
  }

  it('names the reporter', () => {
    expect(parseDateline('新华社昆明3月4日电（记者 王小明、李红）公路通车了。')?.author).toBe('王小明、李红')
  })

  for (const line of [
    'NATO — the alliance — met again.',
    'The road (Xinhua says) -- is open.',
    'SCO leaders met on March 4 (Monday) -- again.',
    'I -- being old -- walked.',
    '3月4日，公路通车了。',
    '这家报社3月4日搬家了。',
    '本报记者昨天在电话里说。',
  ]) {
    it(`none in: ${line}`, () => expect(parseDateline(line)).toBeNull())
  }
})

describe('captions and credits', () => {
  for (const line of [
    'Photo shows a new road in the hills.',
    'This photo taken on March 4, 2019 shows a new road.',
    'An aerial photo taken on March 4 shows a new road.',
    'File photo: a road in the hills.'.replace('File photo:', 'The file photo shows'),
    'People walk on a new road. (Xinhua/Wang Xiaoming)',
    "People walk on a new road. (Photo by Li Hong/People's Daily)",
    'People walk on a new road. [Photo/VCG]',
    '图为通车的公路。',
    '图①：通车的公路。',
    '村民走在新公路上。（新华社记者 王小明 摄）',
    '村民走在新公路上。新华社发（李红摄）'.replace('新华社发（李红摄）', '（新华社发 李红摄）'),
  ]) {
    it(`caption: ${line}`, () => expect(isCaption(line)).toBe(true))
  }
  for (const line of [
    'The road is open. (Xinhua)',
    'Bring a map and/or a guide. (Tea/Coffee)',
    'The photo album was her only treasure.',
    'Photography came late to the hills.',
    '图书馆开门了。',
    '他为大家拍了照片。（笑）',
    `Photo shows ${'a long story about the road '.repeat(40)}`,
  ]) {
    it(`no caption: ${line.slice(0, 60)}`, () => expect(isCaption(line)).toBe(false))
  }
  const credits: readonly (readonly [string, 'photo' | 'page'])[] = [
    ['本报记者 王小明摄', 'photo'],
    ['新华社记者王小明 摄', 'photo'],
    ['王小明摄', 'photo'],
    ['攝影：王小明', 'photo'],
    ['Photo by Wang Xiaoming/China Daily', 'photo'],
    ['本版责编:王小明 李红 张山', 'page'],
    ['版式设计：王小明', 'page'],
    ['（本版文字由本报记者王小明、李红采访整理）', 'page'],
    ['（責任編輯：王小明）', 'page'],
    ['（记者王小明、李红采访整理）', 'page'],
    ['(Web editor: Wang Xiaoming, Li Hong)', 'page'],
    ['Reporting by Li Hong; Editing by Tom Reed', 'page'],
  ]
  for (const [line, kind] of credits) {
    it(`credit: ${line}`, () => expect(creditKind(line)).toBe(kind))
  }
  for (const line of [
    '他在山里摄影。',
    '编辑部的故事还没有讲完。',
    '责任编辑的工作很难做，每天都要看很多稿子。',
    'Editors Wang and Li met. They Talked about the road.',
    'Photo albums are heavy.',
    '本报记者昨天到了山里。',
  ]) {
    it(`no credit: ${line}`, () => expect(creditKind(line)).toBeNull())
  }
})

describe('info line', () => {
  it('reads dates, sources and authors with their labels', () => {
    expect(parseInfoLine('2019年03月04日 10:20 来源：山谷日报 作者：王小明')).toEqual({
      date: '2019-03-04',
      source: '山谷日报',
      author: '王小明',
      place: null,
    })
    expect(parseInfoLine('Source: Valley Post | Published: March 4, 2019')).toMatchObject({
      date: '2019-03-04',
      source: 'Valley Post',
    })
    expect(parseInfoLine('By Tom Reed')).toMatchObject({ author: 'Tom Reed' })
    expect(parseInfoLine('By T. S. Reed, our correspondent')).toMatchObject({ author: 'T. S. Reed' })
    expect(parseInfoLine('本报记者 王小明 李红')).toMatchObject({ author: '王小明 李红' })
    expect(parseInfoLine('（2019年3月4日）')).toMatchObject({ date: '2019-03-04' })
  })

  for (const line of [
    'By Monday the road was open.',
    'March 4, 2019 was a cold day',
    'Source: nobody knows. It may be old.',
    '2019年3月4日公路通车',
    '来源：',
    '本报记者 昨天到了山里',
    'A walk by the river',
  ]) {
    it(`no info line: ${line}`, () => expect(parseInfoLine(line)).toBeNull())
  }
})

describe('speaker line', () => {
  const speakers: readonly (readonly [string, string, string])[] = [
    ['山谷合作组织秘书长 阿里·汗诺', '山谷合作组织秘书长', '阿里·汗诺'],
    ['河西日报社副社长 王小明', '河西日报社副社长', '王小明'],
    ['山谷大学教授 王 红', '山谷大学教授', '王红'],
    ['山谷县委书记、县人大主任　欧阳小明', '山谷县委书记、县人大主任', '欧阳小明'],
    ['山谷合作组织秘书长阿里·汗诺', '山谷合作组织秘书长', '阿里·汗诺'],
    ['王小明（山谷集团董事长）', '山谷集团董事长', '王小明'],
    ['Jane van Doren, President of the Valley Forum', 'President of the Valley Forum', 'Jane van Doren'],
    ['Deputy Secretary-General Tom Reed', 'Deputy Secretary-General', 'Tom Reed'],
    ['《山谷晨报》国际部主任 阿依·汗诺', '《山谷晨报》国际部主任', '阿依·汗诺'],
    ['米尔福德学院教授 D.K.哈特利', '米尔福德学院教授', 'D.K.哈特利'],
  ]
  for (const [line, role, name] of speakers) {
    it(line, () => expect(parseSpeakerLine(line)).toEqual({ name, role }))
  }

  for (const line of [
    '修好山间公路 方便来往行人',
    '共同建设家园 共享美好未来',
    '王小明',
    '人民代表 依法履职',
    '全体党员 走在前',
    '山谷合作组织秘书长 阿里·汗诺说。',
    'The president of the forum spoke to Tom Reed.',
    'President of the forum and the others',
    'Tom Reed, who was late',
    'New Roads, Old Hills',
  ]) {
    it(`nobody: ${line}`, () => expect(parseSpeakerLine(line)).toBeNull())
  }
})

describe('placeAsWritten', () => {
  const places = [
    ['ZHENGZHOU', 'Zhengzhou'],
    ["XI'AN", "Xi'an"],
    ['RIO DE JANEIRO', 'Rio de Janeiro'],
    ['PORT-AU-PRINCE', 'Port-au-Prince'],
    ['U.S. VIRGIN ISLANDS', 'U.S. Virgin Islands'],
    ['ST. PETERSBURG', 'St. Petersburg'],
    ['Kunming', 'Kunming'],
  ] as const
  for (const [printed, written] of places) {
    it(printed, () => expect(placeAsWritten(printed)).toBe(written))
  }
})
