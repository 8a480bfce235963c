import type { ReactNode } from 'react'
import { useOpenImports } from '../../data/open-imports.ts'
import { navigate } from '../../data/route.ts'
import { useJob } from '../../data/jobs.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'

/** The way back to an import that is waiting for the user. */
export function PendingImports(): ReactNode {
  const t = useT('importing')
  const jobId = useOpenImports(({ jobIds }) => jobIds.at(-1) ?? null)
  const job = useJob(jobId)
  if (jobId === null || job === undefined || job.state === 'failed' || job.state === 'cancelled') return null
  return (
    <Button onClick={() => navigate({ name: 'import', jobId })}>{t('pending', { count: job.total })}</Button>
  )
}
