import { Worker } from 'node:worker_threads'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { Progress, TaskName, TaskTypes } from './tasks.ts'
import type { TaskReply, TaskRequest, WorkerData } from './worker-messages.ts'

/** A task that needs more memory than this is ended; the app and the other jobs go on. Megabytes. */
const WORKER_MEMORY = 2048

export interface WorkerPool {
  /**
   * Runs a task in the worker, after those asked for before it. Rejects with the task's own DuizhaoError,
   * with `cancelled` once `signal` is aborted, or with a plain Error for a fault of ours.
   */
  run<Name extends TaskName>(
    task: Name,
    input: TaskTypes[Name]['input'],
    options: { readonly signal: AbortSignal; readonly progress: Progress },
  ): Promise<TaskTypes[Name]['output']>
  close(): Promise<void>
}

interface Waiting {
  readonly request: TaskRequest
  readonly signal: AbortSignal
  readonly progress: Progress
  readonly resolve: (output: unknown) => void
  readonly reject: (error: Error) => void
}

export function cancelledError(): DuizhaoError {
  return new DuizhaoError('cancelled', 'Cancelled. Nothing was changed.')
}

/**
 * One worker that takes one task after the other. A cancelled task's worker is ended there and then,
 * whatever it is doing, and a new one started when the next task comes: tasks hold nothing worth keeping.
 */
export function createWorkerPool(workerUrl: URL, lexiconPath: string): WorkerPool {
  const queue: Waiting[] = []
  let current: Waiting | null = null
  let worker: Worker | null = null

  function settle(finish: (task: Waiting) => void): void {
    const task = current
    current = null
    if (task !== null) finish(task)
    startNext()
  }

  function endWorker(): void {
    const ended = worker
    worker = null
    ended?.removeAllListeners()
    // A worker that is being ended has nothing more to say; its late errors must not reach the process.
    ended?.on('error', () => undefined)
    void ended?.terminate()
  }

  function startWorker(): Worker {
    const workerData: WorkerData = { lexiconPath }
    const started = new Worker(workerUrl, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY },
    })
    started.unref()
    started.on('message', (reply: TaskReply) => receive(reply))
    started.on('error', (error) => {
      endWorker()
      const tooLarge = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      const reason = tooLarge
        ? new DuizhaoError(
            'too_large',
            'This needs more memory than Duizhao may take. Divide the text and try again.',
          )
        : error
      settle((task) => task.reject(reason))
    })
    return started
  }

  function receive(reply: TaskReply): void {
    switch (reply.kind) {
      case 'progress':
        current?.progress(reply.done, reply.total)
        return
      case 'done':
        return settle((task) => task.resolve(reply.output))
      case 'refused':
        return settle((task) => task.reject(new DuizhaoError(reply.code, reply.message, reply.details)))
      case 'broken':
        return settle((task) => task.reject(new Error(reply.stack)))
    }
  }

  function startNext(): void {
    if (current !== null) return
    const next = queue.shift()
    if (next === undefined) return
    current = next
    worker ??= startWorker()
    worker.postMessage(next.request)
  }

  function cancel(task: Waiting): void {
    if (current === task) {
      endWorker()
      settle((running) => running.reject(cancelledError()))
      return
    }
    const index = queue.indexOf(task)
    if (index >= 0) {
      queue.splice(index, 1)
      task.reject(cancelledError())
    }
  }

  return {
    run(task, input, { signal, progress }) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(cancelledError())
          return
        }
        const waiting: Waiting = {
          request: { task, input },
          signal,
          progress,
          // The worker answers a task with that task's output.
          resolve: resolve as (output: unknown) => void,
          reject,
        }
        signal.addEventListener('abort', () => cancel(waiting), { once: true })
        queue.push(waiting)
        startNext()
      })
    },
    async close() {
      for (const task of queue.splice(0)) task.reject(cancelledError())
      const ended = worker
      const running = current
      current = null
      endWorker()
      running?.reject(cancelledError())
      await ended?.terminate()
    },
  }
}
