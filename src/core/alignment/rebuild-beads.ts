import type { Side } from '../../shared/domain/article.ts'
import type { Bead } from '../../shared/domain/bead.ts'
import type { BeadId, SegmentId } from '../../shared/domain/ids.ts'
import { risingChain } from '../../shared/text/rising-chain.ts'
import type { ReusedBeads } from './reuse-beads.ts'

/** A segment of a side's new text, and the old segment that most of its text is from. */
export interface RebuiltSegment {
  readonly id: SegmentId
  readonly origin: SegmentId | null
}

/**
 * A pair's beads after one side's text has changed. Every segment is in one bead and in order again: those that were in
 * a bead stay there as far as they still stand in order; a new one joins the bead that its text was in, or the bead
 * that it stands in the middle of; any other one gets a bead of its own. Beads whose segments are the same are not
 * touched; of others a person has to say anew that they are right. One left with nothing goes.
 */
export function rebuildBeads(
  beads: readonly Bead[],
  side: Side,
  segments: readonly RebuiltSegment[],
  newId: () => BeadId,
): ReusedBeads {
  const places = new Map(beads.flatMap((bead, place) => bead[side].map((id) => [id, place] as const)))
  const wanted = segments.map(
    ({ id, origin }) => places.get(id) ?? (origin === null ? undefined : places.get(origin)) ?? null,
  )
  const homes = fillBetween(wanted)
  const cells = beads.map((): SegmentId[] => [])
  const alone = new Map<number, Bead[]>()
  let last = -1
  for (const [index, { id }] of segments.entries()) {
    const home = homes[index] ?? null
    if (home === null) {
      const own = alone.get(last) ?? []
      own.push(beadOf(newId(), side, id))
      alone.set(last, own)
    } else {
      cells[home]?.push(id)
      last = home
    }
  }
  return assemble(beads, side, cells, alone)
}

/** Those in order keep their place; between two of the same bead everything is that bead's. */
function fillBetween(wanted: readonly (number | null)[]): (number | null)[] {
  const homes: (number | null)[] = wanted.map(() => null)
  let before = -1
  for (const index of risingChain(wanted, true)) {
    homes[index] = wanted[index] ?? null
    if (before >= 0 && wanted[before] === wanted[index]) {
      for (let between = before + 1; between < index; between += 1) homes[between] = wanted[index] ?? null
    }
    before = index
  }
  return homes
}

function beadOf(id: BeadId, side: Side, segmentId: SegmentId): Bead {
  return {
    id,
    left: side === 'left' ? [segmentId] : [],
    right: side === 'right' ? [segmentId] : [],
    confidence: null,
    status: 'auto',
    byHand: false,
    unmatched: false,
    review: false,
  }
}

function assemble(
  beads: readonly Bead[],
  side: Side,
  cells: readonly (readonly SegmentId[])[],
  alone: ReadonlyMap<number, readonly Bead[]>,
): ReusedBeads {
  const other = side === 'left' ? 'right' : 'left'
  const rebuilt: Bead[] = [...(alone.get(-1) ?? [])]
  const heirs = new Map<BeadId, BeadId>()
  const waiting: Bead[] = []
  const passReview: Bead[] = []
  for (const [place, bead] of beads.entries()) {
    const cell = cells[place] ?? []
    const isSame = cell.length === bead[side].length && cell.every((id, index) => id === bead[side][index])
    const isLeftEmpty = cell.length === 0 && bead[side].length > 0 && bead[other].length === 0
    const own = alone.get(place) ?? []
    if (isSame) rebuilt.push(bead)
    else if (!isLeftEmpty) {
      rebuilt.push({ ...bead, [side]: cell, status: 'auto', confidence: null, unmatched: false })
    } else {
      waiting.push(bead)
      if (bead.review) passReview.push(bead)
    }
    rebuilt.push(...own)
    // What becomes of its notes is clear once there is a bead before it, or the first one of all.
    const heir = rebuilt.at(-1)
    if (heir !== undefined) for (const gone of waiting.splice(0)) heirs.set(gone.id, heir.id)
  }
  const reviewed = new Set(passReview.flatMap((bead) => heirs.get(bead.id) ?? []))
  return {
    beads: rebuilt.map((bead) => (reviewed.has(bead.id) && !bead.review ? { ...bead, review: true } : bead)),
    heirs,
  }
}
