import { z } from 'zod'
import { envelopeError } from './import.ts'
import { jobId, pairId } from './ids.ts'
import { timestamp } from './text.ts'

/** Work that takes a while: it tells how far it is and can be cancelled. */
export const job = z.object({
  id: jobId,
  kind: z.enum(['import', 'align', 'export', 'links']),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number(),
  /** What it works on, for people: a file name, a title. */
  subject: z.string(),
  pairId: pairId.nullable(),
  error: envelopeError.nullable(),
  /** What a person should know of what was done; `no-lexicon`: the dictionary was missing or damaged. */
  warning: z.enum(['no-lexicon']).nullable(),
  startedAt: timestamp,
})
export type Job = z.infer<typeof job>
