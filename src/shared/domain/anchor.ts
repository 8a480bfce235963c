import type { ArticleId, SegmentId } from './ids.ts'

/** How much text is kept on either side of a quote, in UTF-16 code units (cut back to a grapheme edge). */
export const CONTEXT_LENGTH = 32

/** A stretch of one segment. Offsets are UTF-16 code units, half-open, within the segment's text. */
export interface AnchorPart {
  readonly segmentId: SegmentId
  readonly start: number
  readonly end: number
}

/**
 * Where in a text something is attached (锚点). `parts` run in reading order and are never empty;
 * `exact` is their text joined (block borders add nothing).
 */
export interface Anchor {
  readonly articleId: ArticleId
  readonly parts: readonly AnchorPart[]
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** `moved`: placed, but a person should look. `lost`: not placed; the quote is kept. */
export const ANCHOR_STATES = ['ok', 'moved', 'lost'] as const
export type AnchorState = (typeof ANCHOR_STATES)[number]
