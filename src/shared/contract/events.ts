import type { Entity } from '../domain/entity.ts'
import type { Job } from './schemas/job.ts'

/** Messages the core pushes to its hosts' windows. */
export interface Events {
  /** Something was committed. `ids` lists what changed where that is few; an entity without ids changed at large. */
  changed: {
    readonly entities: readonly Entity[]
    readonly ids: Partial<Record<Entity, readonly string[]>>
    /** Who asked for it: the `origin` given with the call, so that an editor can tell its own echo. */
    readonly origin: string | null
  }
  job: { readonly job: Job }
}

export type EventMessage = { [Name in keyof Events]: { readonly name: Name } & Events[Name] }[keyof Events]
