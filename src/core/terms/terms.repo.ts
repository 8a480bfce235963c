import type { Term } from '../../shared/contract/schemas/link.ts'
import type { TermId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

export interface TermForm {
  readonly language: string
  readonly form: string
}

/** The library's terms, newest first, each with its forms in the order they were given. */
export function listTerms(db: ReadDb): Term[] {
  const terms = db.all<Omit<Term, 'forms'>>(
    'SELECT id, note, created_at AS createdAt, updated_at AS updatedAt FROM terms ORDER BY id DESC',
  )
  const found = new Map<TermId, Term>(terms.map((term) => [term.id, { ...term, forms: [] }]))
  const forms = db.all<TermForm & { termId: TermId }>(
    'SELECT term_id AS termId, language, form FROM term_forms ORDER BY term_id, ordinal, language',
  )
  for (const { termId, language, form } of forms) found.get(termId)?.forms.push({ language, form })
  return [...found.values()]
}

export function findTerm(db: ReadDb, id: TermId): Term | null {
  const term = db.get<Omit<Term, 'forms'>>(
    'SELECT id, note, created_at AS createdAt, updated_at AS updatedAt FROM terms WHERE id = ?',
    [id],
  )
  if (term === undefined) return null
  const forms = db.all<TermForm>(
    'SELECT language, form FROM term_forms WHERE term_id = ? ORDER BY ordinal, language',
    [id],
  )
  return { ...term, forms }
}

export function insertTerm(
  db: WriteDb,
  term: {
    readonly id: TermId
    readonly note: string
    readonly forms: readonly TermForm[]
    readonly at: number
  },
): void {
  db.run('INSERT INTO terms (id, note, created_at, updated_at) VALUES (?, ?, ?, ?)', [
    term.id,
    term.note,
    term.at,
    term.at,
  ])
  // Counted through all languages, so that the forms come back in the order they were given.
  for (const [ordinal, { language, form }] of term.forms.entries()) {
    db.run('INSERT INTO term_forms (term_id, language, ordinal, form) VALUES (?, ?, ?, ?)', [
      term.id,
      language,
      ordinal,
      form,
    ])
  }
}

/** Deletes the term with its forms (by cascade). */
export function deleteTerm(db: WriteDb, id: TermId): void {
  db.run('DELETE FROM terms WHERE id = ?', [id])
}
