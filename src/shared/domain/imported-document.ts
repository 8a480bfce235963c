import type { ArticleMetadata } from './article.ts'
import type { BlockKind, Mark } from './text.ts'

/** A block as a reader found it. Mark offsets are UTF-16 code units within `text`. */
export interface ImportedBlock {
  readonly kind: BlockKind
  readonly level: number
  readonly text: string
  readonly marks: readonly Mark[]
  /** Whose words the block is; an index into the document's `speakers`. */
  readonly speaker: number | null
}

export interface ImportedSpeaker {
  readonly name: string
  readonly role: string | null
}

/** Something the importer understood, and by which rule, so that the user can judge it. */
export interface Finding {
  readonly field:
    'title' | 'date' | 'place' | 'source' | 'author' | 'language' | 'kind' | 'speaker' | 'encoding'
  readonly value: string
  /** Name of the rule, e.g. `header-line`, `agency-dateline`. Shown through the catalogue. */
  readonly rule: string
  /** From 0 to 1. */
  readonly confidence: number
}

/** Things the user ought to know before saving; `detail` is shown beside the translated sentence. */
export interface ImportWarning {
  readonly code:
    | 'replaced-characters'
    | 'removed-control-characters'
    | 'language-uncertain'
    | 'mixed-languages'
    | 'title-guessed'
    | 'encoding-uncertain'
    | 'extension-mismatch'
  readonly detail: string
}

/** What every format reader gives: bytes → this. Pure data, safe to send between threads. */
export interface ImportedDocument {
  readonly metadata: ArticleMetadata
  readonly encoding: string
  readonly blocks: readonly ImportedBlock[]
  readonly speakers: readonly ImportedSpeaker[]
  readonly findings: readonly Finding[]
  readonly warnings: readonly ImportWarning[]
}
