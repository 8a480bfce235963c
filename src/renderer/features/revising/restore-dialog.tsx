import { useRef, type ReactNode } from 'react'
import type { Revision } from '../../../shared/contract/schemas/revision.ts'
import type { RevisedArticle } from '../../data/revising-dialog.ts'
import { useCommand } from '../../data/use-command.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toast.ts'
import { describeRevisingError } from './describe-revising-error.ts'
import { tellOutcome } from './tell-outcome.ts'

export interface RestoreDialogProps {
  readonly article: RevisedArticle
  readonly revision: Revision
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Asks before a former state becomes the text again, and says what that does to what was made on it. */
export function RestoreDialog({ article, revision, onClose, onDone }: RestoreDialogProps): ReactNode {
  const t = useT('revising')
  const shell = useT('shell')
  const confirm = useRef<HTMLButtonElement>(null)
  const { mutate: restore, isPending } = useCommand('articles.restoreRevision', { quiet: true })
  const { number, madeAt } = revision
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={t('restore.title', { number, moment: formatMoment(madeAt) })}
      initialFocus={confirm}
      footer={
        <>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
          <Button
            ref={confirm}
            tone="primary"
            disabled={isPending}
            onClick={() =>
              restore(
                { articleId: article.id, revisionId: revision.id },
                {
                  onSuccess: (outcome) => {
                    tellOutcome(t('restore.done', { number }), outcome)
                    onDone()
                  },
                  onError: (error) => {
                    const { title, todo } = describeRevisingError(error)
                    showToast({ title, description: todo, tone: 'error' })
                    onClose()
                  },
                },
              )
            }
          >
            {t('restore.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('restore.anchors')}</p>
      <p>{t('restore.kept')}</p>
    </Dialog>
  )
}
