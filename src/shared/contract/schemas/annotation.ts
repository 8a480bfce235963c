import { z } from 'zod'
import { ANCHOR_STATES } from '../../domain/anchor.ts'
import { COLORS, SPAN_ROLES } from '../../domain/highlight.ts'
import { articleId, highlightId, noteId, segmentId, spanId, tagId } from './ids.ts'
import { offset, timestamp } from './text.ts'

export const color = z.literal(COLORS)

/** A selection in one article, as the text stood on the screen. Offsets are UTF-16 code units within the segments. */
export const selection = z.object({
  articleId,
  startSegmentId: segmentId,
  startOffset: offset,
  endSegmentId: segmentId,
  endOffset: offset,
  /** The text the user saw selected; the call fails with `conflict` when the stored text differs. */
  exact: z.string().min(1),
})
export type Selection = z.infer<typeof selection>

export const anchorPart = z.object({ segmentId, start: offset, end: offset })

export const span = z.object({
  id: spanId,
  role: z.enum(SPAN_ROLES),
  articleId,
  parts: z.array(anchorPart),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  state: z.enum(ANCHOR_STATES),
  /**
   * Where the span starts in reading order: the block's position, then the segment's, then the offset.
   * Null for a lost span.
   */
  order: z.tuple([z.number(), z.number(), z.number()]).nullable(),
})
export type Span = z.infer<typeof span>

export const note = z.object({ id: noteId, body: z.string(), createdAt: timestamp, updatedAt: timestamp })
export type Note = z.infer<typeof note>

/** A highlight with everything that hangs on it: one or two spans, its tags, its note. */
export const annotation = z.object({
  id: highlightId,
  color,
  spans: z.array(span),
  tagIds: z.array(tagId),
  note: note.nullable(),
  createdAt: timestamp,
  updatedAt: timestamp,
})
export type Annotation = z.infer<typeof annotation>

export const tag = z.object({
  id: tagId,
  parentId: tagId.nullable(),
  name: z.string(),
  /** The names from the root, joined with `/`. */
  path: z.string(),
  color: color.nullable(),
  /** What it is for, in the user's words. */
  description: z.string(),
  /** Passages that show what it is for, in the user's words. */
  examples: z.string(),
  /** Highlights that carry this very tag. */
  count: z.int(),
  /** Highlights that carry this tag or one below it, each counted once. */
  totalCount: z.int(),
  lastUsedAt: timestamp.nullable(),
})
export type Tag = z.infer<typeof tag>

/** A tag path as typed: parts divided by `/`. */
export const tagPath = z.string().trim().min(1).max(500)
/** A note's text in Markdown. */
export const noteBody = z.string().max(1_000_000)
