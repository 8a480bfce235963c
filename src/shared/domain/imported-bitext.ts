import type { ArticleMetadata, LanguageTag } from './article.ts'
import type { BeadStatus } from './bead.ts'
import type { BlockForm } from './block-form.ts'

/** Formats of aligned texts that are read. */
export const IMPORTED_BITEXT_FORMATS = ['tmx', 'xliff', 'tsv', 'csv', 'ladder', 'json'] as const
export type ImportedBitextFormat = (typeof IMPORTED_BITEXT_FORMATS)[number]

/** A segment as a file gives it; whether a block (a paragraph, a heading) begins with it. */
export interface ImportedSegment {
  readonly text: string
  readonly opensBlock: boolean
  /** What the block is that begins with it; left out for a plain paragraph, as nearly all files have. */
  readonly block?: BlockForm
}

/** One of the languages of a file, with what the file says about the text in it. */
export interface ImportedVersion {
  /** The tag as the file has it, in the usual capitals: `zh-CN`. The article's own is in the metadata. */
  readonly language: LanguageTag
  /** How many units have text in it. */
  readonly count: number
  readonly metadata: ArticleMetadata
}

/** What a file says belongs together: a translation unit, a row. Becomes a bead. */
export interface ImportedUnit {
  /** The texts by index into `versions`; none for a version that is beyond the end. No text is empty. */
  readonly texts: readonly (readonly ImportedSegment[] | null)[]
  /** From 0 to 1; null where the file gives none. */
  readonly confidence: number | null
  readonly status: BeadStatus
  readonly unmatched: boolean
  readonly review: boolean
  /** Markdown; null where there is none. */
  readonly note: string | null
}

export const SKIP_REASONS = [
  'empty',
  'language-twice',
  'ragged-row',
  'binary',
  'other-languages',
  'other-versions',
] as const
/**
 * Why something of a file is left out: `other-languages` are units in neither of the two chosen ones,
 * `other-versions` texts in a third one beside these.
 */
export type SkipReason = (typeof SKIP_REASONS)[number]

export interface Skipped {
  readonly reason: SkipReason
  readonly count: number
}

export const BITEXT_WARNINGS = [
  'replaced-characters',
  'removed-control-characters',
  'encoding-uncertain',
  'language-uncertain',
  'same-language',
  'dropped-tags',
  'dropped-subflows',
  'changed-elsewhere',
  'ragged-rows',
  'scores-dropped',
] as const

/** Things the user ought to know before saving; `detail` (a count, line numbers) is shown in the sentence. */
export interface BitextWarning {
  readonly code: (typeof BITEXT_WARNINGS)[number]
  readonly detail: string
}

/**
 * What a reader of aligned texts gives. Pure data, safe to send between threads. A file may hold more than two
 * languages; which two become a pair is chosen before saving.
 */
export interface ImportedBitext {
  readonly format: ImportedBitextFormat
  readonly encoding: string
  readonly versions: readonly ImportedVersion[]
  /** The two that are proposed, by index into `versions`. */
  readonly left: number
  readonly right: number
  /** In the order of the file. */
  readonly units: readonly ImportedUnit[]
  readonly skipped: readonly Skipped[]
  readonly warnings: readonly BitextWarning[]
}
