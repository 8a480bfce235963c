import { parentPort, workerData } from 'node:worker_threads'
import { createAligner } from '../../shared/align/create-aligner.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { Lexicon } from '../../shared/lexicon/lexicon.ts'
import { lexiconOrNone, loadLexicon } from '../lexicon/load-lexicon.ts'
import { tasks, type Progress, type TaskResources } from './tasks.ts'
import type { TaskReply, TaskRequest, WorkerData } from './worker-messages.ts'

/** Progress more often than this is noise; milliseconds. */
const PROGRESS_INTERVAL = 50

const port = parentPort
if (port === null) throw new Error('this module runs in a worker only')

const reply = (message: TaskReply): void => port.postMessage(message)

function throttledProgress(): Progress {
  let last = 0
  return (done, total) => {
    const now = performance.now()
    if (now - last < PROGRESS_INTERVAL) return
    last = now
    reply({ kind: 'progress', done, total })
  }
}

// Reading files needs neither, so they are made by the first task that asks, and kept.
let loaded: Lexicon | null = null
let made: ReturnType<TaskResources['aligner']> | null = null
const lexicon = (): Lexicon => (loaded ??= loadLexicon((workerData as WorkerData).lexiconPath))
const resources: TaskResources = {
  lexicon,
  aligner() {
    if (made !== null) return made
    const known = lexiconOrNone(lexicon)
    const aligner = { align: createAligner(known), hasLexicon: known !== null }
    // One without a lexicon is not kept: the file may be there the next time.
    if (known !== null) made = aligner
    return aligner
  },
}

port.on('message', ({ task, input }: TaskRequest) => {
  try {
    // The pool's types tie each task to its input; the message channel can't carry that knowledge.
    const run = tasks[task] as (input: unknown, progress: Progress, resources: TaskResources) => unknown
    reply({ kind: 'done', output: run(input, throttledProgress(), resources) })
  } catch (error) {
    if (error instanceof DuizhaoError) {
      reply({ kind: 'refused', code: error.code, message: error.message, details: error.details })
    } else {
      reply({
        kind: 'broken',
        stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
    }
  }
})
