import { z } from 'zod'
import { SIDES } from '../../domain/article.ts'
import { BEAD_FILTERS, BEAD_STATUSES } from '../../domain/bead.ts'
import { BLOCK_KINDS } from '../../domain/text.ts'
import { articleSummary } from './article.ts'
import { articleId, beadId, blockId, pairId, segmentId, speakerId } from './ids.ts'
import { pairSummary } from './pair.ts'
import { offset, segment, speaker, timestamp } from './text.ts'

/**
 * What is open for reading: a pair, or one article alone (whose text is then the left side). With a filter, the
 * rows are only those beads of the pair.
 */
export const readingTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pair'), pairId, filter: z.enum(BEAD_FILTERS).exactOptional() }),
  z.object({ kind: z.literal('article'), articleId }),
])
export type ReadingTarget = z.infer<typeof readingTarget>

/** A run of one block's segments inside a row. `starts`/`ends`: the block begins or ends here. */
export const run = z.object({
  blockId,
  kind: z.enum(BLOCK_KINDS),
  level: z.int(),
  speakerId: speakerId.nullable(),
  starts: z.boolean(),
  ends: z.boolean(),
  segments: z.array(segment),
})
export type Run = z.infer<typeof run>

/** What is read on one line of the facing page: a bead, or (not aligned yet, or one article) blocks side by side. */
export const row = z.object({
  index: z.int().nonnegative(),
  bead: z
    .object({
      id: beadId,
      /** Its number among all beads of the pair, from 1, whatever is filtered out. */
      number: z.int().positive(),
      confidence: z.number().nullable(),
      status: z.enum(BEAD_STATUSES),
      unmatched: z.boolean(),
      byHand: z.boolean(),
      review: z.boolean(),
    })
    .nullable(),
  left: z.array(run),
  right: z.array(run),
})
export type Row = z.infer<typeof row>

export const readingPosition = z.object({ segmentId, offset, rowIndex: z.int(), at: timestamp })

/** All that is needed to lay out the page before any text is fetched. */
export const reading = z.object({
  target: readingTarget,
  pair: pairSummary.nullable(),
  left: articleSummary,
  right: articleSummary.nullable(),
  speakers: z.array(speaker),
  aligned: z.boolean(),
  rowCount: z.int(),
  /** Rows per chunk; the last chunk may be shorter. */
  chunkSize: z.int().positive(),
  /** UTF-16 code units of either side per chunk, to estimate heights. */
  chunks: z.array(z.object({ left: z.int(), right: z.int() })),
  position: readingPosition.nullable(),
})
export type Reading = z.infer<typeof reading>

export const findHit = z.object({
  rowIndex: z.int(),
  side: z.enum(SIDES),
  segmentId,
  start: offset,
  end: offset,
})
export type FindHit = z.infer<typeof findHit>
