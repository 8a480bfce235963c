import { createStore, type StoreApi } from 'zustand'
import type { Side } from '../../../shared/domain/article.ts'

/** Where the reader is. */
export interface Pointer {
  /** The current row: keys work on it. */
  readonly rowIndex: number
  /** Whether the row is shown as current; not before the reader has touched one. */
  readonly shown: boolean
  readonly side: Side
  /** The row that tells how far one is: the current one, or the first in view when that is out of sight. */
  readonly seen: number
}

export type PointerStore = StoreApi<Pointer>

export function createPointer(start: Pointer): PointerStore {
  return createStore<Pointer>(() => start)
}
