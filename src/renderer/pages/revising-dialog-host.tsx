import { useEffect, type ReactNode } from 'react'
import { showRevisingDialog, useRevisingDialog } from '../data/revising-dialog.ts'
import { useRoute } from '../data/route.ts'
import { RevisionsDialog } from '../features/revising/revisions-dialog.tsx'
import { UpdateDialog } from '../features/revising/update-dialog.tsx'

/** The update or the revisions of an article, over whatever page asked. */
export function RevisingDialogHost(): ReactNode {
  const dialog = useRevisingDialog()
  const route = useRoute()
  const close = (): void => showRevisingDialog(null)
  // What is gone to is another place.
  useEffect(() => showRevisingDialog(null), [route])
  switch (dialog?.kind) {
    case 'update':
      return <UpdateDialog key={dialog.article.id} article={dialog.article} onClose={close} />
    case 'revisions':
      return <RevisionsDialog key={dialog.article.id} article={dialog.article} onClose={close} />
    case undefined:
      return null
  }
}
