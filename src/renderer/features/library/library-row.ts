import type { ArticleSummary } from '../../../shared/contract/schemas/article.ts'
import type { PairSummary } from '../../../shared/contract/schemas/pair.ts'
import type { ReadingTarget } from '../../../shared/contract/schemas/reader.ts'
import type { ArticleId, PairId } from '../../../shared/domain/ids.ts'

/** One line of the library: a pair, or an article by itself. */
export type LibraryRow =
  | { readonly kind: 'pair'; readonly id: PairId; readonly pair: PairSummary }
  | { readonly kind: 'article'; readonly id: ArticleId; readonly article: ArticleSummary }

export type RowId = LibraryRow['id']

export function pairRow(pair: PairSummary): LibraryRow {
  return { kind: 'pair', id: pair.id, pair }
}

export function articleRow(article: ArticleSummary): LibraryRow {
  return { kind: 'article', id: article.id, article }
}

/** The article whose metadata a row is sorted and named by. */
export function leadArticle(row: LibraryRow): ArticleSummary {
  return row.kind === 'pair' ? row.pair.left : row.article
}

export function rowArticles(row: LibraryRow): readonly ArticleSummary[] {
  return row.kind === 'pair' ? [row.pair.left, row.pair.right] : [row.article]
}

export function rowTitle(row: LibraryRow): string {
  return leadArticle(row).title
}

export function rowTarget(row: LibraryRow): ReadingTarget {
  return row.kind === 'pair' ? { kind: 'pair', pairId: row.id } : { kind: 'article', articleId: row.id }
}

export function rowAddedAt(row: LibraryRow): number {
  return row.kind === 'pair' ? row.pair.createdAt : row.article.createdAt
}

export function rowRemovedAt(row: LibraryRow): number | null {
  return row.kind === 'pair' ? row.pair.deletedAt : row.article.deletedAt
}
