import { z } from 'zod'
import { SIDES } from '../../domain/article.ts'
import { BEAD_FILTERS } from '../../domain/bead.ts'
import { EVIDENCE_KINDS } from '../../domain/link.ts'
import { anchorPart } from './annotation.ts'
import { articleId, beadId, segmentId } from './ids.ts'
import { offset } from './text.ts'

export const side = z.enum(SIDES)
export const beadFilter = z.enum(BEAD_FILTERS)

/** What a person can do to beads; see the domain's `BeadOperation` for what each means. */
export const beadOperation = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['pull', 'push', 'shift', 'pop']), beadId, side }),
  z.object({ kind: z.enum(['merge-previous', 'merge-next', 'insert', 'unmatch', 'swap']), beadId }),
  /** With an offset inside the segment, its text is divided there first; at 0 the segment itself goes to the new bead. */
  z.object({ kind: z.literal('split'), segmentId, offset }),
  z.object({ kind: z.literal('pinpoint'), left: segmentId, right: segmentId }),
  z.object({ kind: z.literal('move'), segmentId, beadId }),
])
export type BeadOperationInput = z.infer<typeof beadOperation>

/** Which beads a person verifies, or takes back; with a filter, only those that it lets through. */
export const beadChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('beads'), beadIds: z.array(beadId).min(1) }),
  /** All from the first to this one. */
  z.object({ kind: z.literal('up-to'), beadId, filter: beadFilter.exactOptional() }),
  z.object({ kind: z.literal('all'), filter: beadFilter.exactOptional() }),
])

/** Where a person is after an operation: the row of all beads, and the bead and side that are now current. */
export const beadPlace = z.object({ beadId, rowIndex: z.int().nonnegative() })

export const beadCounts = z.object({
  total: z.int(),
  oneToOne: z.int(),
  /** Both sides, but not one to one. */
  other: z.int(),
  oneSided: z.int(),
  verified: z.int(),
  /** Nobody has verified, made or marked it, and it is less sure than `UNCERTAIN_BELOW` or without a figure. */
  uncertain: z.int(),
  review: z.int(),
})

/** A number, date, name or term inside a segment; `matched`: the other side of the bead has the same. */
export const evidenceMark = z.object({
  side,
  segmentId,
  start: offset,
  end: offset,
  kind: z.enum(EVIDENCE_KINDS),
  matched: z.boolean(),
})
export type EvidenceMark = z.infer<typeof evidenceMark>

/** The likely counterpart of a span, inside one bead. */
export const projectedSpan = z.object({
  articleId,
  parts: z.array(anchorPart).min(1),
  exact: z.string(),
  /** From 0 to 1; 1 only where numbers, names or terms match exactly. */
  confidence: z.number(),
  reasons: z.array(z.object({ kind: z.string(), from: z.string(), to: z.string() })),
})
