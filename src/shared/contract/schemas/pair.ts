import { z } from 'zod'
import { PAIR_KINDS, SIDES } from '../../domain/article.ts'
import { articleSummary } from './article.ts'
import { pairId } from './ids.ts'
import { timestamp } from './text.ts'

export const pairSummary = z.object({
  id: pairId,
  kind: z.enum(PAIR_KINDS),
  left: articleSummary,
  right: articleSummary,
  beadCount: z.int(),
  verifiedCount: z.int(),
  alignedAt: timestamp.nullable(),
  /** The side whose segments are never split, merged or edited. */
  lockedSide: z.enum(SIDES).nullable(),
  highlightCount: z.int(),
  noteCount: z.int(),
  createdAt: timestamp,
  updatedAt: timestamp,
  deletedAt: timestamp.nullable(),
})
export type PairSummary = z.infer<typeof pairSummary>
