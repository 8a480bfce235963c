import type { Side } from '../../shared/domain/article.ts'
import type { BeadOperation } from '../../shared/domain/bead-operation.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { BeadId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import type { ReadDb } from '../store/handles.ts'
import {
  findBeadPosition,
  findSegmentPosition,
  findStop,
  LAST_POSITION,
  positionBeside,
  readBeads,
  type PlacedBead,
} from './beads.repo.ts'

/** The bead's position. Throws `not_found`. */
export function requireBeadPosition(db: ReadDb, pairId: PairId, id: BeadId): number {
  const position = findBeadPosition(db, pairId, id)
  if (position === null) {
    throw new DuizhaoError('not_found', 'There is no such row in this pair any more.', { id })
  }
  return position
}

function requireSegmentPosition(db: ReadDb, pairId: PairId, id: SegmentId): number {
  const position = findSegmentPosition(db, pairId, id)
  if (position === null) {
    throw new DuizhaoError('not_found', 'This sentence is in no row of this pair.', { id })
  }
  return position
}

/**
 * The beads that an operation may touch, and their neighbours: so few that a book costs what a page does. Throws
 * `not_found` for a bead or a segment that the pair does not have.
 */
export function readOperationWindow(db: ReadDb, pairId: PairId, operation: BeadOperation): PlacedBead[] {
  const bead = (id: BeadId): number => requireBeadPosition(db, pairId, id)
  const segment = (id: SegmentId): number => requireSegmentPosition(db, pairId, id)
  const around = (one: number, other: number): PlacedBead[] =>
    readBeads(
      db,
      pairId,
      positionBeside(db, pairId, Math.min(one, other), 'before'),
      positionBeside(db, pairId, Math.max(one, other), 'after'),
    )
  switch (operation.kind) {
    case 'pull':
    case 'push': {
      const at = bead(operation.beadId)
      const from = positionBeside(db, pairId, at, 'before')
      return readBeads(db, pairId, from, findReach(db, pairId, at, operation.side))
    }
    case 'split':
      return around(segment(operation.segmentId), segment(operation.segmentId))
    case 'pinpoint':
      return around(segment(operation.left), segment(operation.right))
    case 'move':
      return around(segment(operation.segmentId), bead(operation.beadId))
    default:
      return around(bead(operation.beadId), bead(operation.beadId))
  }
}

/** How far pulling or pushing goes from a bead: to the gap or verified bead where it stops, that one included. */
function findReach(db: ReadDb, pairId: PairId, at: number, side: Side): number {
  const [own] = readBeads(db, pairId, at, at)
  const isGap = own?.[side].length === 0
  const start = isGap ? findStop(db, pairId, at, { side, cell: 'filled' }) : at
  if (start === null) return LAST_POSITION
  return findStop(db, pairId, start, { side, cell: 'empty' }) ?? LAST_POSITION
}
