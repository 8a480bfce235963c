import fc from 'fast-check'
import type { BitextModel, BitextSegment } from '../../../src/shared/export/bitext/bitext-model.ts'
import { bead } from './bitext-sample.ts'

/** What breaks formats: their own signs, what XML cannot hold, line ends of all sorts, halves of characters. */
const NASTY = [
  '<', '>', '&', '"', "'", ']]>', '<!--', '&amp;', '\t', '\n', '\r', '\r\n', '\v', '\f', '\0', '\u001f', '\u0085',
  '\u2028', '\ufeff', '\ufffe', '\uffff', '\ud842', '\udfb7', '𠮷', '😀', '👩‍👩‍👧', '\\', '\\t', '=1+1', '@a', '＝', ',', ';',
  '~~~', ' ', '　', '_x000B_', '好', '。', '“', 'a', '.',
] as const // prettier-ignore

const text = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 8 })
  .map((pieces) => pieces.join(''))

const segments: fc.Arbitrary<BitextSegment[]> = fc.array(
  fc.record({ text, opensBlock: fc.boolean() }),
  { maxLength: 3 },
) // prettier-ignore

const unit = fc.record({
  left: segments,
  right: segments,
  confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs)),
  status: fc.constantFrom('auto' as const, 'verified' as const),
  unmatched: fc.boolean(),
  review: fc.boolean(),
  note: fc.option(text),
})

/** Any bitext with at least one bead, in which each segment is in one bead and none is empty on both sides. */
export const anyBitext: fc.Arbitrary<BitextModel> = fc
  .record({
    title: text,
    units: fc.array(
      unit.filter(({ left, right }) => left.length + right.length > 0),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ title, units }) => {
    const end = { left: 0, right: 0 }
    const next = (side: 'left' | 'right', count: number): readonly [number, number] => {
      const from = end[side]
      end[side] += count
      return [from, end[side]]
    }
    const meta = { title, source: null, author: null, date: null }
    return {
      title,
      left: { ...meta, language: 'zh-Hans', segments: units.flatMap(({ left }) => left) },
      right: { ...meta, language: 'en', segments: units.flatMap(({ right }) => right) },
      beads: units.map(({ left, right, ...facts }, index) =>
        bead(next('left', left.length), next('right', right.length), { ...facts, id: `b${index}` }),
      ),
      version: '1.0.0',
      changedAt: 1_700_000_000_000,
    }
  })
