import { createStore, type StoreApi } from 'zustand'
import type { Side } from '../../../shared/domain/article.ts'

/** Where the reader is: the current row, and the side keys work on. */
export interface Pointer {
  readonly rowIndex: number
  readonly side: Side
}

export type PointerStore = StoreApi<Pointer>

export function createPointer(start: Pointer): PointerStore {
  return createStore<Pointer>(() => start)
}
