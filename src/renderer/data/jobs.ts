import { create } from 'zustand'
import type { Job } from '../../shared/contract/schemas/job.ts'
import type { JobId, PairId } from '../../shared/domain/ids.ts'
import { api, onEvent } from '../api/api.ts'
import { onConnection } from '../api/connection.ts'

interface Jobs {
  readonly jobs: Readonly<Record<JobId, Job>>
}

/** Every job since the page was opened, and those that were at work before. */
export const useJobStore = create<Jobs>(() => ({ jobs: {} }))

type Listener = (job: Job) => void
const endListeners = new Set<Listener>()

export function isAtWork(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running'
}

function put(job: Job): void {
  const before = useJobStore.getState().jobs[job.id]
  useJobStore.setState(({ jobs }) => ({ jobs: { ...jobs, [job.id]: job } }))
  const ended = !isAtWork(job) && (before === undefined || isAtWork(before))
  if (ended) for (const listener of endListeners) listener(job)
}

/** Calls `listener` once for each job that has come to its end (done, failed or cancelled). */
export function onJobEnd(listener: Listener): () => void {
  endListeners.add(listener)
  return () => endListeners.delete(listener)
}

async function loadJobs(): Promise<void> {
  try {
    const list = await api.jobs.list({})
    useJobStore.setState(({ jobs }) => {
      // Events may have overtaken the answer, and a job only ever goes forward.
      const known = { ...jobs }
      for (const job of list)
        if (known[job.id] === undefined || isAtWork(known[job.id] ?? job)) known[job.id] = job
      return { jobs: known }
    })
  } catch {
    // The page's own queries tell of it; jobs come with the next event.
  }
}

/** Follows the jobs of the core. */
export function startJobs(): () => void {
  const stopEvents = onEvent((event) => {
    if (event.name === 'job') put(event.job)
  })
  const stopConnection = onConnection((connection) => {
    if (connection === 'open') void loadJobs()
  })
  void loadJobs()
  return () => {
    stopEvents()
    stopConnection()
  }
}

/** One job; undefined while nothing is known of it. */
export function useJob(jobId: JobId | null): Job | undefined {
  return useJobStore(({ jobs }) => (jobId === null ? undefined : jobs[jobId]))
}

/** The job that is aligning a pair just now. */
export function useAlignJob(pairId: PairId | null): Job | undefined {
  return useJobStore(({ jobs }) =>
    Object.values(jobs).find((job) => job.kind === 'align' && job.pairId === pairId && isAtWork(job)),
  )
}
