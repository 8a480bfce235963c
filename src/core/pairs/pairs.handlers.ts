import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'
import { requirePair, type PairsService } from './pairs.service.ts'

export function pairsHandlers({ store }: AreaContext, service: PairsService): AreaHandlers<'pairs'> {
  return {
    'pairs.list': ({ removed }) => service.list(removed),
    'pairs.get': ({ pairId }) => requirePair(store.read, pairId),
    'pairs.create': ({ leftArticleId, rightArticleId, kind }, { origin }) =>
      service.create(leftArticleId, rightArticleId, kind, origin),
    'pairs.update': ({ pairId, kind }, { origin }) => service.setKind(pairId, kind, origin),
    'pairs.remove'({ pairIds }, { origin }) {
      service.remove(pairIds, origin)
      return {}
    },
    'pairs.restore'({ pairIds }, { origin }) {
      service.restore(pairIds, origin)
      return {}
    },
  }
}
