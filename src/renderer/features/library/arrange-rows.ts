import type { ArticleSummary } from '../../../shared/contract/schemas/article.ts'
import { leadArticle, rowAddedAt, rowArticles, rowTitle, type LibraryRow } from './library-row.ts'

export const SORT_ORDERS = ['added', 'title', 'date', 'source', 'language'] as const
export type SortOrder = (typeof SORT_ORDERS)[number]

export interface RowFilter {
  /** Part of a title; any case, any width. */
  readonly text: string
  /** A language tag; '' takes all. */
  readonly language: string
}

/** Whether the words of `text` all occur in the row's titles, places, sources or authors. */
export function matchesText(row: LibraryRow, text: string): boolean {
  const words = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return true
  const hay = fold(rowArticles(row).map(described).join('\n'))
  return words.every((word) => hay.includes(word))
}

export function filterRows(rows: readonly LibraryRow[], { text, language }: RowFilter): LibraryRow[] {
  return rows.filter(
    (row) =>
      matchesText(row, text) &&
      (language === '' || rowArticles(row).some((article) => article.language === language)),
  )
}

/**
 * Sorts by what the rows' first article says; what says nothing comes last. Ties go by title, but for the time
 * added, and what is still even goes by time and id: ids grow, so the same steps give the same order in any library.
 */
export function sortRows(
  rows: readonly LibraryRow[],
  order: SortOrder,
  collator: Intl.Collator,
): LibraryRow[] {
  const byTitle = (a: LibraryRow, b: LibraryRow): number => collator.compare(rowTitle(a), rowTitle(b))
  const byField =
    (field: 'source' | 'language') =>
    (a: LibraryRow, b: LibraryRow): number =>
      lastIfNull(leadArticle(a)[field], leadArticle(b)[field], (x, y) => collator.compare(x, y))
  const newestDate = (a: LibraryRow, b: LibraryRow): number =>
    lastIfNull(leadArticle(a).date, leadArticle(b).date, (x, y) => (x < y ? 1 : x > y ? -1 : 0))
  const newest = (a: LibraryRow, b: LibraryRow): number => rowAddedAt(b) - rowAddedAt(a)
  const compare = {
    added: newest,
    title: byTitle,
    date: newestDate,
    source: byField('source'),
    language: byField('language'),
  }[order]
  const newestId = (a: LibraryRow, b: LibraryRow): number => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
  const tie = order === 'added' ? newestId : byTitle
  return rows.toSorted((a, b) => compare(a, b) || tie(a, b) || newest(a, b) || newestId(a, b))
}

/** The languages that occur, most frequent first. */
export function languagesOf(rows: readonly LibraryRow[]): string[] {
  const counts = new Map<string, number>()
  for (const row of rows)
    for (const { language } of rowArticles(row)) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([language]) => language)
}

function described({ title, place, source, author }: ArticleSummary): string {
  return [title, place, source, author].filter((part) => part !== null).join('\n')
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function lastIfNull(a: string | null, b: string | null, compare: (a: string, b: string) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compare(a, b)
}
