import type { Term } from '../../shared/contract/schemas/link.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { TermId } from '../../shared/domain/ids.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { shorten } from '../history/shorten.ts'
import type { ReadDb } from '../store/handles.ts'
import { deleteTerm, findTerm, insertTerm, listTerms, type TermForm } from './terms.repo.ts'

/** The term. Throws `not_found`. */
export function requireTerm(db: ReadDb, id: TermId): Term {
  const term = findTerm(db, id)
  if (term === null) throw new DuizhaoError('not_found', 'There is no such term in this library.', { id })
  return term
}

export interface TermsService {
  list(): Term[]
  /** Throws `invalid_input` unless there are forms in two languages. */
  create(term: { readonly forms: readonly TermForm[]; readonly note: string }, origin: string | null): Term
  /** Throws `not_found`. */
  remove(ids: readonly TermId[], origin: string | null): void
}

const nameOf = (forms: readonly TermForm[]): string =>
  shorten(
    withoutRepeats(forms, ({ language }) => language)
      .map(({ form }) => form)
      .join(' ⇄ '),
  )

export function createTermsService({ store, now }: AreaContext): TermsService {
  return {
    list: () => listTerms(store.read),

    create({ forms: given, note }, origin) {
      const forms = withoutRepeats(given, ({ language, form }) => `${language} ${form}`)
      if (new Set(forms.map(({ language }) => language)).size < 2) {
        throw new DuizhaoError('invalid_input', 'A term needs a form in each of two languages at least.')
      }
      const id = newId<'term'>()
      const label = { kind: 'term.create', subject: nameOf(forms), count: 1 } as const
      store.write({ label, scope: '', origin }, (db) => insertTerm(db, { id, note, forms, at: now() }))
      return requireTerm(store.read, id)
    },

    remove(ids, origin) {
      const terms = ids.map((id) => requireTerm(store.read, id))
      const label = {
        kind: 'term.remove',
        subject: nameOf(terms[0]?.forms ?? []),
        count: ids.length,
      } as const
      store.write({ label, scope: '', origin }, (db) => {
        for (const id of ids) deleteTerm(db, id)
      })
    },
  }
}

/** The first of each key, in order. */
function withoutRepeats(forms: readonly TermForm[], keyOf: (form: TermForm) => string): readonly TermForm[] {
  const seen = new Set<string>()
  return forms.filter((form) => {
    const key = keyOf(form)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
