import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepFixed } from '../../../src/core/alignment/keep-fixed.ts'
import type { AlignedBead, FixedBead } from '../../../src/shared/align/aligner.ts'

/** A way of cutting two texts into beads. */
function beadsOf(
  steps: readonly (readonly [number, number])[],
  rows: number,
  columns: number,
): AlignedBead[] {
  const beads: AlignedBead[] = []
  let [row, column] = [0, 0]
  const last: [number, number] = [rows, columns]
  for (const [height, width] of [...steps, last]) {
    const [nextRow, nextColumn] = [Math.min(rows, row + height), Math.min(columns, column + width)]
    if (nextRow === row && nextColumn === column) continue
    beads.push({ left: [row, nextRow], right: [column, nextColumn], confidence: 0.5 })
    row = nextRow
    column = nextColumn
  }
  return beads
}

const steps = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 12 })
const size = fc.nat(25)
const range = ({ left, right }: FixedBead): string => `${left.join('–')} ${right.join('–')}`

describe('verified beads among what an aligner found', () => {
  it('are kept whatever it found, and everything is covered once and in order', () => {
    fc.assert(
      fc.property(
        steps,
        steps,
        fc.infiniteStream(fc.boolean()),
        size,
        size,
        (found, mine, choice, rows, columns) => {
          const fixed = beadsOf(mine, rows, columns)
            .filter(() => choice.next().value)
            .map(({ left, right }): FixedBead => ({ left, right }))
          const kept = keepFixed(beadsOf(found, rows, columns), fixed)
          expect(kept.map(range)).toEqual(expect.arrayContaining(fixed.map(range)))
          for (const side of ['left', 'right'] as const) {
            let place = 0
            for (const bead of kept) {
              if (bead[side][0] === bead[side][1]) continue
              expect(bead[side][0]).toBe(place)
              place = bead[side][1]
            }
            expect(place).toBe(side === 'left' ? rows : columns)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('change nothing where the aligner kept to them', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.boolean()), size, size, (found, choice, rows, columns) => {
        const beads = beadsOf(found, rows, columns)
        const fixed = beads.filter(() => choice.next().value)
        expect(keepFixed(beads, fixed).map(range)).toEqual(beads.map(range))
      }),
    )
  })
})
