import { create } from 'zustand'

/** What may lie over the page. One at a time. */
export type Overlay = 'palette' | 'settings' | 'history' | 'keys' | 'about'

interface OverlayStore {
  readonly overlay: Overlay | null
}

const useOverlayStore = create<OverlayStore>(() => ({ overlay: null }))

export function useOverlay(): Overlay | null {
  return useOverlayStore(({ overlay }) => overlay)
}

export function showOverlay(overlay: Overlay | null): void {
  useOverlayStore.setState({ overlay })
}
