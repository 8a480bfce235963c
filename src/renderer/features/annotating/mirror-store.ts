import { createStore, type StoreApi } from 'zustand'
import type { AnchorPart } from '../../../shared/domain/anchor.ts'
import type { ArticleId, HighlightId, SpanId } from '../../../shared/domain/ids.ts'
import type { LinkReason } from '../../../shared/domain/link.ts'

/** A stretch of one article as it would be stored. Offsets are UTF-16 code units within the segments. */
export interface Stretch {
  readonly articleId: ArticleId
  readonly parts: readonly AnchorPart[]
  readonly exact: string
}

/** What is being done about the mirror of a highlight. */
export type Mirroring =
  | { readonly kind: 'asking'; readonly highlightId: HighlightId; readonly articleId: ArticleId }
  | {
      readonly kind: 'proposed'
      readonly highlightId: HighlightId
      readonly articleId: ArticleId
      readonly stretch: Stretch
      /** From 0 to 1; null once a person has moved its edges. */
      readonly confidence: number | null
      readonly reasons: readonly LinkReason[]
    }
  /** Nothing speaks for a counterpart: it is to be selected in this article. */
  | { readonly kind: 'by-hand'; readonly highlightId: HighlightId; readonly articleId: ArticleId }
  /** It has a mirror, whose edges the keys move. */
  | {
      readonly kind: 'adjusting'
      readonly highlightId: HighlightId
      readonly articleId: ArticleId
      readonly spanId: SpanId
    }

export interface MirrorState {
  readonly mirroring: Mirroring | null
  /** Where the edge that is being dragged would leave its span. */
  readonly dragged: Stretch | null
}

const NOTHING: MirrorState = { mirroring: null, dragged: null }

/** What is proposed and not yet kept. Of this window only. */
export const mirrorStore: StoreApi<MirrorState> = createStore<MirrorState>(() => NOTHING)

export function setMirroring(mirroring: Mirroring | null): void {
  mirrorStore.setState({ mirroring })
}

/** Nothing is proposed any more. */
export function stopMirroring(): void {
  mirrorStore.setState(NOTHING)
}

/** The stretches that are shown dashed because nothing of them is kept yet. */
export function proposedStretches({ mirroring, dragged }: MirrorState): readonly Stretch[] {
  if (dragged !== null) return [dragged]
  return mirroring?.kind === 'proposed' ? [mirroring.stretch] : []
}
