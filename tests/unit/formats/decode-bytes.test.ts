import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'

import { decodeBytes } from '../../../src/core/formats/decode-bytes.ts'
import { scoreDecoding } from '../../../src/core/formats/score-decoding.ts'

const SIMPLIFIED =
  '春天来了，山上的雪开始化了。老人坐在门口，看着孩子们在地里跑来跑去，心里想着很多年以前的事情。'
const TRADITIONAL =
  '春天來了，山上的雪開始化了。老人坐在門口，看著孩子們在地裡跑來跑去，心裡想著很多年以前的事情。'
const ENGLISH = 'Spring came late that year. The old man sat by the door and watched the children run.'
const RARE = '𠮷野家的“𠮷”字不在基本平面里，😀👨‍👩‍👧 也不在。我们还是要把它们读对。'

describe('decodeBytes tells encodings apart', () => {
  const cases: readonly (readonly [string, string, string, boolean])[] = [
    // what the bytes are written in (iconv's name), what is found, the text, with a byte order mark
    ['utf8', 'utf-8', SIMPLIFIED, false],
    ['utf8', 'utf-8', SIMPLIFIED, true],
    ['utf8', 'utf-8', ENGLISH, false],
    ['utf8', 'utf-8', RARE, false],
    ['gb18030', 'gb18030', SIMPLIFIED, false],
    ['gb18030', 'gb18030', TRADITIONAL, false],
    ['gb18030', 'gb18030', RARE, false],
    ['big5', 'big5', TRADITIONAL, false],
    ['utf-16le', 'utf-16le', SIMPLIFIED, false],
    ['utf-16le', 'utf-16le', SIMPLIFIED, true],
    ['utf-16le', 'utf-16le', ENGLISH, false],
    ['utf-16le', 'utf-16le', RARE, false],
    ['utf-16be', 'utf-16be', SIMPLIFIED, false],
    ['utf-16be', 'utf-16be', SIMPLIFIED, true],
    ['utf-16be', 'utf-16be', ENGLISH, false],
    ['utf-16be', 'utf-16be', RARE, true],
    ['win1252', 'windows-1252', 'The café’s “open” sign – she said – was off…', false],
  ]
  for (const [written, found, text, addBOM] of cases) {
    it(`${written}${addBOM ? ' with mark' : ''}: ${text.slice(0, 8)}`, () => {
      const decoded = decodeBytes(iconv.encode(text, written, { addBOM }))
      expect(decoded).toMatchObject({ text, encoding: found, replacedCharacters: 0, removedControls: 0 })
      if (addBOM) expect(decoded).toMatchObject({ confidence: 1, rule: 'byte-order-mark' })
    })
  }

  it('takes a GB18030 mark away', () => {
    const bytes = Uint8Array.from([0x84, 0x31, 0x95, 0x33, ...iconv.encode('好', 'gb18030')])
    expect(decodeBytes(bytes)).toMatchObject({ text: '好', rule: 'byte-order-mark', removedControls: 0 })
  })

  it('finds the encoding where the Chinese begins only after a long English front', () => {
    const text = `${ENGLISH}\n`.repeat(4000) + SIMPLIFIED
    expect(decodeBytes(iconv.encode(text, 'gb18030'))).toMatchObject({ encoding: 'gb18030', text })
  })

  it('is unsure of a short line, and sure of a paragraph', () => {
    expect(decodeBytes(iconv.encode(SIMPLIFIED.slice(0, 9), 'gb18030')).confidence).toBeLessThan(0.8)
    expect(decodeBytes(iconv.encode('春风', 'gb18030')).confidence).toBeLessThan(0.8)
    expect(decodeBytes(iconv.encode(SIMPLIFIED, 'gb18030')).confidence).toBeGreaterThan(0.8)
  })
})

describe('decodeBytes normalises', () => {
  it('refuses what holds no text', () => {
    for (const text of ['', ' \n', '\ufeff']) {
      expect(() => decodeBytes(new TextEncoder().encode(text))).toThrow(/is empty/)
    }
  })

  it('makes every line end LF', () => {
    const text = new TextEncoder().encode('a\r\nb\rc\nd\u2028e\u2029f\fg')
    expect(decodeBytes(text).text).toBe('a\nb\nc\nd\ne\nf\ng')
  })

  it('removes NUL, C0, C1 and stray marks, counts them, keeps tabs', () => {
    const body = 'x'.repeat(400)
    const decoded = decodeBytes(new TextEncoder().encode(`\ta\0b\u0007c\u0085d\u007fe\ufefff${body}`))
    expect(decoded).toMatchObject({
      text: `\tabcdef${body}`,
      removedControls: 5,
      encoding: 'utf-8',
      rule: 'valid-utf-8',
    })
  })

  it('replaces a lone surrogate of UTF-16', () => {
    const bytes = Uint8Array.from([
      0xff,
      0xfe,
      0x61,
      0,
      0x00,
      0xd8,
      ...iconv.encode('b'.repeat(40), 'utf-16le'),
    ])
    expect(decodeBytes(bytes)).toMatchObject({ text: `a\ufffd${'b'.repeat(40)}`, replacedCharacters: 1 })
  })

  it('reads UTF-8 with a few broken bytes as UTF-8, counts them and is unsure', () => {
    const bytes = new TextEncoder().encode(SIMPLIFIED.repeat(4))
    bytes[31] = 0xff
    const decoded = decodeBytes(bytes)
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.replacedCharacters).toBeGreaterThan(0)
    expect(decoded.confidence).toBeLessThan(0.8)
    expect(decoded.text).toContain('老人坐在门口')
  })

  it('reads English with one broken byte as UTF-8', () => {
    const bytes = new TextEncoder().encode(ENGLISH)
    bytes[10] = 0xff
    expect(decodeBytes(bytes)).toMatchObject({
      encoding: 'utf-8',
      rule: 'damaged-utf-8',
      replacedCharacters: 1,
    })
  })
})

describe('scoreDecoding', () => {
  it('tells text from wrongly decoded bytes', () => {
    expect(scoreDecoding(SIMPLIFIED, false).score).toBeGreaterThan(0.5)
    expect(scoreDecoding(TRADITIONAL, false).score).toBeGreaterThan(0.5)
    const wrong = iconv.decode(iconv.encode(SIMPLIFIED, 'utf8'), 'gb18030')
    expect(scoreDecoding(wrong, false).score).toBeLessThan(0)
  })

  it('counts what can stand in no text', () => {
    for (const impossible of ['\ufffd', '\ue000', '\u0378', '\u0001', '\u0090']) {
      expect(scoreDecoding(`好${impossible}`, false)).toMatchObject({ weighed: 2, impossible: 1 })
    }
    expect(scoreDecoding('好 a😀', false)).toEqual({ score: 2, weighed: 1, impossible: 0 })
    expect(scoreDecoding('a', true)).toEqual({ score: 1, weighed: 1, impossible: 0 })
    expect(scoreDecoding('a', false)).toEqual({ score: 0, weighed: 0, impossible: 0 })
  })
})
