import { useEffect, type ReactNode } from 'react'
import { showNoteDialog, useNoteDialog } from '../data/note-dialog.ts'
import { useRoute } from '../data/route.ts'
import { NoteDialog } from '../features/annotating/note/note-dialog.tsx'

/** The notes that were asked for, over whatever page asked. */
export function NoteDialogHost(): ReactNode {
  const dialog = useNoteDialog()
  const route = useRoute()
  // What is gone to is another place, with notes of its own.
  useEffect(() => showNoteDialog(null), [route])
  if (dialog === null) return null
  const key = dialog.kind === 'bead' ? dialog.beadId : dialog.articles.map(({ id }) => id).join()
  return <NoteDialog key={key} asked={dialog} onClose={() => showNoteDialog(null)} />
}
