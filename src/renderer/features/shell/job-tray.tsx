import { useEffect, useState, type ReactNode } from 'react'
import type { Job } from '../../../shared/contract/schemas/job.ts'
import { isAtWork, onJobEnd, useJobStore } from '../../data/jobs.ts'
import { useRoute } from '../../data/route.ts'
import { useCommand } from '../../data/use-command.ts'
import { describeEnvelopeError } from '../../i18n/describe-error.ts'
import { getT, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { showToast } from '../../ui/toast.ts'
import styles from './job-tray.module.css'

/** Work that ends sooner than this is not worth a line. */
const SHOW_AFTER = 400
/** The end of work that took longer than this is told; of shorter work, the page itself shows it. */
const TELL_AFTER = 2_000

/** The work going on, with a way to stop each; and a word when it ends. */
export function JobTray(): ReactNode {
  const t = useT('shell')
  const route = useRoute()
  const jobs = useJobStore((state) => state.jobs)
  const atWork = Object.values(jobs).filter(
    (job) => isAtWork(job) && !(route.name === 'import' && route.jobId === job.id),
  )
  useEffect(() => onJobEnd(tellEnd), [])

  return (
    <ul className={styles['tray']} aria-label={t('job.label')}>
      {atWork.map((job) => (
        <TrayLine key={job.id} job={job} />
      ))}
    </ul>
  )
}

function TrayLine({ job }: { readonly job: Job }): ReactNode {
  const t = useT('shell')
  const { mutate: cancel } = useCommand('jobs.cancel')
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOW_AFTER)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  const label = t(`job.${job.kind}`, { subject: job.subject })
  return (
    <li className={styles['line']}>
      <div className={styles['words']}>
        <span className={styles['label']}>{label}</span>
        <Button small tone="quiet" onClick={() => cancel({ jobId: job.id })}>
          {t('job.cancel')}
        </Button>
      </div>
      <Progress label={label} value={job.done} max={job.total} />
    </li>
  )
}

function tellEnd(job: Job): void {
  const t = getT('shell')
  // What was read is shown on a page of its own.
  if (job.kind === 'import' && job.state !== 'failed') return
  if (job.state === 'failed' && job.error !== null) {
    const { title, todo } = describeEnvelopeError(job.error)
    showToast({ title, description: todo, tone: 'error' })
  } else if (job.state === 'cancelled') showToast({ title: t('job.cancelled') })
  else if (job.state === 'done' && job.warning === 'no-lexicon')
    showToast({ title: t('job.noLexicon'), description: t('job.noLexiconTodo'), tone: 'error' })
  else if (job.state === 'done' && job.kind === 'align' && Date.now() - job.startedAt > TELL_AFTER)
    showToast({ title: t('job.alignDone', { subject: job.subject }) })
}
