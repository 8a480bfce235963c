import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changePieces } from '../../../src/renderer/features/revising/change-pieces.ts'

describe('changePieces', () => {
  it('cuts where a change begins and ends', () => {
    expect(
      changePieces('天还没亮😀了', [
        { start: 1, end: 2 },
        { start: 4, end: 6 },
      ]),
    ).toEqual([
      { text: '天', start: 0, changed: false },
      { text: '还', start: 1, changed: true },
      { text: '没亮', start: 2, changed: false },
      { text: '😀', start: 4, changed: true },
      { text: '了', start: 6, changed: false },
    ])
    expect(changePieces('', [])).toEqual([])
    expect(changePieces('全', [{ start: 0, end: 1 }])).toEqual([{ text: '全', start: 0, changed: true }])
  })

  it('loses nothing and marks just the changes', () => {
    const sorted = fc
      .tuple(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.uniqueArray(fc.nat(60), { maxLength: 8 }))
      .map(([text, edges]) => {
        const cuts = edges.filter((at) => at <= text.length).toSorted((a, b) => a - b)
        const changes = cuts.flatMap((start, at) => {
          const end = cuts[at + 1]
          return at % 2 === 0 && end !== undefined ? [{ start, end }] : []
        })
        return { text, changes }
      })
    fc.assert(
      fc.property(sorted, ({ text, changes }) => {
        const pieces = changePieces(text, changes)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        const changed = pieces.filter((piece) => piece.changed)
        expect(changed.map((piece) => piece.text)).toEqual(
          changes.map(({ start, end }) => text.slice(start, end)),
        )
        expect(pieces.every((piece) => piece.text !== '')).toBe(true)
      }),
    )
  })
})
