import type { Draft } from '../shared/contract/schemas/import.ts'
import type { ErrorCode } from '../shared/domain/error.ts'
import type { ArticleId, DraftId, PairId } from '../shared/domain/ids.ts'
import { counted } from './counted.ts'

/**
 * What became of a file, as `import --json` gives it. `found`: read but not saved. `duplicate`: the library
 * has this very text, or an earlier file is the same; `articleId` is that article, if there is one by now.
 * `skipped`: in a folder, and not of a format we read. Of aligned texts, title, language and the rest are those of
 * the left one; `pairId`, `articleIds` and `pair` tell of both.
 */
export interface FileFacts {
  readonly path: string
  readonly status: 'imported' | 'found' | 'duplicate' | 'failed' | 'skipped'
  readonly articleId: string | null
  /** The articles the file has become: one, or the two of a pair. */
  readonly articleIds: readonly string[]
  readonly pairId: string | null
  /** Of aligned texts, what was found. */
  readonly pair: PairFacts | null
  readonly title: string | null
  readonly language: string | null
  readonly date: string | null
  readonly place: string | null
  readonly source: string | null
  readonly warnings: readonly { readonly code: string; readonly detail: string }[]
  readonly error: { readonly code: ErrorCode; readonly message: string } | null
}

/** What a file of aligned texts gives. */
export interface PairFacts {
  readonly format: string
  /** The languages of the file with the units that have text in each. */
  readonly languages: readonly { readonly language: string; readonly count: number }[]
  readonly left: { readonly title: string; readonly language: string }
  readonly right: { readonly title: string; readonly language: string }
  readonly beadCount: number
  readonly verifiedCount: number
  readonly oneSidedCount: number
  /** Texts in another variant of a side's language, where a unit has not the chosen one. */
  readonly standInCount: number
  readonly skipped: readonly { readonly reason: string; readonly count: number }[]
}

/** What a draft has become. */
export interface Saved {
  readonly articleIds: readonly ArticleId[]
  readonly pairId: PairId | null
}

const NOTHING = {
  articleId: null,
  articleIds: [],
  pairId: null,
  pair: null,
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

/** `saved`: what drafts of the same command have become. */
export function factsOf(path: string, draft: Draft, saved: ReadonlyMap<DraftId, Saved>): FileFacts {
  if (draft.status === 'failed') {
    const { code, message } = draft.error
    return { path, status: 'failed', ...NOTHING, error: { code, message } }
  }
  const { title, language, date, place, source } = draft.status === 'bitext' ? draft.left : draft.metadata
  const { articleIds, pairId } = saved.get(draft.id) ?? { articleIds: [], pairId: null }
  const articleId = articleIds[0] ?? null
  const isDuplicate = articleId === null && (draft.duplicateOf !== null || draft.sameAs !== null)
  const twin =
    draft.duplicateOf ?? (draft.sameAs === null ? null : (saved.get(draft.sameAs)?.articleIds[0] ?? null))
  return {
    path,
    status: isDuplicate ? 'duplicate' : articleId === null ? 'found' : 'imported',
    articleId: articleId ?? twin,
    articleIds,
    pairId,
    pair: draft.status === 'bitext' ? pairFacts(draft) : null,
    title,
    language,
    date,
    place,
    source,
    warnings: draft.warnings,
    error: null,
  }
}

function pairFacts(draft: Extract<Draft, { status: 'bitext' }>): PairFacts {
  const { format, languages, left, right, beadCount, verifiedCount, oneSidedCount, standInCount, skipped } =
    draft
  return {
    format,
    languages: languages.map(({ language, count }) => ({ language, count })),
    left: { title: left.title, language: left.language },
    right: { title: right.title, language: right.language },
    beadCount,
    verifiedCount,
    oneSidedCount,
    standInCount,
    skipped,
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
    ...(facts.pair === null ? [] : pairLines(facts.pair)),
    ...(facts.pairId === null ? [] : [`  pair ${facts.pairId}`]),
    ...(facts.articleIds.length > 1
      ? facts.articleIds.map((id) => `  ${id}`)
      : facts.articleId === null
        ? []
        : [`  ${facts.articleId}`]),
    ...facts.warnings.map(({ code, detail }) => `  ! ${code}${detail === '' ? '' : `: ${detail}`}`),
  ]
}

function pairLines({
  left,
  right,
  languages,
  beadCount,
  verifiedCount,
  oneSidedCount,
  standInCount,
  skipped,
}: PairFacts): string[] {
  const counts = [
    counted(beadCount, 'bead'),
    `${verifiedCount} verified`,
    `${oneSidedCount} with one side`,
    ...(standInCount === 0 ? [] : [`${standInCount} in another variant of the language`]),
    ...skipped.map(({ reason, count }) => `${count} skipped (${reason})`),
  ]
  return [
    `  ${right.title}  (${right.language})`,
    `  ${left.language} ⇄ ${right.language}, of ${languages.map(({ language, count }) => `${language} (${count})`).join(', ')}`,
    `  ${counts.join(' · ')}`,
  ]
}
