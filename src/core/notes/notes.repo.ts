import type { Note } from '../../shared/contract/schemas/annotation.ts'
import type { ArticleId, BeadId, HighlightId, NoteId } from '../../shared/domain/ids.ts'
import { findNoteLinks } from '../../shared/text/find-note-links.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

/** A note as it is stored; at most one of the three ids is set. */
export interface StoredNote extends Note {
  readonly highlightId: HighlightId | null
  readonly articleId: ArticleId | null
  readonly beadId: BeadId | null
}

const NOTES = `
  SELECT n.id, n.body, n.highlight_id AS highlightId, n.article_id AS articleId, n.bead_id AS beadId,
    n.created_at AS createdAt, n.updated_at AS updatedAt
  FROM notes AS n`

export function findNote(db: ReadDb, id: NoteId): StoredNote | null {
  return db.get<StoredNote>(`${NOTES} WHERE n.id = ?`, [id]) ?? null
}

export function findNoteOfHighlight(db: ReadDb, highlightId: HighlightId): StoredNote | null {
  return db.get<StoredNote>(`${NOTES} WHERE n.highlight_id = ?`, [highlightId]) ?? null
}

/** Oldest first. */
export function listNotesOfArticle(db: ReadDb, articleId: ArticleId): StoredNote[] {
  return db.all<StoredNote>(`${NOTES} WHERE n.article_id = ? ORDER BY n.id`, [articleId])
}

/** Oldest first. */
export function listNotesOfBead(db: ReadDb, beadId: BeadId): StoredNote[] {
  return db.all<StoredNote>(`${NOTES} WHERE n.bead_id = ? ORDER BY n.id`, [beadId])
}

/** The notes of these ids that exist, in the order of the ids. */
export function readNotes(db: ReadDb, ids: readonly NoteId[]): StoredNote[] {
  return db.all<StoredNote>(
    `${NOTES} JOIN json_each(?) AS wanted ON wanted.value = n.id ORDER BY wanted.key`,
    [JSON.stringify(ids)],
  )
}

export function insertNote(
  db: WriteDb,
  note: {
    readonly id: NoteId
    readonly body: string
    readonly at: number
    readonly highlightId?: HighlightId | null
    readonly articleId?: ArticleId | null
    readonly beadId?: BeadId | null
  },
): void {
  db.run(
    `INSERT INTO notes (id, body, highlight_id, article_id, bead_id, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      note.id,
      note.body,
      note.highlightId ?? null,
      note.articleId ?? null,
      note.beadId ?? null,
      note.at,
      note.at,
    ],
  )
  keepLinks(db, note.id, note.body)
}

export function insertHighlightNote(
  db: WriteDb,
  note: { id: NoteId; highlightId: HighlightId; body: string; at: number },
): void {
  insertNote(db, note)
}

export function updateNote(db: WriteDb, id: NoteId, body: string, at: number): void {
  db.run('UPDATE notes SET body = ?, updated_at = ? WHERE id = ?', [body, at, id])
  keepLinks(db, id, body)
}

/** Deletes the note with its links (by cascade). Links to it stay in the notes that have them. */
export function deleteNote(db: WriteDb, id: NoteId): void {
  db.run('DELETE FROM notes WHERE id = ?', [id])
}

/** Brings the rows of a note's links in line with its text; writes only what differs. */
function keepLinks(db: WriteDb, id: NoteId, body: string): void {
  const key = (kind: string, target: string): string => `${kind}/${target}`
  const wanted = new Map(findNoteLinks(body).map((link) => [key(link.kind, link.id), link]))
  const stored = db.all<{ kind: string; target: string }>(
    'SELECT target_kind AS kind, target_id AS target FROM note_links WHERE note_id = ?',
    [id],
  )
  for (const { kind, target } of stored) {
    if (wanted.delete(key(kind, target))) continue
    db.run('DELETE FROM note_links WHERE note_id = ? AND target_kind = ? AND target_id = ?', [
      id,
      kind,
      target,
    ])
  }
  for (const link of wanted.values()) {
    db.run('INSERT INTO note_links (note_id, target_kind, target_id) VALUES (?, ?, ?)', [
      id,
      link.kind,
      link.id,
    ])
  }
}

export function listBeadsWithNotes(db: ReadDb, pairId: string): BeadId[] {
  return db
    .all<{ id: BeadId }>(
      'SELECT DISTINCT n.bead_id AS id FROM beads AS b JOIN notes AS n ON n.bead_id = b.id WHERE b.pair_id = ?',
      [pairId],
    )
    .map((row) => row.id)
}
