import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArticleId, SegmentId } from '../../../src/shared/domain/ids.ts'
import { indexAnchorText, type AnchorText } from '../../../src/shared/text/anchor-text.ts'
import { carryOver } from '../../../src/shared/text/carry-over.ts'
import { compareBlocks } from '../../../src/shared/text/compare-blocks.ts'
import { anchorAt } from '../../../src/shared/text/create-anchor.ts'
import { foldUnits } from '../../../src/shared/text/fold-units.ts'
import { matchLines, matchSegments } from '../../../src/shared/text/match-segments.ts'
import { risingChain } from '../../../src/shared/text/rising-chain.ts'

const line = fc.oneof(
  fc.constantFrom('完。', '桥是给人走的。', 'The end. ', '𠮷祥照相馆😀开门了。', '镜子也是。', '　'),
  fc.string({ unit: fc.constantFrom(...'桥镜子是给人走的。，ab 😀𠮷'), minLength: 1, maxLength: 24 }),
)
const lines = fc.array(line, { maxLength: 30 })

test('each new line continues one old line at most, and no old line goes on twice', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const found = matchSegments(before, after)
      expect(found).toHaveLength(after.length)
      const olds = found.filter((old) => old !== null)
      expect(new Set(olds).size).toBe(olds.length)
      for (const old of olds) expect(old >= 0 && old < before.length).toBe(true)
    }),
  )
})

test('a text goes on in itself, in either width, line by line', () => {
  fc.assert(
    fc.property(lines, (before) => {
      const wide = before.map((text) =>
        text.replaceAll('a', 'ａ').replaceAll('。', '.').replaceAll(' ', '　'),
      )
      for (const after of [before, wide])
        expect(matchSegments(before, after)).toEqual(before.map((_, at) => at))
    }),
  )
})

test('what stays in order is told from what was moved; the same lines read the same', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const found = matchLines(before, after)
      const staying = found.flatMap((match) =>
        match === null || match.kinship === 'moved' ? [] : [match.old],
      )
      expect(staying).toEqual(staying.toSorted((a, b) => a - b))
      for (const [place, match] of found.entries()) {
        if (match?.kinship !== 'same') continue
        expect(foldUnits(before[match.old] ?? '').trim()).toBe(foldUnits(after[place] ?? '').trim())
      }
    }),
  )
})

test('lines taken out, put in and moved leave all others what they were', () => {
  const unique = fc
    .uniqueArray(
      fc.string({ minLength: 12, maxLength: 20, unit: fc.constantFrom(...'桥镜子是给人走的水天') }),
      {
        minLength: 4,
        maxLength: 30,
      },
    )
    .filter((all) => new Set(all.map((text) => text.slice(0, 6))).size === all.length)
  fc.assert(
    fc.property(unique, fc.nat(), fc.nat(), fc.nat(), (all, take, from, to) => {
      const before = all.slice(0, -1)
      const after = [...before]
      const [moved = ''] = after.splice(from % after.length, 1)
      after.splice(to % (after.length + 1), 0, moved)
      const [gone] = after.splice(take % after.length, 1)
      const found = matchLines(before, after)
      for (const [place, text] of after.entries()) expect(before[found[place]?.old ?? -1]).toBe(text)
      expect(found.filter((match) => match?.kinship === 'moved').length).toBeLessThanOrEqual(1)
      expect(before.filter((text) => !after.includes(text))).toEqual([gone])
    }),
  )
})

test('a rising chain rises and none is longer', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { maxLength: 9 }), (values) => {
      const chain = risingChain(values).map((place) => values[place] ?? -1)
      for (const [place, value] of chain.entries()) expect(value).toBeGreaterThan(chain[place - 1] ?? -1)
      const longest = (from: number, above: number): number =>
        from === values.length
          ? 0
          : Math.max(
              longest(from + 1, above),
              (values[from] ?? -1) > above ? 1 + longest(from + 1, values[from] ?? -1) : 0,
            )
      expect(chain).toHaveLength(longest(0, -1))
    }),
  )
})

test('anchors carried over quote their parts, keep their order of segments, and stay put in an unchanged text', () => {
  const text = (texts: readonly string[]): AnchorText => ({
    articleId: 'a' as ArticleId,
    segments: texts.map((content, at) => ({ id: `s${at}` as SegmentId, text: content })),
  })
  fc.assert(
    fc.property(
      lines,
      lines,
      fc.array(fc.tuple(fc.nat(), fc.nat(40)), { maxLength: 8 }),
      (one, other, picks) => {
        const before = text(one)
        const index = indexAnchorText(before)
        const anchors = picks.flatMap(([at, length]) => {
          const start = index.text.length === 0 ? 0 : at % index.text.length
          return anchorAt(index, { start, end: Math.min(index.text.length, start + length) }) ?? []
        })
        for (const after of [one, other]) {
          const ids = after.map((_, at) => `n${at}` as SegmentId)
          const over = carryOver({ before, after, ids, identity: 'text', anchors })
          expect(new Set(over.ids).size).toBe(after.length)
          const known = new Map(over.ids.map((id, at) => [id, after[at] ?? '']))
          for (const [at, { anchor, state }] of over.anchors.entries()) {
            if (state === 'lost') {
              expect(anchor).toEqual(anchors[at])
              continue
            }
            expect(
              anchor.parts
                .map(({ segmentId, start, end }) => known.get(segmentId)?.slice(start, end))
                .join(''),
            ).toBe(anchor.exact)
            if (after === one) expect([state, anchor]).toEqual(['ok', anchors[at]])
          }
        }
      },
    ),
  )
})

test('a comparison holds every block of both sides once, in order, with ranges inside their text', () => {
  const block = (content: string) => ({ kind: 'paragraph', level: 0, text: content }) as const
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      const { rows } = compareBlocks(one.map(block), other.map(block))
      const skipped = rows.some((row) => row.status === 'skipped')
      const before = rows.flatMap((row) => ('before' in row ? [row.before] : []))
      const after = rows.flatMap((row) => ('after' in row ? [row.after] : []))
      if (!skipped) expect([before, after].map((side) => side.map((row) => row.text))).toEqual([one, other])
      for (const row of [...before, ...after]) {
        for (const { start, end } of row.changes) expect(start < end && end <= row.text.length).toBe(true)
      }
    }),
  )
})
