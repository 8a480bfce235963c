import type { ReactNode } from 'react'
import type { FullNote, NoteTarget } from '../../../shared/contract/schemas/note.ts'
import type { NoteId } from '../../../shared/domain/ids.ts'

/** What the room asks of a note's editor; the page brings it. */
export interface EditorWish {
  /** Another key is another stay in the editor. */
  readonly key: string
  readonly target: NoteTarget
  readonly home: NoteTarget
  readonly body: string
  readonly label: string
  readonly takesFocus: boolean
  readonly onDone: () => void
  readonly onLeave: () => void
  readonly onSaved: (note: FullNote | null) => void
}

export interface NoteSlots {
  readonly editor: (wish: EditorWish) => ReactNode
  /** The notes that link to this one. */
  readonly backlinks: (noteId: NoteId) => ReactNode
}
