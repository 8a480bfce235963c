import { contract, isMethodName } from '../../shared/contract/contract.ts'
import type { Entity } from '../../shared/domain/entity.ts'
import { onEvent } from '../api/api.ts'
import { onConnection } from '../api/connection.ts'
import { queryClient } from './query-client.ts'

/** Whether the answer of a query named `name` is made of one of the entities. */
export function readsAny(name: unknown, entities: ReadonlySet<Entity>): boolean {
  if (typeof name !== 'string' || !isMethodName(name)) return false
  return contract[name].reads.some((entity) => entities.has(entity))
}

/** Keeps the cache true: asks again for exactly what a change touches, and for everything after a lost connection. */
export function startInvalidation(): () => void {
  let waiting = new Set<Entity>()

  function flush(): void {
    const entities = waiting
    waiting = new Set()
    void queryClient.invalidateQueries({ predicate: (query) => readsAny(query.queryKey[0], entities) })
  }

  const stopEvents = onEvent((event) => {
    if (event.name === 'job') {
      // Drafts are no entity of the library: they are there once their job is done. Reset, because a first
      // question that is still on its way, and will say there are none, is not asked again when invalidated.
      if (event.job.state === 'done' && event.job.kind === 'import')
        void queryClient.resetQueries({ queryKey: ['imports.drafts', { jobId: event.job.id }] })
      return
    }
    if (event.name !== 'changed') return
    if (waiting.size === 0) queueMicrotask(flush)
    for (const entity of event.entities) waiting.add(entity)
  })
  const stopConnection = onConnection((connection) => {
    if (connection === 'open') void queryClient.invalidateQueries()
  })
  return () => {
    stopEvents()
    stopConnection()
  }
}
