import type { Client } from '../src/shared/contract/client.ts'
import { COLORS } from '../src/shared/domain/highlight.ts'
import type { ArticleId } from '../src/shared/domain/ids.ts'
import { median } from './figures.ts'
import { seededRandom } from './make-text.ts'

/**
 * Puts highlights all over an article through the API, one step each, as a user would. Answers what one
 * cost, in milliseconds: the median of the first hundred and of the last.
 */
export async function highlightArticle(
  api: Client,
  articleId: ArticleId,
  count: number,
): Promise<{ first: number; last: number }> {
  const random = seededRandom(7)
  const segments = (await api.articles.blocks({ articleId })).flatMap((block) => block.segments)
  const times: number[] = []
  for (let made = 0; made < count; made += 1) {
    const segment = segments[Math.floor((made / count) * segments.length)]
    if (segment === undefined) break
    const start = Math.floor(random() * Math.max(1, segment.text.length - 3))
    const end = Math.min(segment.text.length, start + 2 + Math.floor(random() * 12))
    const begun = performance.now()
    await api.annotations.create({
      selection: {
        articleId,
        startSegmentId: segment.id,
        startOffset: start,
        endSegmentId: segment.id,
        endOffset: end,
        exact: segment.text.slice(start, end),
      },
      color: COLORS[made % COLORS.length] ?? 1,
    })
    times.push(performance.now() - begun)
  }
  return { first: median(times.slice(0, 100)), last: median(times.slice(-100)) }
}
