import type { AreaHandlers } from '../handlers.ts'
import type { JobRunner } from './job-runner.ts'

export function jobsHandlers(jobs: JobRunner): AreaHandlers<'jobs'> {
  return {
    'jobs.list': () => jobs.list(),
    'jobs.cancel': ({ jobId }) => {
      jobs.cancel(jobId)
      return {}
    },
  }
}
