import type { ReactNode } from 'react'
import { EditDialog } from './edit-dialog.tsx'
import { showLibraryDialog, useLibraryDialog } from './library-dialogs.ts'
import { PairDialog } from './pair-dialog.tsx'

/** Draws the dialog of the library that is open, if one is. */
export function LibraryDialogHost(): ReactNode {
  const dialog = useLibraryDialog()
  const close = (): void => showLibraryDialog(null)
  switch (dialog?.kind) {
    case 'edit':
      return <EditDialog articleId={dialog.articleId} onClose={close} />
    case 'pair':
      return <PairDialog key={dialog.articleIds.join()} articleIds={dialog.articleIds} onClose={close} />
    case undefined:
      return null
  }
}
