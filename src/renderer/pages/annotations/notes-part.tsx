import type { ReactNode } from 'react'
import type { NoteId } from '../../../shared/domain/ids.ts'
import { NoteBacklinks } from '../../features/annotating/note/note-backlinks.tsx'
import { NoteEditor } from '../../features/annotating/note/note-editor.tsx'
import type { EditorWish } from '../../features/noting/note-slots.ts'
import { NotesRoom } from '../../features/noting/notes-room.tsx'

/** The room of notes with the editor that notes have everywhere. */
export function NotesPart({ query }: { readonly query: string }): ReactNode {
  return <NotesRoom query={query} editor={drawEditor} backlinks={drawBacklinks} />
}

function drawEditor({ key, ...wish }: EditorWish): ReactNode {
  return <NoteEditor key={key} {...wish} />
}

function drawBacklinks(id: NoteId): ReactNode {
  return <NoteBacklinks to={{ kind: 'note', id }} />
}
