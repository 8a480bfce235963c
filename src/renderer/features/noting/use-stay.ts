import { useState } from 'react'
import type { FullNote } from '../../../shared/contract/schemas/note.ts'
import type { NoteId } from '../../../shared/domain/ids.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import type { Stay } from './note-pane.tsx'

export interface StayControl {
  readonly stay: Stay | null
  /** The note that is asked for is not in the library. */
  readonly isGone: boolean
  readonly begin: () => void
  readonly leave: () => void
  /** Takes what a save answered. */
  readonly take: (note: FullNote | null) => void
}

/** Keeps the editor of the open note: it is opened once, and outlives that its note is renamed or made anew. */
export function useStay(noteId: NoteId | null): StayControl {
  const [stay, setStay] = useState<Stay | null>(null)
  const isOpen = stay !== null && stay.noteId === noteId
  const { data, isFetching } = useApiQuery(
    'notes.get',
    { target: { kind: 'note', noteId: noteId ?? NO_ID } },
    { enabled: noteId !== null },
  )
  const open = (note: FullNote | null, takesFocus: boolean): void => {
    setStay({
      key: note === null ? `new-${crypto.randomUUID()}` : `note-${note.id}`,
      note,
      noteId: note?.id ?? null,
      takesFocus,
    })
  }
  // An answer of earlier may be out of date, and would be written over what is there now.
  const found = noteId === null || isFetching ? undefined : data?.[0]
  if (found !== undefined && !isOpen) open(found, false)

  return {
    stay: isOpen ? stay : null,
    isGone: noteId !== null && data?.length === 0 && !isFetching && !isOpen,
    begin: () => open(null, true),
    leave: () => setStay(null),
    take: (note) =>
      setStay((before) => (before === null ? null : { ...before, noteId: note?.id ?? before.noteId })),
  }
}

const NO_ID = 'none' as NoteId
