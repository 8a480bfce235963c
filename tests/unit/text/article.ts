import type { ArticleId, SegmentId } from '../../../src/shared/domain/ids.ts'
import type { AnchorText } from '../../../src/shared/text/anchor-text.ts'

// Ids are checked by nobody; in tests any name will do.
function isSegmentId(name: string): name is SegmentId {
  return name !== ''
}

function isArticleId(name: string): name is ArticleId {
  return name !== ''
}

export function segmentId(name: string): SegmentId {
  if (!isSegmentId(name)) throw new Error('a segment needs a name')
  return name
}

/** An article whose segments are named `s0`, `s1` … unless names are given. */
export function article(texts: readonly string[], names: readonly string[] = []): AnchorText {
  const articleId = 'article'
  if (!isArticleId(articleId)) throw new Error('an article needs a name')
  return {
    articleId,
    segments: texts.map((text, number) => ({
      id: segmentId(names[number] ?? `s${String(number)}`),
      text,
    })),
  }
}
