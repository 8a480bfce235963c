import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'
import { findOriginalEncoding, listArticles } from './articles.repo.ts'
import { requireArticle, type ArticlesService } from './articles.service.ts'
import type { BlocksService } from './blocks.service.ts'
import type { RevisingService } from './revising.service.ts'
import type { SegmentsService } from './segments.service.ts'
import { readSpeakers } from './speakers.repo.ts'
import { readBlocks } from './text.repo.ts'

export function articlesHandlers(
  { store }: AreaContext,
  {
    articles: service,
    segments,
    blocks,
    revising,
  }: {
    readonly articles: ArticlesService
    readonly segments: SegmentsService
    readonly blocks: BlocksService
    readonly revising: RevisingService
  },
): AreaHandlers<'articles'> {
  return {
    'articles.list': ({ removed }) => listArticles(store.read, removed),
    'articles.get': ({ articleId }) => ({
      article: requireArticle(store.read, articleId),
      speakers: readSpeakers(store.read, [articleId]),
      encoding: findOriginalEncoding(store.read, articleId),
    }),
    'articles.blocks'({ articleId, from, limit }) {
      requireArticle(store.read, articleId)
      // The wire's arrays are mutable; nobody writes to these.
      return readBlocks(store.read, articleId, from, limit).map((block) => ({
        ...block,
        segments: block.segments.map((segment) => ({ ...segment, marks: [...segment.marks] })),
      }))
    },
    'articles.update': ({ articleId, patch }, { origin }) => service.update(articleId, patch, origin),
    'articles.editSegment'({ segmentId, expected, text }, { origin }) {
      segments.edit(segmentId, expected, text, origin)
      return {}
    },
    'articles.splitSegment': ({ segmentId, offset }, { origin }) => ({
      segmentId: segments.split(segmentId, offset, origin),
    }),
    'articles.joinSegments'({ segmentId }, { origin }) {
      segments.join(segmentId, origin)
      return {}
    },
    'articles.splitBlock': ({ segmentId, offset }, { origin }) => ({
      blockId: blocks.split(segmentId, offset, origin),
    }),
    'articles.joinBlocks'({ blockId }, { origin }) {
      blocks.join(blockId, origin)
      return {}
    },
    'articles.setBlockKind'({ blockIds, kind, level }, { origin }) {
      blocks.setKind(blockIds, kind, level, origin)
      return {}
    },
    'articles.revisions': ({ articleId }) => revising.list(articleId),
    'articles.compareRevision': ({ articleId, revisionId }) => revising.compare(articleId, revisionId),
    'articles.restoreRevision': ({ articleId, revisionId }, { origin }) =>
      revising.restore(articleId, revisionId, origin),
    'articles.compareFile': ({ articleId, grantId, options }) =>
      revising.compareFile(articleId, grantId, options),
    'articles.updateFromFile': ({ articleId, grantId, options }, { origin }) =>
      revising.update(articleId, grantId, options, origin),
    'articles.remove'({ articleIds }, { origin }) {
      service.remove(articleIds, origin)
      return {}
    },
    'articles.restore'({ articleIds }, { origin }) {
      service.restore(articleIds, origin)
      return {}
    },
  }
}
