import type { ArticleId, BlockId, SegmentId, SpeakerId } from '../../shared/domain/ids.ts'
import type { BlockKind } from '../../shared/domain/text.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import { POSITION_STEP } from './text.repo.ts'

/** A block's own row. */
export interface StoredBlock {
  readonly id: BlockId
  readonly articleId: ArticleId
  readonly position: number
  readonly kind: BlockKind
  readonly level: number
  readonly speakerId: SpeakerId | null
}

const BLOCK = 'SELECT id, article_id AS articleId, position, kind, level, speaker_id AS speakerId FROM blocks'

export function readBlock(db: ReadDb, id: BlockId): StoredBlock | null {
  return db.get<StoredBlock>(`${BLOCK} WHERE id = ?`, [id]) ?? null
}

/** The next block of the article. */
export function readNextBlock(db: ReadDb, block: StoredBlock): StoredBlock | null {
  return (
    db.get<StoredBlock>(`${BLOCK} WHERE article_id = ? AND position > ? ORDER BY position LIMIT 1`, [
      block.articleId,
      block.position,
    ]) ?? null
  )
}

/** The ids of a block's segments in order. */
export function readSegmentIds(db: ReadDb, blockId: BlockId): SegmentId[] {
  return db
    .all<{ id: SegmentId }>('SELECT id FROM segments WHERE block_id = ? ORDER BY position', [blockId])
    .map((row) => row.id)
}

/** Puts a new block, still without text, right after another one. */
export function insertBlockAfter(db: WriteDb, block: StoredBlock, fresh: BlockId): void {
  const next = readNextBlock(db, block)
  const middle =
    next === null ? block.position + POSITION_STEP : Math.floor((block.position + next.position) / 2)
  const position = middle > block.position ? middle : makeRoomAfter(db, block)
  db.run('INSERT INTO blocks (id, article_id, position, kind, level, speaker_id) VALUES (?, ?, ?, ?, ?, ?)', [
    fresh,
    block.articleId,
    position,
    block.kind,
    block.level,
    block.speakerId,
  ])
}

/** Moves what follows a block away from it, no further than the next gap that is wide enough. */
function makeRoomAfter(db: WriteDb, block: StoredBlock): number {
  let floor = block.position + POSITION_STEP
  for (let next = readNextBlock(db, block); next !== null && next.position <= floor;) {
    const { id } = next
    const following = readNextBlock(db, next)
    floor += POSITION_STEP
    db.run('UPDATE blocks SET position = ? WHERE id = ?', [floor, id])
    next = following
  }
  return block.position + POSITION_STEP
}

export function updateBlockKind(db: WriteDb, id: BlockId, kind: BlockKind, level: number): void {
  db.run('UPDATE blocks SET kind = ?, level = ? WHERE id = ?', [kind, level, id])
}

/** Moves segments to the end of another block, in order. */
export function moveSegmentsTo(db: WriteDb, ids: readonly SegmentId[], blockId: BlockId): void {
  let position = db.value<number>('SELECT max(position) FROM segments WHERE block_id = ?', [blockId]) ?? 0
  for (const id of ids) {
    position += POSITION_STEP
    db.run('UPDATE segments SET block_id = ?, position = ? WHERE id = ?', [blockId, position, id])
  }
}

/** Deletes a block, which must have no segments any more. */
export function deleteBlock(db: WriteDb, id: BlockId): void {
  db.run('DELETE FROM blocks WHERE id = ?', [id])
}
