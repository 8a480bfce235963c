import { applyBeadOperation, type BeadOperationResult } from '../../shared/align/bead-operations.ts'
import type { BeadOperationInput } from '../../shared/contract/schemas/alignment.ts'
import type { BeadOperation, BeadOperationKind } from '../../shared/domain/bead-operation.ts'
import type { CommandKind } from '../../shared/domain/command-label.ts'
import type { BeadId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { refuseLockedArticle } from '../articles/segment-lock.ts'
import { splitSegment } from '../articles/split-segment.ts'
import { findSegment } from '../articles/text.repo.ts'
import { shorten } from '../history/shorten.ts'
import type { PairOutline } from '../pairs/pairs.repo.ts'
import { requirePairOutline } from '../pairs/pairs.service.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import { countBeadsBefore, findBeadPosition, readBeads } from './beads.repo.ts'
import { insertCrossLinks } from './cross-links.ts'
import { readOperationWindow, requireBeadPosition } from './operation-window.ts'
import { writeBeads } from './write-beads.ts'

/** The bead that is current after an operation, and its row among all beads, from 0. */
export interface BeadPlace {
  readonly beadId: BeadId
  readonly rowIndex: number
}

export interface EditingService {
  /**
   * Does one operation to the beads of a pair, as one step. Throws `not_found` for what the pair does not have,
   * `conflict` where a lock, a verified bead or the edge of the text forbids it, `invalid_input` for an offset
   * at which a text can't be divided.
   */
  edit(pairId: PairId, operation: BeadOperationInput, origin: string | null): BeadPlace
}

const KINDS: Readonly<Record<BeadOperationKind, CommandKind>> = {
  pull: 'bead.pull',
  push: 'bead.push',
  'merge-previous': 'bead.merge',
  'merge-next': 'bead.merge',
  insert: 'bead.insert',
  shift: 'bead.shift',
  pop: 'bead.pop',
  split: 'bead.split',
  unmatch: 'bead.unmatch',
  swap: 'bead.swap',
  pinpoint: 'bead.pinpoint',
  move: 'bead.move',
}

/** Where a bead is among all of its pair. Throws `not_found`. */
export function placeOfBead(db: ReadDb, pairId: PairId, beadId: BeadId): BeadPlace {
  return { beadId, rowIndex: countBeadsBefore(db, pairId, requireBeadPosition(db, pairId, beadId)) }
}

/** What the history calls an operation; taking a mark off is not the same as putting it on. */
function kindOf(db: ReadDb, pairId: PairId, operation: BeadOperationInput): CommandKind {
  if (operation.kind !== 'unmatch') return KINDS[operation.kind]
  const position = findBeadPosition(db, pairId, operation.beadId)
  const [bead] = position === null ? [] : readBeads(db, pairId, position, position)
  return bead?.unmatched === true ? 'bead.unmark' : 'bead.unmatch'
}

/** The beginning of what an operation is about, for the history to name it. */
function subjectOf(db: ReadDb, pairId: PairId, operation: BeadOperationInput): string {
  const segmentId = firstSegmentOf(db, pairId, operation)
  return segmentId === null ? '' : shorten(findSegment(db, segmentId)?.text ?? '')
}

function firstSegmentOf(db: ReadDb, pairId: PairId, operation: BeadOperationInput): SegmentId | null {
  if (operation.kind === 'split' || operation.kind === 'move') return operation.segmentId
  if (operation.kind === 'pinpoint') return operation.left
  const position = findBeadPosition(db, pairId, operation.beadId)
  const [bead] = position === null ? [] : readBeads(db, pairId, position, position)
  const own = 'side' in operation ? bead?.[operation.side][0] : undefined
  return own ?? bead?.left[0] ?? bead?.right[0] ?? null
}

export function createEditingService({ store, now }: AreaContext): EditingService {
  /** Divides the text first where the caret is inside it; gives the operation on beads that is left to do. */
  function prepare(db: WriteDb, operation: BeadOperationInput): BeadOperation {
    if (operation.kind !== 'split') return operation
    const { segmentId, offset } = operation
    if (offset === 0) return { kind: 'split', segmentId }
    refuseLockedArticle(db, segmentId)
    return { kind: 'split', segmentId: splitSegment(db, segmentId, offset, now()) }
  }

  function operate(db: WriteDb, pair: PairOutline, input: BeadOperationInput): BeadOperationResult {
    const operation = prepare(db, input)
    const window = readOperationWindow(db, pair.id, operation)
    const result = applyBeadOperation(window, operation, {
      lockedSide: pair.lockedSide,
      newId: newId<'bead'>,
    })
    writeBeads(db, pair.id, { window, beads: result.beads, heirs: result.heirs })
    insertCrossLinks(db, pair, result.links, now())
    return result
  }

  return {
    edit(pairId, operation, origin) {
      const pair = requirePairOutline(store.read, pairId)
      const label = {
        kind: kindOf(store.read, pairId, operation),
        subject: subjectOf(store.read, pairId, operation),
        count: 1,
      }
      // Dividing a sentence may keep a revision.
      const touches = operation.kind === 'split' ? (['revision'] as const) : []
      const { current } = store.write({ label, scope: `pair:${pairId}`, origin, touches }, (db) =>
        operate(db, pair, operation),
      )
      return placeOfBead(store.read, pairId, current)
    },
  }
}
