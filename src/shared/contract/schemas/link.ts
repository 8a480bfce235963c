import { z } from 'zod'
import { ANCHOR_STATES } from '../../domain/anchor.ts'
import { LINK_REASON_KINDS, LINK_STATUSES } from '../../domain/link.ts'
import { anchorPart } from './annotation.ts'
import { articleId, linkId, pairId, segmentId, termId } from './ids.ts'
import { timestamp } from './text.ts'

export const linkReason = z.object({ kind: z.enum(LINK_REASON_KINDS), from: z.string(), to: z.string() })

export const linkEnd = z.object({
  articleId,
  parts: z.array(anchorPart),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  state: z.enum(ANCHOR_STATES),
})

/** A span in one article ↔ a span in another (关联). In a pair, `from` is in the left article. */
export const link = z.object({
  id: linkId,
  pairId: pairId.nullable(),
  status: z.enum(LINK_STATUSES),
  score: z.number().nullable(),
  reasons: z.array(linkReason),
  from: linkEnd,
  to: linkEnd,
  createdAt: timestamp,
  updatedAt: timestamp,
})
export type Link = z.infer<typeof link>

const passage = z.object({ segmentId, text: z.string() })

/** Two passages that may say the same thing; `score` from 0 to 1. */
export const linkSuggestion = z.object({
  left: passage,
  right: passage,
  score: z.number(),
  reasons: z.array(linkReason),
})
export type LinkSuggestion = z.infer<typeof linkSuggestion>

/** A passage elsewhere in the library that may say what the selection says. */
export const counterpart = z.object({
  articleId,
  title: z.string(),
  segmentId,
  text: z.string(),
  score: z.number(),
  reasons: z.array(linkReason),
})
export type Counterpart = z.infer<typeof counterpart>

export const term = z.object({
  id: termId,
  note: z.string(),
  /** The first form of each language is the preferred one. */
  forms: z.array(z.object({ language: z.string(), form: z.string() })),
  createdAt: timestamp,
  updatedAt: timestamp,
})
export type Term = z.infer<typeof term>
