import type { ArticleId } from '../../shared/domain/ids.ts'
import { POSITION_STEP, type NewBlock } from '../articles/text.repo.ts'
import type { WriteDb } from '../store/handles.ts'

/** Blocks that go in with one statement. */
const BATCH = 2000

/** Writes an article's blocks and segments in order, many at a time. */
export function insertText(db: WriteDb, articleId: ArticleId, blocks: readonly NewBlock[]): void {
  for (let from = 0; from < blocks.length; from += BATCH) {
    const batch = blocks.slice(from, from + BATCH)
    const rows = batch.map(({ id, kind, level, speakerId }, index) => [
      id,
      (from + index + 1) * POSITION_STEP,
      kind,
      level,
      speakerId,
    ])
    db.run(
      `INSERT INTO blocks (id, article_id, position, kind, level, speaker_id)
       SELECT value ->> 0, ?, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`,
      [articleId, JSON.stringify(rows)],
    )
    const segments = batch.flatMap((block) =>
      block.segments.map(({ id, text, marks }, place) => [
        id,
        block.id,
        (place + 1) * POSITION_STEP,
        text,
        marks.length === 0 ? '[]' : JSON.stringify(marks),
      ]),
    )
    db.run(
      `INSERT INTO segments (id, article_id, block_id, position, text, marks)
       SELECT value ->> 0, ?, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`,
      [articleId, JSON.stringify(segments)],
    )
  }
}
