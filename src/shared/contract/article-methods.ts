import { z } from 'zod'
import { command, query, type Method } from './define.ts'
import { articlePatch, articleSummary } from './schemas/article.ts'
import { articleId, segmentId } from './schemas/ids.ts'
import { block, offset, segmentText, speaker } from './schemas/text.ts'

const nothing = z.object({})
const page = {
  from: z.int().nonnegative().default(0),
  limit: z.int().positive().max(100_000).default(100_000),
}

/** The part of the contract that is about articles and their texts. */
export const articleMethods = {
  'articles.list': query({
    input: z.object({ removed: z.boolean().default(false) }),
    output: z.array(articleSummary),
    reads: ['article', 'text', 'pair', 'highlight', 'note'],
  }),
  'articles.get': query({
    input: z.object({ articleId }),
    output: z.object({
      article: articleSummary,
      speakers: z.array(speaker),
      encoding: z.string().nullable(),
    }),
    reads: ['article', 'text', 'pair', 'highlight', 'note', 'speaker'],
  }),
  'articles.blocks': query({
    input: z.object({ articleId, ...page }),
    output: z.array(block),
    reads: ['text'],
  }),
  'articles.update': command({
    input: z.object({ articleId, patch: articlePatch }),
    output: articleSummary,
  }),
  /**
   * Replaces a segment's text; highlights, notes and links move with it in the same step. Fails with `conflict`
   * when the stored text is no longer `expected` or the side is locked, with `invalid_input` for an empty text.
   */
  'articles.editSegment': command({
    input: z.object({ segmentId, expected: z.string(), text: segmentText }),
    output: nothing,
  }),
  /** Divides a segment in two at an offset inside it; both stay in the bead. */
  'articles.splitSegment': command({
    input: z.object({ segmentId, offset }),
    output: z.object({ segmentId }),
  }),
  /** Joins a segment with the next of its block. */
  'articles.joinSegments': command({ input: z.object({ segmentId }), output: nothing }),
  'articles.remove': command({ input: z.object({ articleIds: z.array(articleId).min(1) }), output: nothing }),
  'articles.restore': command({
    input: z.object({ articleIds: z.array(articleId).min(1) }),
    output: nothing,
  }),
} as const satisfies Record<string, Method>
