import type { AreaHandlers } from '../handlers.ts'
import type { ReaderService } from './reader.service.ts'

export function readerHandlers(service: ReaderService): AreaHandlers<'reader'> {
  return {
    'reader.open': ({ target }) => service.open(target),
    'reader.rows': ({ target, from, limit }) => service.rows(target, from, limit),
    'reader.locate': ({ target, segmentId }) => ({ rowIndex: service.locate(target, segmentId) }),
    'reader.find': ({ target, query, limit }) => service.find(target, query, limit),
    'reader.remember'({ target, segmentId, offset }, { origin }) {
      service.remember(target, segmentId, offset, origin)
      return {}
    },
    'reader.recent': ({ limit }) => service.recent(limit),
  }
}
