import type { AreaHandlers } from '../handlers.ts'
import type { NotesService } from './notes.service.ts'

export function notesHandlers(service: NotesService): AreaHandlers<'notes'> {
  return {
    'notes.save': ({ target, body, session }, { origin }) => ({
      note: service.save(target, body, session, origin),
    }),
    'notes.get': ({ target }) => service.get(target),
    'notes.list': ({ kinds, text, linksTo, from, limit }) =>
      service.list({ kinds, text, linksTo }, from, limit),
    'notes.remove': ({ noteIds }, { origin }) => {
      service.remove(noteIds, origin)
      return {}
    },
    'notes.backlinks': ({ targetKind, targetId }) => service.backlinks({ kind: targetKind, id: targetId }),
    'notes.linkTargets': ({ query, limit }) => service.linkTargets(query, limit),
    'notes.places': ({ links }) => service.places(links),
    'notes.onBeads': ({ pairId }) => service.onBeads(pairId),
  }
}
