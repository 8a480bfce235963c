import { create } from 'zustand'
import type { ArticleId } from '../../shared/domain/ids.ts'

/** The article a dialog about its text is of. */
export interface RevisedArticle {
  readonly id: ArticleId
  readonly title: string
  readonly language: string
}

export interface RevisingDialog {
  /** `update`: from a corrected file. `revisions`: its former states. */
  readonly kind: 'update' | 'revisions'
  readonly article: RevisedArticle
}

interface RevisingDialogStore {
  readonly dialog: RevisingDialog | null
}

const useRevisingDialogStore = create<RevisingDialogStore>(() => ({ dialog: null }))

export function useRevisingDialog(): RevisingDialog | null {
  return useRevisingDialogStore(({ dialog }) => dialog)
}

/** Opens the update or the revisions of an article over the page; null closes them. */
export function showRevisingDialog(dialog: RevisingDialog | null): void {
  useRevisingDialogStore.setState({ dialog })
}
