import type { BlockId, SegmentId, SpeakerId } from './ids.ts'

/** Paragraph-level kinds of an article's blocks (段). */
export const BLOCK_KINDS = [
  'title',
  'heading',
  'byline',
  'paragraph',
  'quote',
  'list-item',
  'caption',
  'credit',
] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

export const MARK_KINDS = ['emphasis', 'strong', 'code', 'link', 'ruby', 'footnote'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/**
 * A range of a text that carries meaning beyond its characters. Offsets are UTF-16 code units,
 * half-open, within the text the mark belongs to (a block's while importing, a segment's once stored).
 */
export interface Mark {
  readonly kind: MarkKind
  readonly start: number
  readonly end: number
  /** A link's address, a ruby's reading, a footnote's label. */
  readonly value?: string
}

/** A sentence-level unit (句). A block's text is its segments' texts joined with nothing between them. */
export interface Segment {
  readonly id: SegmentId
  readonly text: string
  readonly marks: readonly Mark[]
}

/** A paragraph-level unit (段) as it is read. */
export interface Block {
  readonly id: BlockId
  readonly kind: BlockKind
  /** 1–6 for headings and list depth; 0 where depth means nothing. */
  readonly level: number
  readonly speakerId: SpeakerId | null
  readonly segments: readonly Segment[]
}

/** The block's text: its segments joined. */
export function blockText(block: { readonly segments: readonly { readonly text: string }[] }): string {
  return block.segments.map((segment) => segment.text).join('')
}
