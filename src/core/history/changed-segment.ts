import type { SegmentId } from '../../shared/domain/ids.ts'
import type { RowChange } from '../store/capture.ts'
import type { ReadDb } from '../store/handles.ts'

/** So many changes are looked at: the first tells where a step was. */
const MOST = 200

/** Where in the text a step was: the first segment that it changed, or that what it changed stands in; null: nowhere. */
export function changedSegment(db: ReadDb, changes: readonly RowChange[]): SegmentId | null {
  for (const change of changes.slice(0, MOST)) {
    const row = JSON.parse(change.after ?? change.before ?? '{}') as Record<string, unknown>
    const id = segmentOf(db, change.table, row)
    if (id === null) continue
    if (db.value<number>('SELECT 1 FROM segments WHERE id = ?', [id]) !== undefined) return id
  }
  return null
}

function segmentOf(db: ReadDb, table: string, row: Record<string, unknown>): SegmentId | null {
  switch (table) {
    case 'segments':
      return row['id'] as SegmentId
    case 'bead_segments':
    case 'span_parts':
    case 'link_end_parts':
      return row['segment_id'] as SegmentId
    case 'beads':
      return (
        db.value<SegmentId>(
          'SELECT segment_id FROM bead_segments WHERE bead_id = ? ORDER BY side, position LIMIT 1',
          [String(row['id'])],
        ) ?? null
      )
    default:
      return null
  }
}
