import type { Annotation, Span } from '../../../shared/contract/schemas/annotation.ts'
import type { ArticleId } from '../../../shared/domain/ids.ts'

/** Number of blocks per open article: what makes positions of two articles comparable. */
export type BlockCounts = Readonly<Record<ArticleId, number>>

/** The span a highlight is listed by. */
export function primarySpan(annotation: Annotation): Span | null {
  return annotation.spans.find((span) => span.role === 'primary') ?? annotation.spans[0] ?? null
}

/**
 * Compares two highlights by where they stand in the open texts. The articles of a pair run side by side,
 * so a block counts by how far down its article it is. Lost ones come last.
 */
export function compareAnnotations(a: Annotation, b: Annotation, counts: BlockCounts): number {
  return compareKeyed(
    { annotation: a, key: orderKey(a, counts) },
    { annotation: b, key: orderKey(b, counts) },
  )
}

/** Sorts highlights as `compareAnnotations` does, working out each one's place once: ten thousand are many. */
export function inReadingOrder(annotations: readonly Annotation[], counts: BlockCounts): Annotation[] {
  return annotations
    .map((annotation): Keyed => ({ annotation, key: orderKey(annotation, counts) }))
    .toSorted(compareKeyed)
    .map(({ annotation }) => annotation)
}

interface Keyed {
  readonly annotation: Annotation
  readonly key: readonly number[]
}

function compareKeyed({ annotation: a, key: first }: Keyed, { annotation: b, key: second }: Keyed): number {
  for (let index = 0; index < first.length; index += 1) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0)
    if (difference !== 0) return difference
  }
  if (a.createdAt !== b.createdAt) return a.createdAt - b.createdAt
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function orderKey(annotation: Annotation, counts: BlockCounts): readonly number[] {
  const span =
    annotation.spans.find((each) => each.role === 'primary' && each.articleId in counts) ??
    annotation.spans.find((each) => each.articleId in counts)
  if (span?.order === null || span === undefined) return [Number.MAX_VALUE, 0, 0]
  const [block, segment, offset] = span.order
  return [block / Math.max(1, counts[span.articleId] ?? 1), segment, offset]
}
