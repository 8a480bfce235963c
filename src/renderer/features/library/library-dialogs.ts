import { create } from 'zustand'
import type { ArticleId } from '../../../shared/domain/ids.ts'

/** The dialog of the library that is open. */
export type LibraryDialog =
  | { readonly kind: 'edit'; readonly articleId: ArticleId }
  /** One article: the other is still to be chosen. */
  | { readonly kind: 'pair'; readonly articleIds: readonly [ArticleId] | readonly [ArticleId, ArticleId] }

interface DialogStore {
  readonly dialog: LibraryDialog | null
}

const useDialogStore = create<DialogStore>(() => ({ dialog: null }))

export function useLibraryDialog(): LibraryDialog | null {
  return useDialogStore(({ dialog }) => dialog)
}

export function showLibraryDialog(dialog: LibraryDialog | null): void {
  useDialogStore.setState({ dialog })
}
