import type { Bead } from '../../shared/domain/bead.ts'
import type { BeadId, SegmentId } from '../../shared/domain/ids.ts'
import { isFixed } from './keep-fixed.ts'

const keyOf = (bead: Bead): string => `${bead.left.join(' ')}|${bead.right.join(' ')}`

export interface ReusedBeads {
  readonly beads: readonly Bead[]
  /** For each bead that is gone, the one that holds its first segment now. */
  readonly heirs: ReadonlyMap<BeadId, BeadId>
}

/**
 * Newly found beads in place of those there were: one with the same segments is the same bead, with its identity
 * and a person's marks; one that a person has spoken for is not touched at all.
 */
export function reuseBeads(before: readonly Bead[], found: readonly Bead[]): ReusedBeads {
  const known = new Map(before.map((bead) => [keyOf(bead), bead]))
  const beads = found.map((bead) => {
    const same = known.get(keyOf(bead))
    if (same === undefined) return bead
    return isFixed(same) ? same : { ...same, confidence: bead.confidence }
  })
  const present = new Set(beads.map((bead) => bead.id))
  const holders = new Map<SegmentId, BeadId>()
  for (const bead of beads) for (const id of [...bead.left, ...bead.right]) holders.set(id, bead.id)
  const heirs = new Map<BeadId, BeadId>()
  // An empty bead has no place of its own: its notes go to the bead before it, or to the first.
  let last = beads[0]?.id
  for (const bead of before) {
    const first = bead.left[0] ?? bead.right[0]
    last = (first === undefined ? undefined : holders.get(first)) ?? last
    if (!present.has(bead.id) && last !== undefined) heirs.set(bead.id, last)
  }
  return { beads, heirs }
}
