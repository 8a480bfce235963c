import type { ArticleId, HighlightId, NoteId, SpanId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

/** Whether a pair that is in the library has one of the articles on either side and the other facing it. */
export function isPaired(db: ReadDb, one: ArticleId, other: ArticleId): boolean {
  return (
    db.value(
      `SELECT 1 FROM pairs WHERE deleted_at IS NULL
         AND ((left_article_id = @one AND right_article_id = @other)
           OR (left_article_id = @other AND right_article_id = @one)) LIMIT 1`,
      { one, other },
    ) !== undefined
  )
}

/** Deletes a span with its parts (by cascade). */
export function deleteSpan(db: WriteDb, id: SpanId): void {
  db.run('DELETE FROM spans WHERE id = ?', [id])
}

/** Gives a span to another highlight, which must have none in its role. */
export function giveSpan(db: WriteDb, id: SpanId, to: HighlightId): void {
  db.run('UPDATE spans SET highlight_id = ? WHERE id = ?', [to, id])
  db.run('UPDATE span_parts SET highlight_id = ? WHERE span_id = ?', [to, id])
}

/** Puts the tags of one highlight on another too, in their order; what it has already stays as it is. */
export function copyTags(db: WriteDb, from: HighlightId, to: HighlightId): void {
  db.run(
    `INSERT OR IGNORE INTO highlight_tags (highlight_id, tag_id, created_at)
     SELECT ?, tag_id, created_at FROM highlight_tags WHERE highlight_id = ?`,
    [to, from],
  )
}

/** Gives a note to another highlight, which must have none. */
export function giveNote(db: WriteDb, noteId: NoteId, to: HighlightId): void {
  db.run('UPDATE notes SET highlight_id = ? WHERE id = ?', [to, noteId])
}
