import { createCore } from '../core/core.ts'
import type { Core } from '../core/core-types.ts'
import { createClient, type Client } from '../shared/contract/client.ts'
import type { Job } from '../shared/contract/schemas/job.ts'
import { DuizhaoError } from '../shared/domain/error.ts'
import type { JobId } from '../shared/domain/ids.ts'
import type { AppPaths } from '../serving/app-paths.ts'
import type { Output } from './output.ts'

/** Longer than any command: the timer is there to be pending, not to fire. Milliseconds. */
const KEEP_ALIVE = 2 ** 30

/** An open library and the way to it. */
export interface Session {
  readonly api: Client
  readonly core: Core
  /** Waits for a job, showing how far it is. Throws what the job failed with. */
  finished(jobId: JobId, subject: string): Promise<void>
  close(): Promise<void>
}

/** What a person should know where the dictionary was not there to align by. */
export const NO_LEXICON =
  'Aligned without the dictionary: its file is missing or damaged, so more beads than usual will be wrong. Install Duizhao again.'

/** Opens the library. Throws a DuizhaoError (`store_…`) when it can't be opened. */
export async function openSession(libraryPath: string, paths: AppPaths, output: Output): Promise<Session> {
  const core = await createCore({
    libraryPath,
    seedsPath: paths.seedsPath,
    lexiconPath: paths.lexiconPath,
    workerUrl: paths.workerUrl,
    version: paths.version,
    log: (line) => output.log(line),
  })
  const jobs = new Map<JobId, Job>()
  const waiting = new Map<JobId, (job: Job) => void>()
  core.subscribe((event) => {
    if (event.name !== 'job') return
    jobs.set(event.job.id, event.job)
    waiting.get(event.job.id)?.(event.job)
  })
  // The core's worker does not keep a process alive, and neither does a promise.
  const keepAlive = setInterval(() => undefined, KEEP_ALIVE)
  return {
    core,
    api: createClient((method, input) => core.call(method, input)),
    async finished(jobId, subject) {
      const job = await new Promise<Job>((resolve) => {
        const look = (seen: Job): void => {
          if (seen.state === 'queued' || seen.state === 'running')
            output.progress(subject, seen.done, seen.total)
          else resolve(seen)
        }
        waiting.set(jobId, look)
        const already = jobs.get(jobId)
        if (already !== undefined) look(already)
      })
      waiting.delete(jobId)
      if (job.state === 'cancelled') throw new DuizhaoError('cancelled', 'Cancelled. Nothing was changed.')
      if (job.error !== null)
        throw new DuizhaoError(job.error.code, job.error.message, { ...job.error.details })
      if (job.warning === 'no-lexicon') output.remark(NO_LEXICON)
    },
    async close() {
      clearInterval(keepAlive)
      await core.close()
    },
  }
}
