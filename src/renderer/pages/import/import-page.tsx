import type { ReactNode } from 'react'
import type { JobId } from '../../../shared/domain/ids.ts'
import { isAtWork, useJob } from '../../data/jobs.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { ImportProgress } from '../../features/importing/import-progress.tsx'
import { ImportReview } from '../../features/importing/import-review.tsx'
import { StatusLine } from '../../features/shell/status-line.tsx'

export function ImportPage({ jobId }: { readonly jobId: JobId }): ReactNode {
  const job = useJob(jobId)
  const mayHaveDrafts = job === undefined || !isAtWork(job)
  const drafts = useApiQuery('imports.drafts', { jobId }, { enabled: mayHaveDrafts })
  const status = <StatusLine />
  if (mayHaveDrafts && drafts.isPending) return null
  if (!mayHaveDrafts || drafts.data === undefined || drafts.data.length === 0) {
    return <ImportProgress job={job} status={status} />
  }
  return <ImportReview jobId={jobId} drafts={drafts.data} status={status} />
}
