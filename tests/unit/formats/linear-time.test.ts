import { describe, expect, it } from 'vitest'

import { readDocument } from '../../../src/core/formats/read-document.ts'

const MEGABYTES = 5
const SIZE = MEGABYTES * 1_000_000

function fill(piece: string): Uint8Array {
  return new TextEncoder().encode(piece.repeat(Math.ceil(SIZE / new TextEncoder().encode(piece).length)))
}

const ZH = '今天我们讨论合作的问题，大家发表了意见。'
const EN = 'The quick brown fox jumps over the lazy dog. '

describe(`${MEGABYTES} MB do not take for ever`, () => {
  const cases: readonly (readonly [string, string, Uint8Array])[] = [
    // Quadratic work on five million characters takes hours; the test's own limit ends it.
    ['Chinese paragraphs', 'a.txt', fill(`${ZH.repeat(8)}\n\n`)],
    ['one line of Chinese', 'a.txt', fill(ZH)],
    ['one line of English', 'a.txt', fill(EN)],
    ['one word', 'a.txt', fill('a')],
    ['one run of brackets', 'a.txt', fill('(')],
    ['one run of spaces', 'a.txt', new TextEncoder().encode(`a${' '.repeat(SIZE)}b`)],
    ['capitals, as in a dateline', 'a.txt', fill('KUNMING ')],
    ['wrapped lines', 'a.txt', fill(`${EN.trim()}\n${'and so on, '.repeat(4).trim()}\n`)],
    ['very short lines', 'a.txt', fill('Word here\n')],
    ['Markdown paragraphs', 'a.md', fill(`${EN.repeat(8)}\n\n`)],
    ['Markdown with thousands of marks in a paragraph', 'a.md', fill('今天**讨论**问题，')],
  ]
  it.each(cases)(
    '%s',
    (_what, name, bytes) => {
      expect(readDocument({ name, bytes }).blocks.length).toBeGreaterThan(0)
    },
    120_000,
  )
})
