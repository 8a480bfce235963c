import { z } from 'zod'
import { COMMAND_KINDS } from '../../domain/command-label.ts'
import { timestamp } from './text.ts'

export const commandLabel = z.object({ kind: z.enum(COMMAND_KINDS), subject: z.string(), count: z.int() })

export const historyEntry = z.object({
  seq: z.int(),
  at: timestamp,
  state: z.enum(['done', 'undone']),
  label: commandLabel,
  /** What the step was about, so that the screen can go there: `article:ID`, `pair:ID` or ''. */
  scope: z.string(),
})
export type HistoryEntry = z.infer<typeof historyEntry>
