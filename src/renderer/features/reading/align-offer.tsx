import { useState, type ReactNode } from 'react'
import type { JobId, PairId } from '../../../shared/domain/ids.ts'
import { useAlignJob, useJob } from '../../data/jobs.ts'
import { useCommand } from '../../data/use-command.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import styles from './align-offer.module.css'

/** A quiet line over a pair that is not aligned: offers it, then tells how far it is. The text stays readable. */
export function AlignOffer({ pairId }: { readonly pairId: PairId }): ReactNode {
  const t = useT('reading')
  const [jobId, setJobId] = useState<JobId | null>(null)
  const running = useAlignJob(pairId)
  const last = useJob(jobId)
  const start = useCommand('alignment.start')
  const cancel = useCommand('jobs.cancel')

  return (
    <div className={styles['offer']} role="status">
      {running === undefined ? (
        <>
          <span>{t(last?.state === 'failed' ? 'align.failed' : 'align.offer')}</span>
          <Button
            small
            disabled={start.isPending}
            onClick={() => start.mutate({ pairId }, { onSuccess: (answer) => setJobId(answer.jobId) })}
          >
            {t('align.start')}
          </Button>
        </>
      ) : (
        <>
          <span>{t('align.running')}</span>
          <Progress
            className={styles['progress'] ?? ''}
            label={t('align.progress')}
            value={running.done}
            max={running.total}
          />
          <Button small tone="quiet" onClick={() => cancel.mutate({ jobId: running.id })}>
            {t('align.cancel')}
          </Button>
        </>
      )}
    </div>
  )
}
