import type { Side } from '../../shared/domain/article.ts'
import type { BeadId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import { deleteBead, insertBeadSegment, moveBeadNotes, type BeadMember } from './beads.repo.ts'

interface Membership extends BeadMember {
  readonly pairId: PairId
}

/** Where a segment stands in every pair that holds its article, removed ones too. */
function readMemberships(db: ReadDb, segmentId: SegmentId): Membership[] {
  return db.all(
    `SELECT pair_id AS pairId, bead_id AS beadId, side, segment_id AS segmentId, position AS place
     FROM bead_segments WHERE segment_id = ? ORDER BY pair_id`,
    [segmentId],
  )
}

/** Moves the places of a cell beyond one up or down by one. */
function movePlaces(db: WriteDb, { beadId, side, place }: BeadMember, by: 1 | -1): void {
  db.run('UPDATE bead_segments SET position = position + ? WHERE bead_id = ? AND side = ? AND position > ?', [
    by,
    beadId,
    side,
    place,
  ])
}

/** A segment that was divided stays in its beads, in every pair; its second half comes right after it. */
export function addSecondHalf(db: WriteDb, first: SegmentId, second: SegmentId): void {
  for (const member of readMemberships(db, first)) {
    movePlaces(db, member, 1)
    insertBeadSegment(db, member.pairId, { ...member, segmentId: second, place: member.place + 1 })
  }
}

/**
 * The beads that hold a segment whose text was edited, in every pair: the aligner's figure was about another text.
 * What a person has verified stays so after a light edit; after a heavy one it is to be looked at again.
 */
export function doubtBeadsOf(db: WriteDb, segmentId: SegmentId, isLight: boolean): void {
  for (const { beadId } of readMemberships(db, segmentId)) {
    db.run('UPDATE beads SET confidence = NULL WHERE id = ? AND confidence IS NOT NULL', [beadId])
    if (isLight) continue
    db.run("UPDATE beads SET status = 'auto', review = 1 WHERE id = ? AND status = 'verified'", [beadId])
  }
}

/**
 * Takes a segment out of its beads that becomes part of the one before it, `kept`, and so belongs to that one's
 * bead. Beads of which it was a part by itself are changed and no longer verified; one that is left empty goes,
 * and its notes go to the bead of `kept`.
 */
export function takeOutOfBeads(db: WriteDb, gone: SegmentId, kept: SegmentId): void {
  const stays = new Map(readMemberships(db, kept).map((member) => [member.pairId, member.beadId]))
  for (const member of readMemberships(db, gone)) {
    db.run('DELETE FROM bead_segments WHERE pair_id = ? AND segment_id = ?', [member.pairId, gone])
    movePlaces(db, member, -1)
    const heir = stays.get(member.pairId)
    if (heir === undefined || heir === member.beadId) continue
    markChanged(db, heir)
    if (isEmpty(db, member.beadId)) {
      passReview(db, member.beadId, heir)
      moveBeadNotes(db, member.beadId, heir)
      deleteBead(db, member.beadId)
    } else {
      markChanged(db, member.beadId)
    }
  }
}

function isEmpty(db: ReadDb, id: BeadId): boolean {
  return (
    db.get<{ side: Side }>('SELECT side FROM bead_segments WHERE bead_id = ? LIMIT 1', [id]) === undefined
  )
}

function markChanged(db: WriteDb, id: BeadId): void {
  db.run("UPDATE beads SET status = 'auto', confidence = NULL, unmatched = 0, by_hand = 1 WHERE id = ?", [id])
}

function passReview(db: WriteDb, from: BeadId, to: BeadId): void {
  db.run('UPDATE beads SET review = 1 WHERE id = ? AND (SELECT review FROM beads WHERE id = ?) = 1', [
    to,
    from,
  ])
}
