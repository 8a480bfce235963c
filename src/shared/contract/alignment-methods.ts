import { z } from 'zod'
import { command, query, type Method } from './define.ts'
import {
  beadChoice,
  beadCounts,
  beadFilter,
  beadOperation,
  beadPlace,
  evidenceMark,
  projectedSpan,
  side,
} from './schemas/alignment.ts'
import { selection } from './schemas/annotation.ts'
import { beadId, jobId, pairId } from './schemas/ids.ts'

/** The part of the contract that is about the beads of a pair. */
export const alignmentMethods = {
  /** Starts a job; its beads replace those of the pair that are not verified: it works between those that are. */
  'alignment.start': command({ input: z.object({ pairId }), output: z.object({ jobId }) }),
  'alignment.counts': query({ input: z.object({ pairId }), output: beadCounts, reads: ['bead', 'pair'] }),
  /**
   * The next bead of a kind after (or before) a bead, going round at the end; `lowest`: the least sure of those not
   * verified, wherever it is. Null when there is none.
   */
  'alignment.next': query({
    input: z.object({
      pairId,
      from: beadId.nullable(),
      filter: z.union([beadFilter, z.literal('lowest')]),
      direction: z.enum(['forward', 'backward']).default('forward'),
    }),
    output: z.object({ place: beadPlace.nullable() }),
    reads: ['bead'],
  }),
  /** Changes beads by hand. Throws `conflict` where a lock or the edge of the text forbids it. */
  'alignment.edit': command({
    input: z.object({ pairId, operation: beadOperation }),
    output: z.object({ place: beadPlace }),
  }),
  'alignment.verify': command({
    input: z.object({ pairId, choice: beadChoice, verified: z.boolean() }),
    output: z.object({ count: z.int() }),
  }),
  'alignment.review': command({
    input: z.object({ pairId, beadId, review: z.boolean() }),
    output: z.object({}),
  }),
  'alignment.lock': command({ input: z.object({ pairId, side: side.nullable() }), output: z.object({}) }),
  /** Numbers, dates, names and terms of rows, marked where the other side has the same and where it has not. */
  'alignment.evidence': query({
    input: z.object({ pairId, beadIds: z.array(beadId).max(1000) }),
    output: z.array(z.object({ beadId, marks: z.array(evidenceMark) })),
    reads: ['text', 'bead', 'term'],
  }),
  /** The likely counterpart of a selection on the other side of its bead; null when nothing speaks for one. */
  'alignment.project': query({
    input: z.object({ pairId, selection }),
    output: z.object({ span: projectedSpan.nullable() }),
    reads: ['text', 'bead', 'term'],
  }),
  /** Takes the beads of a hunalign ladder for the pair's own segments. Throws `invalid_input` when they don't fit. */
  'alignment.applyLadder': command({
    input: z.object({ pairId, ladder: z.string().max(50_000_000) }),
    output: z.object({ beadCount: z.int() }),
  }),
} as const satisfies Record<string, Method>
