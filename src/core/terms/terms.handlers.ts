import type { AreaHandlers } from '../handlers.ts'
import type { TermsService } from './terms.service.ts'

export function termsHandlers(service: TermsService): AreaHandlers<'terms'> {
  return {
    'terms.list': () => service.list(),
    'terms.create': (term, { origin }) => service.create(term, origin),
    'terms.remove'({ termIds }, { origin }) {
      service.remove(termIds, origin)
      return {}
    },
  }
}
