import type { ReactNode } from 'react'
import type { Job } from '../../../shared/contract/schemas/job.ts'
import { goToLibrary } from '../../data/route.ts'
import { useCommand } from '../../data/use-command.ts'
import { describeEnvelopeError } from '../../i18n/describe-error.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { HeaderTitle, Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import styles from './import-review.module.css'

export interface ImportProgressProps {
  /** Undefined while nothing is known of the job. */
  readonly job: Job | undefined
  readonly status: ReactNode
}

/** While files are being read, and when that came to nothing. */
export function ImportProgress({ job, status }: ImportProgressProps): ReactNode {
  const t = useT('importing')
  return (
    <Page label={t('title')} status={status} header={<HeaderTitle title={t('title')} />}>
      <div className={styles['waiting']}>
        <State job={job} />
      </div>
    </Page>
  )
}

function State({ job }: { readonly job: Job | undefined }): ReactNode {
  const t = useT('importing')
  const { mutate: cancel } = useCommand('jobs.cancel')
  const toLibrary = <Button onClick={() => goToLibrary()}>{t('toLibrary')}</Button>
  switch (job?.state) {
    case 'queued':
    case 'running':
      return (
        <>
          <p role="status">{t('reading', { count: job.total })}</p>
          <Progress label={t('reading', { count: job.total })} value={job.done} max={job.total} />
          <Button onClick={() => cancel({ jobId: job.id })}>{t('stop')}</Button>
        </>
      )
    case 'cancelled':
      return <EmptyState title={t('stopped')} actions={toLibrary} />
    case 'failed': {
      const reason = job.error === null ? null : describeEnvelopeError(job.error)
      return (
        <EmptyState title={reason?.title ?? t('failed')} actions={toLibrary}>
          {reason?.todo}
        </EmptyState>
      )
    }
    case 'done':
    case undefined:
      return (
        <EmptyState title={t('gone')} actions={toLibrary}>
          {t('goneHint')}
        </EmptyState>
      )
  }
}
