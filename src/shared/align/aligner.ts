import type { LanguageTag } from '../domain/article.ts'
import type { BlockKind } from '../domain/text.ts'

/** A segment as an aligner sees it. */
export interface AlignSegment {
  readonly text: string
  readonly kind: BlockKind
  /** Whether it is the first of its block. */
  readonly opensBlock: boolean
}

export interface AlignSide {
  readonly language: LanguageTag
  readonly segments: readonly AlignSegment[]
}

export interface AlignInput {
  readonly left: AlignSide
  readonly right: AlignSide
}

/** Segments `[from, to)` of each side, by index, that belong together. One side may be empty. */
export interface AlignedBead {
  readonly left: readonly [from: number, to: number]
  readonly right: readonly [from: number, to: number]
  /** From 0 to 1; null where the aligner can't tell. */
  readonly confidence: number | null
}

/**
 * Finds the beads of two texts. The answer covers every segment of both sides exactly once, in order,
 * and is the same for the same input. `progress` is told how far it is.
 */
export type Aligner = (input: AlignInput, progress: (done: number, total: number) => void) => AlignedBead[]
