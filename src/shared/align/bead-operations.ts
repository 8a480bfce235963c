import type { Side } from '../domain/article.ts'
import type { BeadOperation } from '../domain/bead-operation.ts'
import type { Bead } from '../domain/bead.ts'
import { DuizhaoError } from '../domain/error.ts'
import type { BeadId, SegmentId } from '../domain/ids.ts'
import {
  insert,
  mergeNext,
  mergePrevious,
  pinpoint,
  split,
  swap,
  unmatch,
} from './bead-operations-borders.ts'
import { move, pop, pull, push, shift } from './bead-operations-moving.ts'
import { isEmptyRow, type BeadRow, type CrossLink, type Rearranged } from './bead-operations-rows.ts'

export interface BeadOperationOptions {
  /** The side whose segments are never brought together in one bead; null: neither. */
  readonly lockedSide: Side | null
  readonly newId: () => BeadId
}

export interface BeadOperationResult {
  /** The window's beads after the operation; those that it did not touch are the very same objects. */
  readonly beads: readonly Bead[]
  /** Where a person goes on. */
  readonly current: BeadId
  /** For each bead that is gone, the one that stands for it now: it holds what had been its first segment. */
  readonly heirs: ReadonlyMap<BeadId, BeadId>
  /** Pairs of passages that the operation wants linked across. */
  readonly links: readonly CrossLink[]
}

/**
 * Does one operation to some neighbouring beads of a pair, in reading order. The window must reach as far as the
 * operation does: the beads it names, one more on either side, and for pull and push the next gap of the side
 * (or verified bead) after them. Where the window ends, the pair is taken to end.
 *
 * Every segment stays in exactly one bead and in its order. A bead whose segments change is `auto`, without
 * confidence and mark, and by hand unless it only moved along; its flag for review stays. Throws `not_found` for a bead or segment that is not in the
 * window, `conflict` where there is nothing to be done or the lock forbids it.
 */
export function applyBeadOperation(
  window: readonly Bead[],
  operation: BeadOperation,
  { lockedSide, newId }: BeadOperationOptions,
): BeadOperationResult {
  const rearranged = rearrange(window, operation, newId)
  const known = new Map(window.map((bead) => [bead.id, bead]))
  // A row that was empty before is one that a person put there and has not filled yet.
  const wasEmpty = (id: BeadId): boolean => {
    const bead = known.get(id)
    return bead !== undefined && isEmptyRow(bead)
  }
  const rows = rearranged.rows.filter(
    (row) => !isEmptyRow(row) || row.id === rearranged.inserted || wasEmpty(row.id),
  )
  if (lockedSide !== null) refuseToJoinLocked(window, rows, lockedSide)
  const heirs = findHeirs(window, rows)
  const reviewed = new Set(window.filter((bead) => bead.review).map((bead) => heirs.get(bead.id) ?? bead.id))
  const marked = new Set(rearranged.marked)
  const shifted = new Set(rearranged.shifted)
  const beads = rows.map((row) => {
    const bead = toBead(row, known.get(row.id), {
      review: reviewed.has(row.id),
      byHand: !shifted.has(row.id),
    })
    if (marked.has(row.id)) return { ...bead, unmatched: true }
    return row.id === rearranged.unmarked ? { ...bead, unmatched: false } : bead
  })
  return {
    beads,
    current: heirs.get(rearranged.current) ?? rearranged.current,
    heirs,
    links: rearranged.links ?? [],
  }
}

function rearrange(beads: readonly Bead[], operation: BeadOperation, newId: () => BeadId): Rearranged {
  switch (operation.kind) {
    case 'pull':
      return pull(beads, operation.beadId, operation.side)
    case 'push':
      return push(beads, operation.beadId, operation.side, newId)
    case 'merge-previous':
      return mergePrevious(beads, operation.beadId)
    case 'merge-next':
      return mergeNext(beads, operation.beadId)
    case 'insert':
      return insert(beads, operation.beadId, newId)
    case 'shift':
      return shift(beads, operation.beadId, operation.side, newId)
    case 'pop':
      return pop(beads, operation.beadId, operation.side, newId)
    case 'split':
      return split(beads, operation.segmentId, newId)
    case 'unmatch':
      return unmatch(beads, operation.beadId, newId)
    case 'swap':
      return swap(beads, operation.beadId)
    case 'pinpoint':
      return pinpoint(beads, operation.left, operation.right, newId)
    case 'move':
      return move(beads, operation.segmentId, operation.beadId)
  }
}

function isSameCell(one: readonly SegmentId[], other: readonly SegmentId[]): boolean {
  return one.length === other.length && one.every((id, place) => id === other[place])
}

function toBead(
  row: BeadRow,
  before: Bead | undefined,
  { review, byHand }: Pick<Bead, 'review' | 'byHand'>,
): Bead {
  if (before !== undefined && isSameCell(row.left, before.left) && isSameCell(row.right, before.right)) {
    return before.review === review ? before : { ...before, review }
  }
  const { id, left, right } = row
  return { id, left, right, confidence: null, status: 'auto', unmatched: false, byHand, review }
}

/** A bead that is gone lives on where its first segment went; an empty one in its neighbour. */
function findHeirs(window: readonly Bead[], rows: readonly BeadRow[]): Map<BeadId, BeadId> {
  const present = new Set(rows.map((row) => row.id))
  const holders = new Map<SegmentId, BeadId>()
  for (const row of rows) for (const id of [...row.left, ...row.right]) holders.set(id, row.id)
  const heirs = new Map<BeadId, BeadId>()
  for (const [place, bead] of window.entries()) {
    if (present.has(bead.id)) continue
    const neighbours = [...window.slice(place + 1), ...window.slice(0, place).toReversed()]
    const holder = [bead, ...neighbours]
      .flatMap(({ left, right }) => [left[0] ?? right[0]])
      .map((first) => (first === undefined ? undefined : holders.get(first)))
      .find((id) => id !== undefined)
    if (holder !== undefined) heirs.set(bead.id, holder)
  }
  return heirs
}

/** What was in two beads of the locked side before must not be in one now. */
function refuseToJoinLocked(window: readonly Bead[], rows: readonly BeadRow[], side: Side): void {
  const before = new Map(window.flatMap((bead) => bead[side].map((id) => [id, bead.id] as const)))
  for (const row of rows) {
    const origins = new Set(row[side].map((id) => before.get(id)))
    if (origins.size > 1) {
      throw new DuizhaoError(
        'conflict',
        'This side is locked: two of its sentences cannot be put into one row. Unlock it first.',
        { reason: 'locked', side },
      )
    }
  }
}
