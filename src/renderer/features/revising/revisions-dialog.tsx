import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Revision } from '../../../shared/contract/schemas/revision.ts'
import type { RevisedArticle } from '../../data/revising-dialog.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { formatCount, formatMomentAlone } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { describeRevisingError } from './describe-revising-error.ts'
import styles from './dialogs.module.css'
import { RestoreDialog } from './restore-dialog.tsx'
import { TextDifference } from './text-difference.tsx'

export interface RevisionsDialogProps {
  readonly article: RevisedArticle
  readonly onClose: () => void
}

/** The former states of an article's text: what differs from the present, and the way back to one. */
export function RevisionsDialog({ article, onClose }: RevisionsDialogProps): ReactNode {
  const t = useT('revising')
  const shell = useT('shell')
  const { data: revisions } = useApiQuery('articles.revisions', { articleId: article.id })
  const [chosenId, setChosenId] = useState<Revision['id'] | null>(null)
  const [isAsking, setAsking] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const chosen = revisions?.find(({ id }) => id === chosenId) ?? revisions?.[0]
  // The arrow keys are for the list; it comes after the dialog.
  const isThere = revisions !== undefined
  useEffect(() => {
    if (isThere) list.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
  }, [isThere])

  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={t('revisions.title', { title: article.title })}
      closeLabel={shell('action.close')}
      footer={
        <Button tone="primary" disabled={chosen === undefined} onClick={() => setAsking(true)}>
          {t('revisions.restore')}
        </Button>
      }
    >
      {revisions !== undefined && revisions.length === 0 && (
        <EmptyState title={t('revisions.empty')}>
          <p>{t('revisions.emptyHint')}</p>
        </EmptyState>
      )}
      {revisions !== undefined && chosen !== undefined && (
        <div className={styles['revisions']}>
          <div ref={list} role="radiogroup" aria-label={t('revisions.label')} className={styles['list']}>
            {revisions.map((revision) => (
              <label key={revision.id} className={styles['revision']}>
                <input
                  type="radio"
                  name="revision"
                  checked={revision.id === chosen.id}
                  onChange={() => setChosenId(revision.id)}
                />
                <span className={styles['number']}>{t('revisions.number', { number: revision.number })}</span>{' '}
                <span>{formatMomentAlone(revision.madeAt)}</span>
                <span className={styles['detail']}>{t(`revisions.reason.${revision.reason}`)}</span>
                <span className={styles['detail']}>
                  {t('revisions.sizes', {
                    blocks: formatCount(revision.blockCount),
                    segments: formatCount(revision.segmentCount),
                    characters: formatCount(revision.characterCount),
                  })}
                </span>
              </label>
            ))}
          </div>
          <Compared key={chosen.id} article={article} revision={chosen} />
        </div>
      )}
      {isAsking && chosen !== undefined && (
        <RestoreDialog
          article={article}
          revision={chosen}
          onClose={() => setAsking(false)}
          onDone={onClose}
        />
      )}
    </Dialog>
  )
}

function Compared({
  article,
  revision,
}: {
  readonly article: RevisedArticle
  readonly revision: Revision
}): ReactNode {
  const t = useT('revising')
  const { data, error } = useApiQuery('articles.compareRevision', {
    articleId: article.id,
    revisionId: revision.id,
  })
  return (
    <section aria-label={t('revisions.compared')} aria-live="polite">
      {error !== null && <p role="alert">{describeRevisingError(error).title}</p>}
      {data !== undefined && (
        <TextDifference
          comparison={data}
          language={article.language}
          before={t('revisions.number', { number: revision.number })}
          after={t('revisions.present')}
        />
      )}
    </section>
  )
}
