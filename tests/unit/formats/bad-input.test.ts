import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'

import { readDocument } from '../../../src/core/formats/read-document.ts'
import { assertTextSize } from '../../../src/core/formats/text-limit.ts'
import { MAX_TEXT_BYTES } from '../../../src/shared/domain/text-limit.ts'
import { DuizhaoError, type ErrorCode } from '../../../src/shared/domain/error.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function failure(run: () => unknown): DuizhaoError {
  try {
    run()
  } catch (error) {
    if (error instanceof DuizhaoError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** Bytes that look like noise and are the same on every run. */
function noise(length: number): Uint8Array {
  let state = 12_345
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return (state >> 16) & 0xff
  })
}

const zip = (content: string): Uint8Array =>
  Uint8Array.from([0x50, 0x4b, 3, 4, ...utf8(`\0\0\0\0${content}`)])

describe('files that cannot be read', () => {
  const cases: readonly (readonly [string, string, Uint8Array, ErrorCode, RegExp])[] = [
    ['nothing', 'a.txt', new Uint8Array(), 'corrupt_file', /is empty/],
    ['white space', 'a.txt', utf8(' \r\n\t\u3000\n'), 'corrupt_file', /is empty/],
    ['a byte order mark alone', 'a.txt', utf8('\ufeff'), 'corrupt_file', /is empty/],
    ['Markdown without text', 'a.md', utf8('---\n\n***\n'), 'corrupt_file', /is empty/],
    ['NULs', 'a.txt', new Uint8Array(5000), 'unsupported_format', /binary/],
    ['noise', 'a.txt', noise(4000), 'unsupported_format', /binary/],
    ['PDF', 'paper.pdf', utf8('%PDF-1.7\n…'), 'unsupported_format', /PDF document.*later.*text/],
    ['PDF called .txt', 'paper.txt', utf8('%PDF-1.7\n…'), 'unsupported_format', /PDF document/],
    ['PNG', 'a.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'unsupported_format', /PNG/],
    ['Word', 'a.docx', zip('word/document.xml'), 'unsupported_format', /Word document.*later/],
    ['EPUB called .txt', 'a.txt', zip('mimetypeapplication/epub+zip'), 'unsupported_format', /EPUB/],
    ['zip', 'a.zip', zip('letters/one.txt'), 'unsupported_format', /zip archive/],
    ['HTML', 'a.html', utf8('<p>Hello</p>'), 'unsupported_format', /HTML page.*later/],
    ['HTML called .txt', 'a.txt', utf8('\n<!DOCTYPE html><p>Hello'), 'unsupported_format', /HTML page/],
    ['RTF', 'a.rtf', utf8('{\\rtf1 Hello}'), 'unsupported_format', /RTF document/],
    ['XML', 'a.txt', utf8('<?xml version="1.0"?><a/>'), 'unsupported_format', /XML file/],
    ['TMX', 'a.tmx', utf8('memory'), 'unsupported_format', /TMX.*becomes a pair/],
    ['CSV', 'a.csv', utf8('zh,en\n好,good'), 'unsupported_format', /CSV table.*becomes a pair/],
    [
      'Korean EUC',
      'a.txt',
      iconv.encode('안녕하세요 저는 한국 사람입니다. 오늘은 날씨가 매우 좋습니다.', 'euckr'),
      'corrupt_file',
      /UTF-8/,
    ],
    [
      'UTF-8 broken all over',
      'a.txt',
      utf8('é ü ö '.repeat(200)).map((byte, at) => (at % 3 === 0 ? 0xff : byte)),
      'corrupt_file',
      /damaged/,
    ],
    ['Markdown nested too deeply', 'a.md', utf8(`${'> '.repeat(150)}a`), 'corrupt_file', /nested too deeply/],
  ]
  for (const [what, name, bytes, code, message] of cases) {
    it(`${what} → ${code}`, () => {
      const error = failure(() => readDocument({ name, bytes }))
      expect(error.code).toBe(code)
      expect(error.message).toMatch(message)
      expect(error.message).toMatch(/[Nn]othing was imported/)
    })
  }

  it('too large → too_large, before a byte is looked at; the message says the limit and what to do', () => {
    // Zeroed pages are not allocated until they are read, and they are not.
    const error = failure(() => readDocument({ name: 'a.txt', bytes: new Uint8Array(MAX_TEXT_BYTES + 1) }))
    expect(error.code).toBe('too_large')
    expect(error.message).toMatch(/65 MB.*up to 64 MB.*Split it/)
    expect(error.details).toEqual({ limitMegabytes: 64, sizeMegabytes: 65 })
  })

  it('the limit itself is allowed', () => {
    expect(() => assertTextSize(MAX_TEXT_BYTES)).not.toThrow()
    expect(failure(() => assertTextSize(MAX_TEXT_BYTES + 1)).code).toBe('too_large')
  })
})

describe('files that are read with a warning', () => {
  const codes = (name: string, bytes: Uint8Array): string[] =>
    readDocument({ name, bytes }).warnings.map(({ code }) => code)
  const text = 'A walk by the river\n\nThe water was high that day, and we walked for hours without a word.'

  it('an unknown extension, or one of another format, on plain text', () => {
    expect(codes('a.xyz', utf8(text))).toEqual(['extension-mismatch'])
    expect(codes('a.pdf', utf8(text))).toEqual(['extension-mismatch'])
  })

  it('no warning for .txt, .text, .TXT, no extension, and a dot in a name that begins no extension', () => {
    for (const name of ['a.txt', 'a.text', 'A.TXT', 'notes', 'Mr. Lee speaks'])
      expect(codes(name, utf8(text))).toEqual([])
  })

  it('removed control characters and replaced characters', () => {
    expect(codes('a.txt', utf8(text.replace('was', 'w\u0001as')))).toEqual(['removed-control-characters'])
    const broken = utf8(text)
    broken[30] = 0xff
    expect(codes('a.txt', broken)).toEqual(['encoding-uncertain', 'replaced-characters'])
  })

  it('two languages in one file', () => {
    const mixed = `${text}\n\n河水涨得很高，我们沿着河走了几个小时，谁也没有说一句话，直到太阳落到山的后面。`
    expect(codes('a.txt', utf8(mixed))).toContain('mixed-languages')
  })

  it('a language that is none of ours', () => {
    const found = readDocument({ name: 'a.txt', bytes: utf8('Сегодня хорошая погода. Мы пошли в школу.') })
    expect(found.metadata.language).toBe('und')
    expect(found.warnings.map(({ code }) => code)).toContain('language-uncertain')
  })

  it('the language that the user gave is believed', () => {
    const found = readDocument({ name: 'a.txt', bytes: utf8('Сегодня хорошая погода.'), language: 'ru' })
    expect(found.metadata.language).toBe('ru')
    expect(found.warnings.map(({ code }) => code)).toEqual(['title-guessed'])
    expect(found.findings).toContainEqual({
      field: 'language',
      value: 'ru',
      rule: 'given-language',
      confidence: 1,
    })
  })
})
