import { describe, expect, it } from 'vitest'
import { placeBeads } from '../../src/core/alignment/bead-positions.ts'
import { readBeads } from '../../src/core/alignment/beads.repo.ts'
import { createEditingService } from '../../src/core/alignment/editing.service.ts'
import type { BeadId } from '../../src/shared/domain/ids.ts'
import { dumpAll, openAlignedStore } from '../fixtures/open-aligned-store.ts'

const ids = (names: string): BeadId[] => names.split(' ') as BeadId[]
const known = (positions: Record<string, number>): Map<BeadId, number> =>
  new Map(Object.entries(positions) as [BeadId, number][])

describe('positions of beads', () => {
  it.each<[string, string, Record<string, number>, number[] | null]>([
    ['between two', 'a x b', { a: 1024, b: 2048 }, [1024, 1536, 2048]],
    ['several between two', 'a x y z b', { a: 0, b: 8 }, [0, 2, 4, 6, 8]],
    ['before the first', 'x a', { a: 1024 }, [0, 1024]],
    ['after the last', 'a x y', { a: 1024 }, [1024, 2048, 3072]],
    ['all new', 'x y', {}, [1024, 2048]],
    ['one that now comes after another', 'b a c', { a: 100, b: 200, c: 300 }, [200, 250, 300]],
    ['no room', 'a x b', { a: 7, b: 8 }, null],
  ])('%s', (_name, order, positions, expected) => {
    const placed = placeBeads(ids(order), known(positions))
    expect(placed === null ? null : ids(order).map((id) => placed.get(id))).toEqual(expected)
  })

  it('make room for as many rows as one likes at one place, moving only the neighbours', () => {
    const count = 300
    const sentences = [Array.from({ length: count }, (_, index) => `句${index}。`)]
    const { store, pairId } = openAlignedStore(
      { left: sentences, right: sentences },
      Array.from({ length: count }, () => [1, 1] as const),
    )
    const editing = createEditingService({ store, now: () => 1 })
    const at = 'b150' as BeadId
    const before = dumpAll(store)
    for (let row = 0; row < 100; row += 1) editing.edit(pairId, { kind: 'insert', beadId: at }, null)
    const beads = readBeads(store.read, pairId)
    expect(beads).toHaveLength(count + 100)
    expect(beads.map((bead) => bead.id).indexOf(at)).toBe(149 + 100)
    expect(new Set(beads.map((bead) => bead.position)).size).toBe(beads.length)
    expect(beads.map((bead) => bead.position)).toEqual(
      beads.map((bead) => bead.position).toSorted((a, b) => a - b),
    )
    // Far away nobody moved.
    expect(beads[0]?.position).toBe(1024)
    expect(beads.at(-1)?.position).toBe(count * 1024)
    for (let row = 0; row < 100; row += 1) store.undo(null)
    expect(dumpAll(store)).toBe(before)
    store.close()
  })
})
