import type { EnvelopeError } from '../../shared/contract/envelope.ts'
import type { Job } from '../../shared/contract/schemas/job.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { JobId, PairId } from '../../shared/domain/ids.ts'
import { newId } from '../area-context.ts'
import type { Progress } from './tasks.ts'

/** Ended jobs that are remembered, for windows that ask late. */
const REMEMBERED = 100

/** What a job's work is given. */
export interface JobControls {
  readonly signal: AbortSignal
  readonly progress: Progress
  /** Notes what a person should know of what is done. */
  readonly warn: (warning: NonNullable<Job['warning']>) => void
}

export interface JobRunner {
  /** Starts the work at once and answers without waiting for it. `work` must stop once `signal` is aborted. */
  start(
    job: {
      readonly kind: Job['kind']
      readonly subject: string
      readonly pairId?: PairId
      readonly total: number
    },
    work: (jobId: JobId, controls: JobControls) => Promise<void>,
  ): JobId
  list(): Job[]
  /** Cancels a job that has not ended; nothing happens to one that has. Throws `not_found`. */
  cancel(id: JobId): void
  /** Cancels all and waits until they have ended. */
  close(): Promise<void>
}

export function createJobRunner(deps: {
  readonly now: () => number
  readonly publish: (job: Job) => void
  /** Turns whatever was thrown into what may leave the core. */
  readonly toError: (error: unknown) => EnvelopeError
}): JobRunner {
  const jobs = new Map<JobId, Job>()
  const running = new Map<JobId, { readonly abort: AbortController; readonly ended: Promise<void> }>()

  function update(id: JobId, change: Partial<Job>): void {
    const known = jobs.get(id)
    if (known === undefined) return
    const changed = { ...known, ...change }
    jobs.set(id, changed)
    deps.publish(changed)
  }

  function forgetOldest(): void {
    const ended = [...jobs.keys()].filter((id) => !running.has(id))
    for (const id of ended.slice(0, Math.max(0, ended.length - REMEMBERED))) jobs.delete(id)
  }

  async function run(
    id: JobId,
    signal: AbortSignal,
    work: (controls: JobControls) => Promise<void>,
  ): Promise<void> {
    try {
      await work({
        signal,
        progress: (done, total) => update(id, { done, total }),
        warn: (warning) => update(id, { warning }),
      })
      const total = jobs.get(id)?.total ?? 1
      update(id, { state: 'done', done: total })
    } catch (error) {
      const isCancelled = error instanceof DuizhaoError && error.code === 'cancelled'
      update(id, isCancelled ? { state: 'cancelled' } : { state: 'failed', error: deps.toError(error) })
    } finally {
      running.delete(id)
      forgetOldest()
    }
  }

  return {
    start({ kind, subject, pairId, total }, work) {
      const id = newId<'job'>()
      const job: Job = {
        id,
        kind,
        state: 'running',
        done: 0,
        total,
        subject,
        pairId: pairId ?? null,
        error: null,
        warning: null,
        startedAt: deps.now(),
      }
      jobs.set(id, job)
      deps.publish(job)
      const abort = new AbortController()
      // Begun in a microtask, so that the caller has the id before the job's first event.
      const ended = Promise.resolve().then(() => run(id, abort.signal, (controls) => work(id, controls)))
      running.set(id, { abort, ended })
      return id
    },
    list: () => [...jobs.values()],
    cancel(id) {
      if (!jobs.has(id)) throw new DuizhaoError('not_found', 'There is no such job any more.')
      running.get(id)?.abort.abort()
    },
    async close() {
      for (const { abort } of running.values()) abort.abort()
      await Promise.allSettled([...running.values()].map((job) => job.ended))
    },
  }
}
