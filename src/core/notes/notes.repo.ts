import type { Note } from '../../shared/contract/schemas/annotation.ts'
import type { HighlightId, NoteId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

export function findNoteOfHighlight(db: ReadDb, highlightId: HighlightId): Note | null {
  return (
    db.get<Note>(
      'SELECT id, body, created_at AS createdAt, updated_at AS updatedAt FROM notes WHERE highlight_id = ?',
      [highlightId],
    ) ?? null
  )
}

export function insertHighlightNote(
  db: WriteDb,
  note: { id: NoteId; highlightId: HighlightId; body: string; at: number },
): void {
  db.run('INSERT INTO notes (id, body, highlight_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?)', [
    note.id,
    note.body,
    note.highlightId,
    note.at,
    note.at,
  ])
}

export function updateNote(db: WriteDb, id: NoteId, body: string, at: number): void {
  db.run('UPDATE notes SET body = ?, updated_at = ? WHERE id = ?', [body, at, id])
}

export function deleteNote(db: WriteDb, id: NoteId): void {
  db.run('DELETE FROM notes WHERE id = ?', [id])
}
