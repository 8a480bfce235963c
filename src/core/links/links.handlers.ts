import type { AreaHandlers } from '../handlers.ts'
import type { CounterpartsService } from './counterparts.service.ts'
import type { LinksService } from './links.service.ts'
import type { SuggestionsService } from './suggestions.service.ts'

export function linksHandlers(
  links: LinksService,
  suggestions: SuggestionsService,
  counterparts: CounterpartsService,
): AreaHandlers<'links'> {
  return {
    'links.list': (filter) => links.list(filter),
    'links.create': ({ pairId, from, to }, { origin }) => links.create(pairId, from, to, origin),
    'links.remove'({ linkIds }, { origin }) {
      links.remove(linkIds, origin)
      return {}
    },
    'links.decide': (decision, { origin }) => links.decide(decision, origin),
    'links.suggest': ({ pairId }) => ({ jobId: suggestions.suggest(pairId) }),
    'links.suggestions': ({ pairId }) => ({ suggestions: suggestions.suggestions(pairId) }),
    'links.compare': ({ leftArticleId, rightArticleId }) => ({
      jobId: suggestions.compare(leftArticleId, rightArticleId),
    }),
    'links.compared': ({ jobId }) => ({ suggestions: suggestions.compared(jobId) }),
    'links.findCounterparts': ({ selection, limit }) => ({ jobId: counterparts.find(selection, limit) }),
    'links.counterparts': ({ jobId }) => ({ counterparts: counterparts.counterparts(jobId) }),
  }
}
