import type { AlignSegment } from '../../shared/align/aligner.ts'
import type { Side } from '../../shared/domain/article.ts'
import type { Bead } from '../../shared/domain/bead.ts'
import type { ArticleId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import { POSITION_STEP } from '../articles/text.repo.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

export interface AlignableSegment extends AlignSegment {
  readonly id: SegmentId
}

/** An article's segments as an aligner wants them, in reading order. */
export function readAlignableSegments(db: ReadDb, articleId: ArticleId): AlignableSegment[] {
  interface Row {
    id: SegmentId
    text: string
    kind: AlignSegment['kind']
    opensBlock: 0 | 1
  }
  return db
    .all<Row>(
      `SELECT s.id, s.text, b.kind,
         s.position = min(s.position) OVER (PARTITION BY s.block_id) AS opensBlock
       FROM blocks AS b JOIN segments AS s ON s.block_id = b.id
       WHERE b.article_id = ? ORDER BY b.position, s.position`,
      [articleId],
    )
    .map((row) => ({ ...row, opensBlock: row.opensBlock === 1 }))
}

export function countVerifiedBeads(db: ReadDb, pairId: PairId): number {
  return (
    db.value<number>("SELECT count(*) FROM beads WHERE pair_id = ? AND status = 'verified'", [pairId]) ?? 0
  )
}

export function deleteBeads(db: WriteDb, pairId: PairId): void {
  db.run('DELETE FROM bead_segments WHERE pair_id = ?', [pairId])
  db.run('DELETE FROM beads WHERE pair_id = ?', [pairId])
}

/** Writes a pair's beads in order. */
export function insertBeads(db: WriteDb, pairId: PairId, beads: readonly Bead[]): void {
  for (const [index, bead] of beads.entries()) {
    db.run('INSERT INTO beads (id, pair_id, position, confidence, status) VALUES (?, ?, ?, ?, ?)', [
      bead.id,
      pairId,
      (index + 1) * POSITION_STEP,
      bead.confidence,
      bead.status,
    ])
    const sides: readonly [Side, readonly SegmentId[]][] = [
      ['left', bead.left],
      ['right', bead.right],
    ]
    for (const [side, segmentIds] of sides) {
      for (const [place, segmentId] of segmentIds.entries()) {
        db.run(
          'INSERT INTO bead_segments (pair_id, segment_id, bead_id, side, position) VALUES (?, ?, ?, ?, ?)',
          [pairId, segmentId, bead.id, side, place],
        )
      }
    }
  }
}
