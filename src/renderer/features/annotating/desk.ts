import { createContext, use, type ReactNode } from 'react'
import type { Annotation, Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { Color } from '../../../shared/domain/highlight.ts'
import type { ArticleId, HighlightId, SpeakerId, TagId } from '../../../shared/domain/ids.ts'
import type { SpeakersOf } from './annotation-filter.ts'
import type { Annotations } from './annotation-store.ts'

/** What annotating needs to know of an open article. */
export interface DeskArticle {
  readonly id: ArticleId
  readonly title: string
  readonly language: string
}

/** The table the annotating parts work at; the page sets it. */
export interface Desk {
  readonly annotations: Annotations
  readonly articles: readonly DeskArticle[]
  readonly tags: readonly Tag[]
  /** Who speaks in the open texts. */
  readonly speakers: readonly { readonly id: SpeakerId; readonly name: string }[]
  readonly speakersOf: SpeakersOf
  readonly colorName: (color: Color) => string
  /** Shows a highlight in the text and makes it the active one. */
  readonly goTo: (id: HighlightId) => void
  /** Shows a highlight in the text and opens the tag box beside it. */
  readonly openTags: (id: HighlightId) => void
  /** The words that face a highlight on the other side, where that is known: its mirror, or all of the row. */
  readonly counterpart: (annotation: Annotation) => {
    readonly kind: 'mirror' | 'row'
    readonly text: string
    /** Undefined where the article is not open. */
    readonly language: string | undefined
  } | null
  /** Calls `listener` when more of the text has come: it may face something. */
  readonly onText: (listener: () => void) => () => void
  /** What else stands in the card of the active highlight. */
  readonly cardDetail: (annotation: Annotation) => ReactNode
  /** Gives the focus back to the text. */
  readonly backToText: () => void
}

const DeskContext = createContext<Desk | null>(null)

export const DeskProvider = DeskContext.Provider

/** The desk; null where no text is open. */
export function useDeskIfAny(): Desk | null {
  return use(DeskContext)
}

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('annotating needs a desk')
  return desk
}

/** The tags with the ids, in the order of their paths. */
export function tagsOf(tags: readonly Tag[], ids: readonly TagId[]): Tag[] {
  return tags.filter((tag) => ids.includes(tag.id))
}
