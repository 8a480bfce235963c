import type { TFunction } from 'i18next'
import { useState, type ReactNode } from 'react'
import type { Draft } from '../../../shared/contract/schemas/import.ts'
import type { DraftId, JobId } from '../../../shared/domain/ids.ts'
import { problemsOf } from '../../data/metadata-draft.ts'
import { goToLibrary } from '../../data/route.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { HeaderTitle, Page, Spring } from '../../ui/page.tsx'
import { DraftDetail } from './draft-detail.tsx'
import { DraftList } from './draft-list.tsx'
import styles from './import-review.module.css'
import { titleOf, UNKNOWN_LANGUAGE, useReview, type Review, type ReviewEntry } from './review-state.ts'
import { useSaveDrafts } from './use-save-drafts.ts'

export interface ImportReviewProps {
  readonly jobId: JobId
  readonly drafts: readonly Draft[]
  readonly status: ReactNode
}

/** What was read, to look at and correct before anything is saved. */
export function ImportReview({ jobId, drafts, status }: ImportReviewProps): ReactNode {
  const t = useT('importing')
  const shell = useT('shell')
  const review = useReview(jobId, drafts)
  const [current, setCurrent] = useState<DraftId | null>(null)
  const entry = review.entries.find(({ draft }) => draft.id === current) ?? review.entries[0]
  const { save, discard, isPending } = useSaveDrafts(jobId)
  const [blocked] = review.incomplete
  const readable = drafts.filter(({ status }) => status !== 'failed').length

  return (
    <Page
      label={t('title')}
      status={status}
      header={
        <>
          <HeaderTitle title={t('title')} detail={readSummary(t, readable, drafts.length - readable)} />
          <Spring />
          {blocked !== undefined && (
            <button type="button" className={styles['blocked']} onClick={() => setCurrent(blocked.draft.id)}>
              {t(isDateWrong(blocked) ? 'fixDate' : 'fix', { fields: titleOf(blocked) })}
            </button>
          )}
          <Button disabled={isPending} onClick={() => discard(goToLibrary)}>
            {readable === 0 ? shell('action.back') : t('discard')}
          </Button>
          {readable > 0 && (
            <Button
              tone="primary"
              disabled={isPending || review.toSave.length === 0 || blocked !== undefined}
              onClick={() => save(review)}
            >
              {saveLabel(t, review)}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['review']}>
        {drafts.length > 1 && (
          <DraftList review={review} current={entry?.draft.id ?? null} onCurrent={setCurrent} />
        )}
        {entry !== undefined && <DraftDetail key={entry.draft.id} entry={entry} review={review} />}
      </div>
    </Page>
  )
}

/** How many files there are to save, and how many there are not. */
function readSummary(t: TFunction<'importing'>, readable: number, failed: number): string {
  if (failed === 0) return t('read', { count: readable })
  return readable === 0 ? t('unread', { count: failed }) : t('readSome', { readable, failed })
}

/** What the button saves: texts, pairs, or files of both kinds. */
function saveLabel(t: TFunction<'importing'>, { toSave }: Review): string {
  const count = toSave.length
  if (count === 0) return t('saveNone')
  const pairs = toSave.filter(({ bitext }) => bitext !== undefined).length
  if (pairs === 0) return t('save', { count })
  return pairs === count ? t('bitext.save', { count }) : t('bitext.saveFiles', { count })
}

/** Whether all that is in the way is a date that is none. */
function isDateWrong({ metadata }: ReviewEntry): boolean {
  // Dates of aligned texts come from the file and are right or left out.
  if (metadata === null || metadata.language === UNKNOWN_LANGUAGE) return false
  const { title, date } = problemsOf(metadata)
  return title === undefined && date !== undefined
}
