import { randomUUID } from 'node:crypto'
import type { Core } from '../../src/core/core-types.ts'
import type { EventMessage } from '../../src/shared/contract/events.ts'
import { grantId } from '../../src/shared/contract/schemas/ids.ts'
import type { GrantId } from '../../src/shared/domain/ids.ts'

export interface ProbeCore extends Core {
  /** Everything that got through to the core, in order. */
  readonly reached: unknown[]
  readonly listenerCount: () => number
  emit(event: EventMessage): void
}

/** A core that only notes what reaches it: for tests of what must not. */
export function createProbeCore(): ProbeCore {
  const reached: unknown[] = []
  const listeners = new Set<(event: EventMessage) => void>()
  const note = (entry: unknown): GrantId => {
    reached.push(entry)
    return grantId.parse(randomUUID())
  }
  return {
    reached,
    listenerCount: () => listeners.size,
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    call: async (method, input, context) => {
      reached.push({ method, input, origin: context?.origin ?? null })
      return { ok: true, value: { echo: input } }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    grants: {
      addFile: (path) => note({ file: path }),
      addBytes: (name, bytes) => note({ name, length: bytes.byteLength }),
      addDirectory: (path) => note({ directory: path }),
    },
    close: async () => undefined,
  }
}
