import { describe, expect, it } from 'vitest'

import { readDocument } from '../../../src/core/formats/read-document.ts'

const MEGABYTES = 5
const SIZE = MEGABYTES * 1_000_000

function fill(piece: string): Uint8Array {
  return new TextEncoder().encode(piece.repeat(Math.ceil(SIZE / new TextEncoder().encode(piece).length)))
}

/** Milliseconds to read a file; of two runs the better, so that a busy machine does not decide. */
function timeOf(name: string, bytes: Uint8Array): number {
  const times = [0, 1].map(() => {
    const start = performance.now()
    readDocument({ name, bytes })
    return performance.now() - start
  })
  return Math.min(...times)
}

const ZH = '今天我们讨论合作的问题，大家发表了意见。'
const EN = 'The quick brown fox jumps over the lazy dog. '

describe(`${MEGABYTES} MB are read in linear time`, () => {
  const cases: readonly (readonly [string, string, Uint8Array, number])[] = [
    // Quadratic work on five million characters takes minutes; the limits leave a slow machine ten times the usual.
    ['Chinese paragraphs', 'a.txt', fill(`${ZH.repeat(8)}\n\n`), 3000],
    ['one line of Chinese', 'a.txt', fill(ZH), 1000],
    ['one line of English', 'a.txt', fill(EN), 1000],
    ['one word', 'a.txt', fill('a'), 1000],
    ['one run of brackets', 'a.txt', fill('('), 1000],
    ['one run of spaces', 'a.txt', new TextEncoder().encode(`a${' '.repeat(SIZE)}b`), 1000],
    ['capitals, as in a dateline', 'a.txt', fill('KUNMING '), 1000],
    ['wrapped lines', 'a.txt', fill(`${EN.trim()}\n${'and so on, '.repeat(4).trim()}\n`), 8000],
    ['very short lines', 'a.txt', fill('Word here\n'), 10_000],
    ['Markdown paragraphs', 'a.md', fill(`${EN.repeat(8)}\n\n`), 20_000],
    ['Markdown with thousands of marks in a paragraph', 'a.md', fill('今天**讨论**问题，'), 20_000],
  ]
  for (const [what, name, bytes, limit] of cases) {
    it(what, () => expect(timeOf(name, bytes)).toBeLessThan(limit), 120_000)
  }
})
