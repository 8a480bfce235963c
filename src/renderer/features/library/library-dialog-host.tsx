import type { ReactNode } from 'react'
import { EditDialog } from './edit-dialog.tsx'
import { showLibraryDialog, useLibraryDialog } from './library-dialogs.ts'
import { PairDialog } from './pair-dialog.tsx'
import { RemoveTagDialog } from './remove-tag-dialog.tsx'
import { RenameTagDialog } from './rename-tag-dialog.tsx'

/** Draws the dialog of the library that is open, if one is. */
export function LibraryDialogHost(): ReactNode {
  const dialog = useLibraryDialog()
  const close = (): void => showLibraryDialog(null)
  switch (dialog?.kind) {
    case 'edit':
      return <EditDialog articleId={dialog.articleId} onClose={close} />
    case 'pair':
      return <PairDialog key={dialog.articleIds.join()} articleIds={dialog.articleIds} onClose={close} />
    case 'renameTag':
      return <RenameTagDialog key={dialog.tag.id} tag={dialog.tag} onClose={close} />
    case 'removeTag':
      return <RemoveTagDialog tag={dialog.tag} below={dialog.below} onClose={close} />
    case undefined:
      return null
  }
}
