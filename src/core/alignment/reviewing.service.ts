import type { Side } from '../../shared/domain/article.ts'
import type { BeadFilter } from '../../shared/domain/bead.ts'
import type { BeadId, PairId } from '../../shared/domain/ids.ts'
import type { AreaContext } from '../area-context.ts'
import { findSegment } from '../articles/text.repo.ts'
import { shorten } from '../history/shorten.ts'
import { setPairLock } from '../pairs/pairs.repo.ts'
import { requirePairOutline } from '../pairs/pairs.service.ts'
import type { ReadDb } from '../store/handles.ts'
import { findBeadPosition, readBeads } from './beads.repo.ts'
import { placeOfBead, type BeadPlace } from './editing.service.ts'
import { requireBeadPosition } from './operation-window.ts'
import {
  countBeadKinds,
  countEmpty,
  countToVerify,
  findLeastSure,
  findNextBead,
  removeEmpty,
  setReview,
  setVerified,
  type BeadCounts,
  type BeadRange,
} from './reviewing.repo.ts'

/** Which beads a person verifies, or takes back; with a filter, only those that it lets through. */
export type BeadChoice =
  | { readonly kind: 'beads'; readonly beadIds: readonly BeadId[] }
  | { readonly kind: 'up-to'; readonly beadId: BeadId; readonly filter?: BeadFilter }
  | { readonly kind: 'all'; readonly filter?: BeadFilter }

export interface NextQuery {
  readonly from: BeadId | null
  readonly filter: BeadFilter | 'lowest'
  readonly direction: 'forward' | 'backward'
}

export interface ReviewingService {
  counts(pairId: PairId): BeadCounts
  /** The next bead of a kind, going round at the end; the bead one comes from only when there is no other. */
  next(pairId: PairId, query: NextQuery): BeadPlace | null
  /**
   * Answers how many beads have got the other status. Verifying removes the empty beads among those chosen. Throws
   * `not_found` for a bead that the pair does not have.
   */
  verify(pairId: PairId, choice: BeadChoice, verified: boolean, origin: string | null): number
  review(pairId: PairId, beadId: BeadId, review: boolean, origin: string | null): void
  lock(pairId: PairId, side: Side | null, origin: string | null): void
}

/** The beginning of a bead's text. */
function textOf(db: ReadDb, pairId: PairId, position: number): string {
  const [bead] = readBeads(db, pairId, position, position)
  const first = bead?.left[0] ?? bead?.right[0]
  return first === undefined ? '' : shorten(findSegment(db, first)?.text ?? '')
}

export function createReviewingService({ store, now }: AreaContext): ReviewingService {
  function toRange(pairId: PairId, choice: BeadChoice): BeadRange {
    switch (choice.kind) {
      case 'beads':
        for (const id of choice.beadIds) requireBeadPosition(store.read, pairId, id)
        return choice
      case 'up-to':
        return {
          kind: 'up-to',
          position: requireBeadPosition(store.read, pairId, choice.beadId),
          filter: choice.filter ?? 'all',
        }
      case 'all':
        return { kind: 'all', filter: choice.filter ?? 'all' }
    }
  }

  /** The text of the one bead that was chosen, or of the last of many. */
  function subjectOf(pairId: PairId, choice: BeadChoice, range: BeadRange): string {
    if (range.kind === 'up-to') return textOf(store.read, pairId, range.position)
    const [id] = choice.kind === 'beads' ? choice.beadIds : []
    if (id !== undefined) return textOf(store.read, pairId, requireBeadPosition(store.read, pairId, id))
    const { leftTitle, rightTitle } = requirePairOutline(store.read, pairId)
    return `${leftTitle} ⇄ ${rightTitle}`
  }

  return {
    counts(pairId) {
      requirePairOutline(store.read, pairId)
      return countBeadKinds(store.read, pairId)
    },

    next(pairId, { from, filter, direction }) {
      requirePairOutline(store.read, pairId)
      const found =
        filter === 'lowest'
          ? findLeastSure(store.read, pairId, from)
          : findRound(store.read, pairId, filter, {
              // A bead that is gone since: begin at the edge.
              position: from === null ? null : findBeadPosition(store.read, pairId, from),
              direction,
            })
      return found === null ? null : placeOfBead(store.read, pairId, found)
    },

    verify(pairId, choice, verified, origin) {
      requirePairOutline(store.read, pairId)
      const range = toRange(pairId, choice)
      const subject = subjectOf(pairId, choice, range)
      const changed = countToVerify(store.read, pairId, range, verified)
      // The step that only takes empty rows away counts these.
      const count = changed === 0 && verified ? countEmpty(store.read, pairId, range) : changed
      const label = { kind: verified ? 'bead.verify' : 'bead.unverify', subject, count } as const
      return store.write({ label, scope: `pair:${pairId}`, origin }, (db) => {
        if (verified) removeEmpty(db, pairId, range)
        return setVerified(db, pairId, range, verified)
      })
    },

    review(pairId, beadId, review, origin) {
      requirePairOutline(store.read, pairId)
      const position = requireBeadPosition(store.read, pairId, beadId)
      const kind = review ? 'bead.review' : 'bead.unflag'
      const label = { kind, subject: textOf(store.read, pairId, position), count: 1 } as const
      store.write({ label, scope: `pair:${pairId}`, origin }, (db) => setReview(db, beadId, review))
    },

    lock(pairId, side, origin) {
      const { leftTitle, rightTitle, lockedSide } = requirePairOutline(store.read, pairId)
      if (side === lockedSide) return
      const kind = side === null ? 'pair.unlock' : 'pair.lock'
      const label = { kind, subject: `${leftTitle} ⇄ ${rightTitle}`, count: 1 } as const
      store.write({ label, scope: `pair:${pairId}`, origin }, (db) => setPairLock(db, pairId, side, now()))
    },
  }
}

function findRound(
  db: ReadDb,
  pairId: PairId,
  filter: BeadFilter,
  from: { readonly position: number | null; readonly direction: 'forward' | 'backward' },
): BeadId | null {
  const found = findNextBead(db, pairId, filter, from)
  if (found !== null || from.position === null) return found
  return findNextBead(db, pairId, filter, { ...from, position: null })
}
