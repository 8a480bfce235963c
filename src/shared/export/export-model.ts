import type { Anchor, AnchorState } from '../domain/anchor.ts'
import type { ArticleMetadata, LanguageTag, PairKind } from '../domain/article.ts'
import type { Bead } from '../domain/bead.ts'
import type { Color, SpanRole } from '../domain/highlight.ts'
import type {
  ArticleId,
  BeadId,
  HighlightId,
  NoteId,
  PairId,
  SpanId,
  SpeakerId,
  TagId,
} from '../domain/ids.ts'
import type { Block } from '../domain/text.ts'

/** An article with its whole text, blocks in reading order. */
export interface ExportArticle extends ArticleMetadata {
  readonly id: ArticleId
  readonly blocks: readonly Block[]
}

export interface ExportSpeaker {
  readonly id: SpeakerId
  readonly names: readonly {
    readonly language: LanguageTag
    readonly name: string
    readonly role: string | null
  }[]
}

/** Two articles read together. No beads: not aligned yet. */
export interface ExportPair {
  readonly id: PairId
  readonly kind: PairKind
  readonly leftArticleId: ArticleId
  readonly rightArticleId: ArticleId
  readonly beads: readonly Bead[]
}

export interface ExportTag {
  readonly id: TagId
  readonly parentId: TagId | null
  readonly name: string
  readonly description: string
}

export interface ExportSpan extends Anchor {
  readonly id: SpanId
  readonly role: SpanRole
  readonly state: AnchorState
}

/** A highlight with all that hangs on it. `spans` holds at least one. */
export interface ExportAnnotation {
  readonly id: HighlightId
  readonly color: Color
  readonly spans: readonly ExportSpan[]
  readonly tagIds: readonly TagId[]
  /** Markdown, as the user wrote it. */
  readonly note: string | null
  readonly noteId: NoteId | null
}

/** A note that is not a highlight's. `title`: its beginning, as one reads it. */
export interface ExportNote {
  readonly id: NoteId
  readonly title: string
  /** Markdown, as the user wrote it. */
  readonly body: string
  readonly on:
    | { readonly kind: 'article'; readonly articleId: ArticleId }
    | { readonly kind: 'bead'; readonly beadId: BeadId }
    | { readonly kind: 'free' }
}

/**
 * The one thing every export format is made from: plain rows, joined by id. It holds what its scope needs
 * and is complete: whatever an annotation, a pair or a tag refers to is in it. The order of its lists
 * means nothing; formats sort for themselves, so that the same library always gives the same bytes.
 */
export interface ExportModel {
  readonly articles: readonly ExportArticle[]
  readonly speakers: readonly ExportSpeaker[]
  readonly pairs: readonly ExportPair[]
  readonly tags: readonly ExportTag[]
  readonly annotations: readonly ExportAnnotation[]
  readonly notes: readonly ExportNote[]
  /** Names the user gave to colors 1–8; '' where none was given. */
  readonly colorNames: readonly string[]
}

/** What is to be exported. */
export type ExportScope =
  | { readonly kind: 'article'; readonly articleId: ArticleId }
  | { readonly kind: 'pair'; readonly pairId: PairId }
  | { readonly kind: 'tag'; readonly tagId: TagId }
  | { readonly kind: 'speaker'; readonly speakerId: SpeakerId }
  | { readonly kind: 'library' }
  /** The annotations of the model, all of them. */
  | { readonly kind: 'highlights' }

/** One file of an export. `path` is relative, with `/`; a text is written as UTF-8. */
export interface ExportedFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** A file that is text. */
export interface ExportedText extends ExportedFile {
  readonly content: string
}
