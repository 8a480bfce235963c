import { createStore, type StoreApi } from 'zustand'
import type { Selection } from '../../../shared/contract/schemas/annotation.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'

/** What stands in the side panel instead of the highlights. */
export type LinkPanel =
  | {
      readonly kind: 'suggestions'
      /** Looks for them at once, if nobody has yet. */
      readonly find?: boolean
    }
  | { readonly kind: 'counterparts'; readonly selection: Selection }

export interface LinkState {
  readonly panel: LinkPanel | null
  /** The two sentences of the suggestion that is looked at. */
  readonly shown: readonly SegmentId[]
  /** A sentence that was just gone to, for a moment. */
  readonly found: SegmentId | null
}

export const linkStore: StoreApi<LinkState> = createStore<LinkState>(() => ({
  panel: null,
  shown: [],
  found: null,
}))

const MOMENT = 3_000
let timer: ReturnType<typeof setTimeout> | undefined

/** Marks a sentence for a moment, wherever it is drawn. */
export function markFound(segmentId: SegmentId): void {
  clearTimeout(timer)
  linkStore.setState({ found: segmentId })
  timer = setTimeout(() => linkStore.setState({ found: null }), MOMENT)
}

export function openLinkPanel(panel: LinkPanel | null): void {
  linkStore.setState({ panel, shown: [] })
}
