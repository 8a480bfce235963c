import { createStore, type StoreApi } from 'zustand'
import type { Selection } from '../../../shared/contract/schemas/annotation.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'

/** What stands in the side panel instead of the highlights. */
export type LinkPanel =
  { readonly kind: 'suggestions' } | { readonly kind: 'counterparts'; readonly selection: Selection }

export interface LinkState {
  readonly panel: LinkPanel | null
  /** The two sentences of the suggestion that is looked at. */
  readonly shown: readonly SegmentId[]
}

export const linkStore: StoreApi<LinkState> = createStore<LinkState>(() => ({ panel: null, shown: [] }))

export function openLinkPanel(panel: LinkPanel | null): void {
  linkStore.setState({ panel, shown: [] })
}
