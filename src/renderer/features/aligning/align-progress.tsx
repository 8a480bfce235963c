import type { ReactNode } from 'react'
import type { Job } from '../../../shared/contract/schemas/job.ts'
import { useCommand } from '../../data/use-command.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'

/** How far the aligning is, and the way to stop it. */
export function AlignProgress({
  job,
  className,
}: {
  readonly job: Job
  readonly className: string
}): ReactNode {
  const t = useT('aligning')
  const cancel = useCommand('jobs.cancel')
  return (
    <>
      <span>{t('offer.running')}</span>
      <Progress className={className} label={t('offer.progress')} value={job.done} max={job.total} />
      <Button small tone="quiet" onClick={() => cancel.mutate({ jobId: job.id })}>
        {t('offer.cancel')}
      </Button>
    </>
  )
}
