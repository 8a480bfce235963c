import type { Draft } from '../shared/contract/schemas/import.ts'
import type { ErrorCode } from '../shared/domain/error.ts'
import type { ArticleId, DraftId } from '../shared/domain/ids.ts'

/**
 * What became of a file, as `import --json` gives it. `found`: read but not saved. `duplicate`: the library
 * has this very text, or an earlier file is the same; `articleId` is that article, if there is one by now.
 * `skipped`: in a folder, and not of a format we read.
 */
export interface FileFacts {
  readonly path: string
  readonly status: 'imported' | 'found' | 'duplicate' | 'failed' | 'skipped'
  readonly articleId: string | null
  readonly title: string | null
  readonly language: string | null
  readonly date: string | null
  readonly place: string | null
  readonly source: string | null
  readonly warnings: readonly { readonly code: string; readonly detail: string }[]
  readonly error: { readonly code: ErrorCode; readonly message: string } | null
}

const NOTHING = {
  articleId: null,
  title: null,
  language: null,
  date: null,
  place: null,
  source: null,
  warnings: [],
  error: null,
} as const

export function skippedFacts(path: string): FileFacts {
  return { path, status: 'skipped', ...NOTHING }
}

/** `saved`: the articles that drafts of the same command have become. */
export function factsOf(path: string, draft: Draft, saved: ReadonlyMap<DraftId, ArticleId>): FileFacts {
  if (draft.status === 'failed') {
    const { code, message } = draft.error
    return { path, status: 'failed', ...NOTHING, error: { code, message } }
  }
  const { title, language, date, place, source } = draft.metadata
  const articleId = saved.get(draft.id) ?? null
  const isDuplicate = articleId === null && (draft.duplicateOf !== null || draft.sameAs !== null)
  const twin = draft.duplicateOf ?? (draft.sameAs === null ? null : (saved.get(draft.sameAs) ?? null))
  return {
    path,
    status: isDuplicate ? 'duplicate' : articleId === null ? 'found' : 'imported',
    articleId: articleId ?? twin,
    title,
    language,
    date,
    place,
    source,
    warnings: draft.warnings,
    error: null,
  }
}

/** The same for people. */
export function linesOf(facts: FileFacts): string[] {
  if (facts.error !== null) return [`${facts.status}  ${facts.path}  ${facts.error.message}`]
  if (facts.title === null) return [`${facts.status}  ${facts.path}`]
  const details = [facts.language, facts.date, facts.place, facts.source].filter((value) => value !== null)
  return [
    `${facts.status}  ${facts.path}`,
    `  ${facts.title}  (${details.join(' · ')})`,
    ...(facts.articleId === null ? [] : [`  ${facts.articleId}`]),
    ...facts.warnings.map(({ code, detail }) => `  ! ${code}${detail === '' ? '' : `: ${detail}`}`),
  ]
}
