import { createStore, type StoreApi } from 'zustand'
import type { Selection } from '../../../shared/contract/schemas/annotation.ts'

/** What stands in the side panel instead of the highlights. */
export type LinkPanel =
  { readonly kind: 'suggestions' } | { readonly kind: 'counterparts'; readonly selection: Selection }

export interface LinkState {
  readonly panel: LinkPanel | null
}

export const linkStore: StoreApi<LinkState> = createStore<LinkState>(() => ({ panel: null }))

export function openLinkPanel(panel: LinkPanel | null): void {
  linkStore.setState({ panel })
}
