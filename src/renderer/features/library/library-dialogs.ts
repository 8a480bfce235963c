import { create } from 'zustand'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { ArticleId } from '../../../shared/domain/ids.ts'

/** The dialog of the library that is open. */
export type LibraryDialog =
  | { readonly kind: 'renameTag'; readonly tag: Tag }
  /** `below`: the tags under it, which go with it. */
  | { readonly kind: 'removeTag'; readonly tag: Tag; readonly below: readonly Tag[] }
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
