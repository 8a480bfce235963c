import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromCodePointOffset, toCodePointOffset } from '../../../src/shared/text/code-points.ts'
import { findAll } from '../../../src/shared/text/find.ts'
import { foldText } from '../../../src/shared/text/fold.ts'
import { isGraphemeEdge, snapToGraphemes, type TextRange } from '../../../src/shared/text/graphemes.ts'
import { splitSentences } from '../../../src/shared/text/split-sentences.ts'
import { anyText, graphemeEdges, graphemesOf } from './arbitraries.ts'

const language = fc.constantFrom('zh-Hans', 'zh-Hant', 'en', 'ru')

test('sentences join back to the text, none empty, none cutting a grapheme, none beginning with white space', () => {
  fc.assert(
    fc.property(anyText, language, fc.boolean(), (text, tag, breakAtSemicolon) => {
      const pieces = splitSentences(text, tag, { breakAtSemicolon })
      expect(pieces.join('')).toBe(text)
      const edges = graphemeEdges(text)
      let offset = 0
      for (const [number, piece] of pieces.entries()) {
        expect(piece).not.toBe('')
        expect(edges).toContain(offset)
        if (number > 0) expect(piece).not.toMatch(/^\s/u)
        offset += piece.length
      }
    }),
    { numRuns: 2_000 },
  )
})

test('grapheme edges are those of Intl.Segmenter, wherever the text is long', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('', '上'.repeat(3_000)), (text, around) => {
      const whole = around + text + around
      const edges = graphemeEdges(whole)
      for (let offset = around.length; offset <= around.length + text.length; offset += 1) {
        expect(isGraphemeEdge(whole, offset)).toBe(edges.has(offset))
      }
    }),
    { numRuns: 1_000 },
  )
})

test('snapping gives the smallest range on edges that covers the given one', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
      const start = Math.min(one, other) % (text.length + 1)
      const end = start + (Math.max(one, other) % (text.length + 1 - start))
      const edges = [...graphemeEdges(text)]
      expect(snapToGraphemes(text, { start, end })).toEqual({
        start: Math.max(...edges.filter((edge) => edge <= start)),
        end: Math.min(...edges.filter((edge) => edge >= end)),
      })
    }),
    { numRuns: 1_000 },
  )
})

test('code point offsets go there and back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const codePoints = Array.from(text)
      for (let count = 0; count <= codePoints.length; count += 1) {
        const utf16 = codePoints.slice(0, count).join('').length
        expect(fromCodePointOffset(text, count)).toBe(utf16)
        expect(toCodePointOffset(text, utf16)).toBe(count)
      }
    }),
  )
})

test('the offset maps of a folded text never fall, and only ever grow a range', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const folded = foldText(text)
      for (const side of ['start', 'end'] as const) {
        let last = 0
        for (let offset = 0; offset <= folded.text.length; offset += 1) {
          const source = folded.toSource(offset, side)
          expect(source).toBeGreaterThanOrEqual(last)
          expect(source).toBeLessThanOrEqual(text.length)
          last = source
          const back = folded.toFolded(source, side)
          if (side === 'start') expect(back).toBeLessThanOrEqual(offset)
          else expect(back).toBeGreaterThanOrEqual(offset)
        }
        last = 0
        for (let offset = 0; offset <= text.length; offset += 1) {
          expect(folded.toFolded(offset, side)).toBeGreaterThanOrEqual(last)
          last = folded.toFolded(offset, side)
        }
      }
    }),
    { numRuns: 1_000 },
  )
})

test('what lies between two grapheme edges folds to what lies between their folded offsets', () => {
  // Runs of spaces and dashes fold to one, wherever they are cut.
  const withoutRuns = (folded: string): string => folded.replaceAll(/[ -]/gu, '')
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
      const edges = [...graphemeEdges(text)]
      const [start = 0, end = 0] = [one, other]
        .map((n) => edges[n % edges.length] ?? 0)
        .toSorted((a, b) => a - b)
      const folded = foldText(text)
      const between = folded.text.slice(folded.toFolded(start, 'start'), folded.toFolded(end, 'end'))
      expect(withoutRuns(between)).toBe(withoutRuns(foldText(text.slice(start, end)).text))
    }),
    { numRuns: 2_000 },
  )
})

/** Folds grapheme by grapheme, remembers where each unit came from, and looks at every place. */
function findNaively(text: string, query: string): TextRange[] {
  const units: { unit: string; start: number; end: number }[] = []
  for (const grapheme of graphemesOf(text)) {
    for (const unit of foldText(grapheme.text).text.split('')) {
      const last = units.at(-1)
      const repeats = (unit === ' ' || unit === '-') && last?.unit === unit
      if (!repeats) units.push({ unit, start: grapheme.start, end: grapheme.end })
      else if (last.end === grapheme.start) last.end = grapheme.end
    }
  }
  const needle = foldText(query).text
  const found: TextRange[] = []
  if (needle.trim() === '') return found
  for (let at = 0; at + needle.length <= units.length; at += 1) {
    const match = units.slice(at, at + needle.length)
    const range = { start: match[0]?.start ?? 0, end: match.at(-1)?.end ?? 0 }
    const overlaps = range.start < (found.at(-1)?.end ?? 0)
    if (overlaps || match.map(({ unit }) => unit).join('') !== needle) continue
    found.push(range)
    at += needle.length - 1
  }
  return found
}

test('finding agrees with looking everywhere', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.nat(), fc.nat({ max: 6 }), (one, other, from, length) => {
      const text = one + other + one
      const edges = [...graphemeEdges(text)]
      const start = from % edges.length
      const query = text.slice(edges[start], edges[start + length] ?? text.length)
      for (const asked of [query, query.toUpperCase(), query.normalize('NFD'), other]) {
        expect(findAll(text, asked)).toEqual(findNaively(text, asked))
      }
    }),
    { numRuns: 2_000 },
  )
})
