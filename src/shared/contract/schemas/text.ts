import { z } from 'zod'
import { BLOCK_KINDS, MARK_KINDS } from '../../domain/text.ts'
import { blockId, segmentId, speakerId } from './ids.ts'

export const offset = z.int().nonnegative()
/** Milliseconds since 1970-01-01T00:00Z. */
export const timestamp = z.int().nonnegative()

export const mark = z.object({
  kind: z.enum(MARK_KINDS),
  start: offset,
  end: offset,
  value: z.string().exactOptional(),
})

/** A segment's text as a person types it: one line, not empty. */
export const segmentText = z
  .string()
  .min(1)
  .max(1_000_000)
  .regex(/^[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*$/u, 'expected one line with something in it')

export const segment = z.object({ id: segmentId, text: z.string(), marks: z.array(mark) })

export const blockKind = z.enum(BLOCK_KINDS)

export const block = z.object({
  id: blockId,
  kind: blockKind,
  level: z.int().min(0).max(9),
  speakerId: speakerId.nullable(),
  segments: z.array(segment),
})

export const speaker = z.object({
  id: speakerId,
  /** The speaker's name and role in each language they are known in. */
  names: z.array(z.object({ language: z.string(), name: z.string(), role: z.string().nullable() })),
})
