import type { LanguageTag, Side } from '../domain/article.ts'
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

/** A bead a reader has verified: segments `[from, to)` of each side, by index. One side may be empty. */
export interface FixedBead {
  readonly left: readonly [from: number, to: number]
  readonly right: readonly [from: number, to: number]
}

/** Two texts that say the same, in the languages of the two sides: a verified bead, or a term and its rendering. */
export interface KnownPair {
  readonly left: string
  readonly right: string
}

/** What the library knows beyond the two texts: it teaches the aligner how words are rendered here. */
export interface KnownEvidence {
  /** Texts of verified beads of any pair in the same two languages. */
  readonly beads: readonly KnownPair[]
  readonly terms: readonly KnownPair[]
}

export interface AlignInput {
  readonly left: AlignSide
  readonly right: AlignSide
  /** Beads that stay as they are, in order on both sides and apart from each other. Aligning goes on between them. */
  readonly fixed?: readonly FixedBead[]
  readonly known?: KnownEvidence
  /** The side whose segments stay apart: none of the beads that are found takes two of them. Fixed beads may. */
  readonly lockedSide?: Side | null
}

/** Segments `[from, to)` of each side, by index, that belong together. One side may be empty. */
export interface AlignedBead {
  readonly left: readonly [from: number, to: number]
  readonly right: readonly [from: number, to: number]
  /** How likely the bead is exactly right, from 0 to 1; 1 for a fixed bead; null where the aligner can't tell. */
  readonly confidence: number | null
}

/**
 * Finds the beads of two texts. The answer covers every segment of both sides exactly once, in order,
 * and is the same for the same input. Fixed beads are in it unchanged. `progress` is told how far it is, in
 * steps of no particular size. Throws a RangeError when fixed beads cross, overlap or leave the texts.
 */
export type Aligner = (input: AlignInput, progress: (done: number, total: number) => void) => AlignedBead[]
