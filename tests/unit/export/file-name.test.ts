import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  FILE_NAME_BYTES,
  fileNames,
  isNumberedName,
  numberedName,
} from '../../../src/shared/export/file-name.ts'

const title = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'CON',
    '..',
    ' . ',
    'a/b\\c:d*e?',
    '桥'.repeat(200),
    '👨‍👩‍👧‍👦'.repeat(40),
    'e\u0301'.repeat(90),
    '',
    '\ud800',
    '#标 [[x]] | ^y',
    'NUL.txt',
    '题.',
  ),
)
const things = fc.uniqueArray(
  fc.record({ id: fc.oneof(fc.uuid(), fc.stringMatching(/^[a-z0-9-]{1,6}$/u)), title }),
  {
    selector: ({ id }) => id,
    maxLength: 12,
  },
)

describe('file names', () => {
  test('are safe everywhere, short enough, never the same twice, and always the same again', () => {
    fc.assert(
      fc.property(things, (named) => {
        const names = [...fileNames(named).values()]
        for (const name of names) {
          expect(name).toMatch(/^[^<>:"/\\|?*#^[\]%\p{C}]+\.md$/u)
          expect(name).not.toMatch(/^[. ]|[. ]\.md$/u)
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./iu)
          expect(name.normalize('NFC')).toBe(name)
          expect(Buffer.byteLength(numberedName(name, 999))).toBeLessThanOrEqual(FILE_NAME_BYTES)
          expect(isNumberedName(name)).toBe(false)
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(named.length)
        expect(fileNames(named.toReversed())).toEqual(fileNames(named))
      }),
      { numRuns: 1000 },
    )
  })

  test('tell things of one title apart, by the part of their ids that differs', () => {
    const at = '01973a5e-7c00-7000-8000-'
    expect([
      ...fileNames([
        { id: `${at}0000aaaaaaaa`, title: '桥' },
        { id: `${at}0000bbbbbbbb`, title: '桥' },
      ]).values(),
    ]).toEqual(['桥 aaaaaaaa.md', '桥 bbbbbbbb.md'])
    const twins = fileNames([
      { id: `${at}0001aaaaaaaa`, title: 'Q' },
      { id: `${at}0002aaaaaaaa`, title: 'q' },
    ])
    expect(new Set([...twins.values()].map((name) => name.toLowerCase())).size).toBe(2)
  })

  test('are not cut inside a character', () => {
    const [name] = fileNames([{ id: 'aaaaaaaa', title: '👨‍👩‍👧‍👦'.repeat(40) }]).values()
    expect(name).not.toContain('\ufffd')
    expect(name?.isWellFormed()).toBe(true)
  })
})
