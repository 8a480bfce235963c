import { z } from 'zod'
import { ANCHOR_STATES } from '../../domain/anchor.ts'
import { anchorPart } from './annotation.ts'
import { articleId, highlightId, linkId, revisionId, spanId } from './ids.ts'
import { blockKind, offset, timestamp } from './text.ts'

/** A former state of a text. `reason`: what was about to change it. Characters are UTF-16 code units. */
export const revision = z.object({
  id: revisionId,
  /** Counts the article's revisions, from 1. */
  number: z.int(),
  madeAt: timestamp,
  reason: z.enum(['edit', 'update', 'restore']),
  blockCount: z.int(),
  segmentCount: z.int(),
  characterCount: z.int(),
})
export type Revision = z.infer<typeof revision>

/** A block in a comparison. `changes`: what of its text the other side has not; UTF-16 code units, half-open. */
export const comparedBlock = z.object({
  kind: blockKind,
  level: z.int(),
  text: z.string(),
  changes: z.array(z.object({ start: offset, end: offset })),
})
export type ComparedBlock = z.infer<typeof comparedBlock>

/**
 * A row of a comparison, in reading order. `skipped` stands for blocks that are the same on both sides and are not
 * listed. A block that stands elsewhere, the same or almost, is `removed` here and `added` there, with `moved` set and
 * only what differs between the two in `changes`.
 */
export const comparedRow = z.discriminatedUnion('status', [
  z.object({ status: z.literal('same'), before: comparedBlock, after: comparedBlock }),
  z.object({ status: z.literal('changed'), before: comparedBlock, after: comparedBlock }),
  z.object({ status: z.literal('removed'), before: comparedBlock, moved: z.boolean() }),
  z.object({ status: z.literal('added'), after: comparedBlock, moved: z.boolean() }),
  z.object({ status: z.literal('skipped'), count: z.int() }),
])
export type ComparedRow = z.infer<typeof comparedRow>

export const comparison = z.object({
  /** Blocks of each sort; `moved` ones count once, and as nothing else. */
  changed: z.int(),
  added: z.int(),
  removed: z.int(),
  moved: z.int(),
  rows: z.array(comparedRow),
})
export type Comparison = z.infer<typeof comparison>

const doubtful = {
  articleId,
  articleTitle: z.string(),
  state: z.enum(ANCHOR_STATES),
  /** The quote before it came to be in doubt; null when nobody wrote it down, or a person has detached it. */
  was: z.string().nullable(),
  /** What it covers now; of a lost one, the stored quote. */
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** Empty for a lost one. */
  parts: z.array(anchorPart),
}

/** An anchor that a person should look at: a span of a highlight or an end of a link. */
export const doubtfulAnchor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('highlight'), id: highlightId, spanId, ...doubtful }),
  z.object({ kind: z.literal('link'), id: linkId, role: z.enum(['from', 'to']), ...doubtful }),
])
export type DoubtfulAnchor = z.infer<typeof doubtfulAnchor>

/** What has become of the article's highlights and links, counted, and those to look at that were not so before. */
export const outcome = z.object({
  ok: z.int(),
  moved: z.int(),
  lost: z.int(),
  doubts: z.array(doubtfulAnchor),
})
export type Outcome = z.infer<typeof outcome>

export const fileOutcome = outcome.extend({ changes: comparison })
export type FileOutcome = z.infer<typeof fileOutcome>

/** `metadata`: whether title, date and so on are taken from the file too; the article keeps its own otherwise. */
export const updateOptions = z.object({ metadata: z.boolean().default(false) })
