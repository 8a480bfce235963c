import type { Annotation, Span } from '../../shared/contract/schemas/annotation.ts'
import type { ArticleId } from '../../shared/domain/ids.ts'

/** Lost spans have no place in the text and come last. */
function compareSpans(a: Span, b: Span): number {
  if (a.order === null || b.order === null) return (a.order === null ? 1 : 0) - (b.order === null ? 1 : 0)
  for (const index of [0, 1, 2] as const) {
    const difference = a.order[index] - b.order[index]
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * Annotations in reading order: article by article as they are listed (others after them, by id), within
 * an article by where the span starts. Ties are settled by id, so the order is total.
 */
export function orderAnnotations(
  annotations: readonly Annotation[],
  articleIds: readonly ArticleId[],
): Annotation[] {
  const rank = new Map(articleIds.map((id, index) => [id, index]))
  const rankOf = (span: Span | undefined): number =>
    span === undefined ? Number.MAX_SAFE_INTEGER : (rank.get(span.articleId) ?? articleIds.length)
  return annotations.toSorted((a, b) => {
    const [first, second] = [a.spans[0], b.spans[0]]
    const byRank = rankOf(first) - rankOf(second)
    if (byRank !== 0) return byRank
    if (first !== undefined && second !== undefined) {
      if (first.articleId !== second.articleId) return first.articleId < second.articleId ? -1 : 1
      const bySpan = compareSpans(first, second)
      if (bySpan !== 0) return bySpan
    }
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
  })
}
