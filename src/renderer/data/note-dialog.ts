import { create } from 'zustand'
import type { ArticleId, BeadId } from '../../shared/domain/ids.ts'

/** What notes are asked for: of one or both articles of a text, or of a bead. */
export type NoteDialog =
  | {
      readonly kind: 'articles'
      readonly articles: readonly {
        readonly id: ArticleId
        readonly title: string
        readonly language: string
      }[]
    }
  | { readonly kind: 'bead'; readonly beadId: BeadId; readonly number: number }

interface NoteDialogStore {
  readonly dialog: NoteDialog | null
}

const useNoteDialogStore = create<NoteDialogStore>(() => ({ dialog: null }))

export function useNoteDialog(): NoteDialog | null {
  return useNoteDialogStore(({ dialog }) => dialog)
}

/** Opens the notes on something over the page; null closes them. */
export function showNoteDialog(dialog: NoteDialog | null): void {
  useNoteDialogStore.setState({ dialog })
}
