import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Anchor } from '../../../src/shared/domain/anchor.ts'
import { AnchorIndex, type AnchorText } from '../../../src/shared/text/anchor-text.ts'
import { createAnchor, exactOf } from '../../../src/shared/text/create-anchor.ts'
import { DuizhaoError } from '../../../src/shared/domain/error.ts'
import { IntervalIndex, type Interval } from '../../../src/shared/text/interval-index.ts'
import { moveAnchorThroughEdit, moveOffsets } from '../../../src/shared/text/move-anchor.ts'
import { resolveAnchor } from '../../../src/shared/text/resolve-anchor.ts'
import { article, segmentId } from '../../unit/text/article.ts'
import { anyText, graphemeEdges } from './arbitraries.ts'

/** An anchor somewhere in a text; null where only white space was hit. */
function anchorIn(text: AnchorText, picks: readonly [number, number, number, number]): Anchor | null {
  const [from, start, to, end] = picks
  const one = text.segments[from % text.segments.length]
  const other = text.segments[to % text.segments.length]
  if (one === undefined || other === undefined) return null
  try {
    return createAnchor(text, {
      startSegmentId: one.id,
      startOffset: start % (one.text.length + 1),
      endSegmentId: other.id,
      endOffset: end % (other.text.length + 1),
    })
  } catch (error) {
    if (error instanceof DuizhaoError) return null
    throw error
  }
}

const picks = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat())
const anyArticle = fc.array(anyText, { minLength: 1, maxLength: 5 }).map(article)

test('an anchor quotes its parts, cuts no grapheme, has no white space around it, and resolves to itself', () => {
  fc.assert(
    fc.property(anyArticle, picks, (text, where) => {
      const anchor = anchorIn(text, where)
      if (anchor === null) return
      expect(exactOf(new AnchorIndex(text), anchor.parts)).toBe(anchor.exact)
      for (const part of anchor.parts) {
        const edges = graphemeEdges(text.segments.find(({ id }) => id === part.segmentId)?.text ?? '')
        expect(part.start).toBeLessThan(part.end)
        expect(edges).toContain(part.start)
        expect(edges).toContain(part.end)
      }
      expect(resolveAnchor(anchor, text)).toMatchObject({ state: 'ok', parts: anchor.parts })
    }),
    { numRuns: 2_000 },
  )
})

/**
 * A text in which every character is another one, so that a character can be followed through any edit. Edits
 * bring in characters the text never had.
 */
const LENGTH = 120
const distinctText = fc
  .tuple(fc.nat({ max: 10_000 }), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }))
  .map(([seed, cuts]) => {
    const characters = Array.from({ length: LENGTH }, (_, n) =>
      String.fromCharCode(0x4e00 + ((seed + n * 7) % 12_000)),
    )
    const texts: string[] = []
    for (const cut of cuts) texts.push(characters.splice(0, cut).join(''))
    return [...texts, characters.join('')].filter((text) => text !== '')
  })

interface Edit {
  readonly at: number
  readonly removed: number
  readonly added: number
}
const edits = fc.array(fc.record({ at: fc.nat(), removed: fc.nat({ max: 8 }), added: fc.nat({ max: 8 }) }), {
  minLength: 1,
  maxLength: 4,
})

function applyEdits(texts: readonly string[], list: readonly Edit[]): string[] {
  const edited = [...texts]
  let fresh = 0x3400
  for (const { at, removed, added } of list) {
    const number = at % edited.length
    const text = edited[number] ?? ''
    const start = (at >> 3) % (text.length + 1)
    let insertion = ''
    for (let n = 0; n < added; n += 1) insertion += String.fromCharCode(fresh++)
    edited[number] = text.slice(0, start) + insertion + text.slice(start + removed)
  }
  return edited
}

test('after edits anywhere, an anchor that is ok holds the very characters it held', () => {
  let ok = 0
  fc.assert(
    fc.property(distinctText, edits, picks, (texts, list, where) => {
      const before = article(texts)
      const anchor = anchorIn(before, where)
      if (anchor === null) return
      const after = article(applyEdits(texts, list))
      const found = resolveAnchor(anchor, after)
      const now = exactOf(new AnchorIndex(after), found.parts)
      if (found.state === 'ok') {
        ok += 1
        expect(now).toBe(anchor.exact)
      } else if (found.state === 'moved') {
        // Placed for checking: at least something of it must be there.
        expect(Array.from(anchor.exact).some((character) => now.includes(character))).toBe(true)
      } else {
        expect(found.parts).toEqual([])
      }
      // What is there untouched, with its surroundings, is never given up.
      const whole = new AnchorIndex(after).text
      if (whole.includes(anchor.prefix + anchor.exact + anchor.suffix)) expect(found.state).toBe('ok')
    }),
    { numRuns: 2_000 },
  )
  expect(ok).toBeGreaterThan(200)
})

