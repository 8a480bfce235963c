import { create } from 'zustand'
import type { DoubtfulAnchor } from '../../shared/contract/schemas/revision.ts'
import type { Route } from './route-format.ts'

/** An anchor in doubt that a person is about to put in its place, by selecting it in the reader. */
export interface Attaching {
  readonly anchor: DoubtfulAnchor
  /** Where to go back to when it is done or left; null to stay. */
  readonly back: Route | null
}

interface AttachingStore {
  readonly attaching: Attaching | null
}

export const attachingStore = create<AttachingStore>(() => ({ attaching: null }))

export function startAttaching(attaching: Attaching): void {
  attachingStore.setState({ attaching })
}

export function stopAttaching(): void {
  attachingStore.setState({ attaching: null })
}
