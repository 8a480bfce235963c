import type { SegmentId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

export interface StoredPosition {
  readonly segmentId: SegmentId
  readonly offset: number
  readonly at: number
}

export function findPosition(db: ReadDb, target: string): StoredPosition | null {
  return (
    db.get<StoredPosition>(
      'SELECT segment_id AS segmentId, offset, at FROM reading_positions WHERE target = ?',
      [target],
    ) ?? null
  )
}

export function writePosition(db: WriteDb, target: string, position: StoredPosition): void {
  db.run(
    `INSERT INTO reading_positions (target, segment_id, offset, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (target) DO UPDATE SET segment_id = excluded.segment_id, offset = excluded.offset, at = excluded.at`,
    [target, position.segmentId, position.offset, position.at],
  )
}

/** Targets by when they were read last, newest first. */
export function listPositions(db: ReadDb): (StoredPosition & { target: string })[] {
  return db.all(
    'SELECT target, segment_id AS segmentId, offset, at FROM reading_positions ORDER BY at DESC, target LIMIT 500',
  )
}
