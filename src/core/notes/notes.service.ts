import type { Note } from '../../shared/contract/schemas/annotation.ts'
import type { HighlightId } from '../../shared/domain/ids.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { requireHighlight } from '../annotations/annotations.service.ts'
import { shorten } from '../history/shorten.ts'
import { deleteNote, findNoteOfHighlight, insertHighlightNote, updateNote } from './notes.repo.ts'
import { plainNote } from './plain-note.ts'

export interface NotesService {
  /**
   * Saves a highlight's note (Markdown). Saves of one `session` are one step of the history; an empty body
   * removes the note. Throws `not_found`.
   */
  save(highlightId: HighlightId, body: string, session: string, origin: string | null): Note | null
}

export function createNotesService({ store, now }: AreaContext): NotesService {
  return {
    save(highlightId, body, session, origin) {
      const highlight = requireHighlight(store.read, highlightId)
      const existing = findNoteOfHighlight(store.read, highlightId)
      const isEmpty = body.trim() === ''
      if (isEmpty ? existing === null : existing?.body === body) return existing

      const [span] = highlight.spans
      const label = {
        kind: isEmpty ? 'note.remove' : 'note.save',
        subject: shorten(plainNote(isEmpty ? (existing?.body ?? '') : body)),
        count: 1,
      } as const
      const scope = span === undefined ? '' : `article:${span.articleId}`
      const mergeKey = `note:${highlightId}:${session}`
      store.write({ label, scope, origin, mergeKey }, (db) => {
        if (existing === null) insertHighlightNote(db, { id: newId<'note'>(), highlightId, body, at: now() })
        else if (isEmpty) deleteNote(db, existing.id)
        else updateNote(db, existing.id, body, now())
      })
      return findNoteOfHighlight(store.read, highlightId)
    },
  }
}
