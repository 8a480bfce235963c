import type { LinkId } from '../../shared/domain/ids.ts'
import type { AnchorOwner } from '../annotations/carried-anchors.repo.ts'
import type { DoubtService } from '../annotations/doubt.service.ts'
import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'
import type { CounterpartsService } from './counterparts.service.ts'
import type { LinkEndRole } from './links.repo.ts'
import { requireLink, type LinksService } from './links.service.ts'
import type { SuggestionsService } from './suggestions.service.ts'

export function linksHandlers(
  { store }: AreaContext,
  links: LinksService,
  suggestions: SuggestionsService,
  counterparts: CounterpartsService,
  doubt: DoubtService,
): AreaHandlers<'links'> {
  return {
    'links.list': (filter) => links.list(filter),
    'links.create': ({ pairId, from, to }, { origin }) => links.create(pairId, from, to, origin),
    'links.remove'({ linkIds }, { origin }) {
      links.remove(linkIds, origin)
      return {}
    },
    'links.decide': (decision, { origin }) => links.decide(decision, origin),
    'links.settle'({ ends }, { origin }) {
      doubt.settle(ends.map(ofEnd), origin)
      return {}
    },
    'links.detach'({ ends }, { origin }) {
      doubt.detach(ends.map(ofEnd), origin)
      return {}
    },
    'links.attach'({ linkId, role, selection }, { origin }) {
      doubt.attach(ofEnd({ linkId, role }), selection, origin)
      return requireLink(store.read, linkId)
    },
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

function ofEnd(end: { readonly linkId: LinkId; readonly role: LinkEndRole }): AnchorOwner {
  return { kind: 'link-end', ...end }
}
