import { newId } from '../area-context.ts'
import type { Original } from '../articles/articles.repo.ts'
import { POSITION_STEP } from '../articles/text.repo.ts'
import { insertPair, markPairAligned, setPairRemoved } from '../pairs/pairs.repo.ts'
import type { WriteDb } from '../store/handles.ts'
import type { PreparedPair } from './prepare-pair.ts'
import { writeArticle } from './write-article.ts'

/** Written in the place of the aligner's name: somebody else aligned it, elsewhere. */
export const IMPORTED_ALIGNER = 'imported'

/** Beads that go in with one statement. */
const BATCH = 2000

/**
 * Writes two articles, their pair and its beads. The many rows go in unrecorded, as a pair that was removed;
 * bringing the three back is what is recorded, so undoing an import is a soft delete that loses nothing.
 */
export function writePair(db: WriteDb, pair: PreparedPair, original: Original, at: number): void {
  writeArticle(db, pair.left, original, at)
  writeArticle(db, pair.right, original, at)
  db.uncaptured(() => {
    const { id, left, right } = pair
    insertPair(db, { id, kind: 'parallel', leftArticleId: left.id, rightArticleId: right.id, at })
    markPairAligned(db, id, IMPORTED_ALIGNER, at)
    setPairRemoved(db, id, at)
    insertBeads(db, pair, at)
  })
  setPairRemoved(db, pair.id, null)
}

function insertBeads(db: WriteDb, { id, beads }: PreparedPair, at: number): void {
  for (let from = 0; from < beads.length; from += BATCH) {
    const batch = beads.slice(from, from + BATCH)
    const rows = batch.map(({ id: beadId, confidence, status, unmatched, review }, index) => [
      beadId,
      (from + index + 1) * POSITION_STEP,
      confidence,
      status,
      unmatched ? 1 : 0,
      review ? 1 : 0,
    ])
    db.run(
      `INSERT INTO beads (id, pair_id, position, confidence, status, unmatched, review)
       SELECT value ->> 0, ?, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)`,
      [id, JSON.stringify(rows)],
    )
    const segments = batch.flatMap((bead) =>
      (['left', 'right'] as const).flatMap((side) =>
        bead[side].map((segmentId, place) => [segmentId, bead.id, side, place]),
      ),
    )
    db.run(
      `INSERT INTO bead_segments (pair_id, segment_id, bead_id, side, position)
       SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`,
      [id, JSON.stringify(segments)],
    )
    for (const { id: beadId, note } of batch) {
      if (note === null) continue
      db.run('INSERT INTO notes (id, body, bead_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?)', [
        newId<'note'>(),
        note,
        beadId,
        at,
        at,
      ])
    }
  }
}
