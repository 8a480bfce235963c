import { describe, expect, it } from 'vitest'
import { formatEncoding } from '../../../src/renderer/i18n/format.ts'

describe('formatEncoding', () => {
  it.each([
    ['utf-8', 'UTF-8'],
    ['utf-16le', 'UTF-16 LE'],
    ['utf-16be', 'UTF-16 BE'],
    ['gb18030', 'GB18030'],
    ['big5', 'Big5'],
    ['windows-1252', 'Windows-1252'],
  ])('writes %s as its standard does', (label, written) => {
    expect(formatEncoding(label)).toBe(written)
  })
})
