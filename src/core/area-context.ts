import { v7 as uuidv7 } from 'uuid'
import type { Id } from '../shared/domain/ids.ts'
import type { Store } from './store/store.ts'

/** What every area of the core is given. */
export interface AreaContext {
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** A new id: UUIDv7, so that ids sort by the time they were made and libraries can be merged. */
export function newId<Kind extends string>(): Id<Kind> {
  return uuidv7() as Id<Kind>
}
