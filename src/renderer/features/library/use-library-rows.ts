import { useMemo } from 'react'
import type { ApiError } from '../../../shared/contract/client.ts'
import type { ArticleSummary } from '../../../shared/contract/schemas/article.ts'
import type { PairSummary } from '../../../shared/contract/schemas/pair.ts'
import type { ReadingTarget } from '../../../shared/contract/schemas/reader.ts'
import type { TagId } from '../../../shared/domain/ids.ts'
import type { LibraryView } from '../../data/route-format.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { articleRow, pairRow, rowArticles, rowRemovedAt, type LibraryRow } from './library-row.ts'

export interface LibraryRows {
  readonly rows: readonly LibraryRow[]
  readonly isPending: boolean
  readonly error: ApiError | null
  readonly retry: () => void
}

const NO_ARTICLES: readonly ArticleSummary[] = []
const NO_PAIRS: readonly PairSummary[] = []

/** The rows of a view before filter and sorting, and whether they are already in their own order. */
export function useLibraryRows(view: LibraryView, tagId: TagId | null): LibraryRows {
  const removed = view === 'removed'
  const articles = useApiQuery('articles.list', { removed }, { keepPrevious: true })
  const pairs = useApiQuery('pairs.list', { removed }, { keepPrevious: true })
  const recent = useApiQuery('reader.recent', { limit: 50 }, { enabled: view === 'recent' })
  const tagged = useApiQuery('annotations.list', tagId === null ? {} : { tagId }, { enabled: tagId !== null })

  const articleList = articles.data ?? NO_ARTICLES
  const pairList = pairs.data ?? NO_PAIRS
  const recentList = recent.data
  const taggedList = tagged.data

  const rows = useMemo((): readonly LibraryRow[] => {
    const unpaired = articleList.filter(({ pairIds }) => pairIds.length === 0).map(articleRow)
    const paired = pairList.map(pairRow)
    if (tagId !== null) {
      const touched = new Set(
        (taggedList ?? []).flatMap(({ spans }) => spans.map(({ articleId }) => articleId)),
      )
      return [...paired, ...unpaired].filter((row) => rowArticles(row).some(({ id }) => touched.has(id)))
    }
    switch (view) {
      case 'all':
        return [...paired, ...unpaired]
      case 'pairs':
        return paired
      case 'unpaired':
        return unpaired
      case 'recent':
        return recentRows(
          (recentList ?? []).map(({ target }) => target),
          articleList,
          pairList,
        )
      case 'removed':
        return [...paired, ...articleList.map(articleRow)].toSorted(
          (a, b) => (rowRemovedAt(b) ?? 0) - (rowRemovedAt(a) ?? 0),
        )
    }
  }, [view, tagId, articleList, pairList, recentList, taggedList])

  const waiting = [
    articles,
    pairs,
    ...(view === 'recent' ? [recent] : []),
    ...(tagId === null ? [] : [tagged]),
  ]
  return {
    rows,
    isPending: waiting.some((query) => query.isPending || query.isPlaceholderData),
    error: waiting.find((query) => query.error !== null)?.error ?? null,
    retry: () => {
      for (const query of waiting) void query.refetch()
    },
  }
}

function recentRows(
  targets: readonly ReadingTarget[],
  articles: readonly ArticleSummary[],
  pairs: readonly PairSummary[],
): LibraryRow[] {
  const articleById = new Map(articles.map((article) => [article.id, article]))
  const pairById = new Map(pairs.map((pair) => [pair.id, pair]))
  return targets.flatMap((target) => {
    if (target.kind === 'pair') {
      const pair = pairById.get(target.pairId)
      return pair === undefined ? [] : [pairRow(pair)]
    }
    const article = articleById.get(target.articleId)
    return article === undefined ? [] : [articleRow(article)]
  })
}
