import type { AlignMenuChoice } from '../domain/align-action.ts'
import type { Entity } from '../domain/entity.ts'
import type { Job } from './schemas/job.ts'

/** Messages that the core, or a host, pushes to a window. */
export interface Events {
  /** Something was committed. `ids` lists what changed where that is few; an entity without ids changed at large. */
  changed: {
    readonly entities: readonly Entity[]
    readonly ids: Partial<Record<Entity, readonly string[]>>
    /** Who asked for it: the `origin` given with the call, so that an editor can tell its own echo. */
    readonly origin: string | null
  }
  job: { readonly job: Job }
  /** The user chose something of the align layer in the window's native menu. Sent by the host that has one. */
  menu: { readonly choice: AlignMenuChoice }
}

export type EventMessage = { [Name in keyof Events]: { readonly name: Name } & Events[Name] }[keyof Events]
