import type { LanguageTag } from '../../domain/article.ts'
import type { BeadStatus } from '../../domain/bead.ts'
import type { BlockForm } from '../../domain/block-form.ts'

/** A segment as a bitext format sees it: text, and whether a block (a paragraph, a heading) begins with it. */
export interface BitextSegment {
  readonly text: string
  readonly opensBlock: boolean
  /** What the block is that begins with it; left out for a plain paragraph. */
  readonly block?: BlockForm
}

export interface BitextSide {
  readonly language: LanguageTag
  readonly title: string
  readonly source: string | null
  readonly author: string | null
  /** ISO 8601, cut to what is known. */
  readonly date: string | null
  /** Every segment of the article, in reading order. */
  readonly segments: readonly BitextSegment[]
}

/** Segments `[from, to)` of each side, by index into the side's `segments`. */
export interface BitextBead {
  /** Stable across exports of the same library; '' where there is none (texts aligned without a library). */
  readonly id: string
  readonly left: readonly [from: number, to: number]
  readonly right: readonly [from: number, to: number]
  readonly confidence: number | null
  readonly status: BeadStatus
  readonly unmatched: boolean
  /** A person wants to look at this bead again. */
  readonly review: boolean
  /** Markdown; null where there is none. */
  readonly note: string | null
}

/** What every bitext format is written from: two texts and the beads between them, in order, each segment in exactly one. */
export interface BitextModel {
  /** For file names and headers. */
  readonly title: string
  readonly left: BitextSide
  readonly right: BitextSide
  readonly beads: readonly BitextBead[]
  /** Version of Duizhao that writes, for headers. */
  readonly version: string
  /** When the pair was aligned or last changed, milliseconds since 1970, for headers; the same library gives the same bytes. */
  readonly changedAt: number
}

export const BITEXT_FORMATS = [
  'tmx',
  'xliff-2.1',
  'xliff-1.2',
  'tsv',
  'csv',
  'xlsx',
  'ladder',
  'json',
  'html',
  'docx',
] as const
export type BitextFormat = (typeof BITEXT_FORMATS)[number]
