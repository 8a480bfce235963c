import type { NoteId } from '../../../shared/domain/ids.ts'
import {
  NOTE_KINDS,
  NOTE_LINK_KINDS,
  type NoteKind,
  type NoteLink,
} from '../../../shared/domain/note-link.ts'

/** What the room of notes shows: its filter, and the note that is open. */
export interface RoomQuery {
  readonly kind: NoteKind | null
  readonly text: string
  /** Only notes that link to this. */
  readonly linksTo: NoteLink | null
  readonly noteId: NoteId | null
  /** A new note is asked for. */
  readonly isNew: boolean
}

/** Reads the room's part of the address; what makes no sense there is left out. */
export function parseRoomQuery(query: string): RoomQuery {
  const params = new URLSearchParams(query)
  const [linkKind = '', linkId = ''] = (params.get('link') ?? '').split('/')
  const kind = NOTE_LINK_KINDS.find((each) => each === linkKind)
  const noteId = params.get('note') ?? ''
  return {
    kind: NOTE_KINDS.find((each) => each === params.get('kind')) ?? null,
    text: params.get('text') ?? '',
    linksTo: kind === undefined || linkId === '' ? null : { kind, id: linkId },
    // An id in an address is as good as any other; one that names nothing is told to be gone.
    noteId: noteId === '' ? null : (noteId as NoteId),
    isNew: params.has('new'),
  }
}

export function formatRoomQuery({ kind, text, linksTo, noteId, isNew }: RoomQuery): string {
  return new URLSearchParams({
    ...(kind === null ? {} : { kind }),
    ...(text === '' ? {} : { text }),
    ...(linksTo === null ? {} : { link: `${linksTo.kind}/${linksTo.id}` }),
    ...(noteId === null ? {} : { note: noteId }),
    ...(isNew ? { new: '1' } : {}),
  }).toString()
}