test('in a text that repeats itself, ok never means a place with less of the stored context than the true one', () => {
  const repetitive = fc.array(fc.constantFrom('上', '海', '的', '上海', '的上'), {
    minLength: 20,
    maxLength: 120,
  })
  fc.assert(
    fc.property(
      repetitive,
      repetitive,
      fc.nat(),
      fc.nat({ max: 5 }),
      fc.nat(),
      (one, other, at, length, cut) => {
        const text = one.join('')
        const start = at % text.length
        const before = article([text])
        const anchor = anchorIn(before, [0, start, 0, Math.min(text.length, start + 1 + length)])
        if (anchor === null) return
        // Only what lies before the quote and its context is edited, so the true place moves but keeps both.
        const safe = Math.max(0, (anchor.parts[0]?.start ?? 0) - anchor.prefix.length)
        const from = safe === 0 ? 0 : cut % safe
        const edited = safe === 0 ? text : text.slice(0, from) + other.slice(0, 9).join('') + text.slice(safe)
        const found = resolveAnchor(anchor, article([edited]))
        if (found.state !== 'ok') return
        const index = new AnchorIndex(article([edited]))
        const range = found.parts[0] ?? { start: 0, end: 0 }
        expect(index.text.slice(range.start - anchor.prefix.length, range.end + anchor.suffix.length)).toBe(
          anchor.prefix + anchor.exact + anchor.suffix,
        )
      },
    ),
    { numRuns: 2_000 },
  )
})

test('a range carried through an edit holds what is left of it and nothing that lay outside', () => {
  let carried = 0
  fc.assert(
    fc.property(distinctText, edits, fc.nat(), fc.nat({ max: 40 }), (texts, list, at, length) => {
      const text = texts.join('')
      const start = at % text.length
      const end = Math.min(text.length, start + 1 + length)
      const edited = applyEdits([text], list).join('')
      const moved = moveOffsets(text, edited, { start, end })
      if (moved.collapsed) {
        expect(moved.start).toBe(moved.end)
        return
      }
      carried += 1
      const held = new Set(text.slice(start, end))
      const outside = new Set(text.slice(0, start) + text.slice(end))
      const now = Array.from(edited.slice(moved.start, moved.end))
      expect(now.filter((character) => outside.has(character))).toEqual([])
      if (moved.kept >= 0.5) {
        expect(now.filter((character) => held.has(character)).length).toBeGreaterThanOrEqual(held.size / 2)
      }
    }),
    { numRuns: 2_000 },
  )
  expect(carried).toBeGreaterThan(500)
})

test('splitting and merging segments moves anchors exactly', () => {
  fc.assert(
    fc.property(distinctText, fc.array(fc.integer({ min: 1, max: 40 })), picks, (texts, cuts, where) => {
      const anchor = anchorIn(article(texts), where)
      if (anchor === null) return
      const characters = Array.from(texts.join(''))
      const other = cuts.map((cut) => characters.splice(0, cut).join('')).concat(characters.join(''))
      const after = article(other.filter((text) => text !== ''))
      const moved = moveAnchorThroughEdit(anchor, article(texts), after)
      expect(moved.state).toBe('ok')
      expect({ ...moved.anchor, parts: [] }).toEqual({ ...anchor, parts: [] })
      expect(exactOf(new AnchorIndex(after), moved.anchor.parts)).toBe(anchor.exact)
    }),
    { numRuns: 500 },
  )
})

test('the interval index answers like a list', () => {
  const names = ['a', 'b', 'c'].map(segmentId)
  const interval = fc.record({
    over: fc.constantFrom(...names),
    start: fc.nat({ max: 12 }),
    length: fc.integer({ min: 1, max: 8 }),
    value: fc.nat({ max: 5 }),
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), interval), { maxLength: 60 }), (steps) => {
      let index = IntervalIndex.from<number>([])
      let list: Interval<number>[] = []
      for (const [isRemoval, { over, start, length, value }] of steps) {
        const step = { segmentId: over, start, end: start + length, value }
        const place = list.findIndex(
          (one) =>
            one.segmentId === over && one.start === start && one.end === step.end && one.value === value,
        )
        index = isRemoval ? index.remove(step) : index.add(step)
        if (!isRemoval) list = [...list, step]
        else if (place !== -1) list = list.toSpliced(place, 1)
      }
      expect(index.size).toBe(list.length)
      for (const name of names) {
        const here = list.filter((one) => one.segmentId === name)
        expect(index.in(name)).toEqual(here.toSorted((a, b) => a.start - b.start || b.end - a.end))
        for (let offset = 0; offset <= 21; offset += 1) {
          const hits = here.filter(({ start, end }) => start <= offset && offset < end)
          const lengths = hits.map(({ start, end }) => end - start).toSorted((a, b) => a - b)
          const values = index.at(name, offset)
          expect(values.toSorted((a, b) => a - b)).toEqual(
            hits.map(({ value }) => value).toSorted((a, b) => a - b),
          )
          const shortest = hits.filter(({ start, end }) => end - start === lengths[0])
          if (hits.length > 0) expect(shortest.map(({ value }) => value)).toContain(values[0])
        }
      }
    }),
    { numRuns: 500 },
  )
})
