import type { ReactNode } from 'react'
import { NoteBacklinks } from '../../features/annotating/note/note-backlinks.tsx'
import { NoteEditor } from '../../features/annotating/note/note-editor.tsx'
import { NotesRoom } from '../../features/noting/notes-room.tsx'

/** The room of notes with the editor that notes have everywhere. */
export function NotesPart({ query }: { readonly query: string }): ReactNode {
  return (
    <NotesRoom
      query={query}
      editor={({ key, ...wish }) => <NoteEditor key={key} {...wish} />}
      backlinks={(id) => <NoteBacklinks to={{ kind: 'note', id }} />}
    />
  )
}
