import type { AreaHandlers } from '../handlers.ts'
import type { NotesService } from './notes.service.ts'

export function notesHandlers(service: NotesService): AreaHandlers<'notes'> {
  return {
    'notes.save': ({ highlightId, body, session }, { origin }) => ({
      note: service.save(highlightId, body, session, origin),
    }),
  }
}
