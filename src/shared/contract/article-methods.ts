import { z } from 'zod'
import { command, query, type Method } from './define.ts'
import { articlePatch, articleSummary } from './schemas/article.ts'
import { articleId, blockId, grantId, revisionId, segmentId } from './schemas/ids.ts'
import { comparison, fileOutcome, outcome, revision, updateOptions } from './schemas/revision.ts'
import { block, blockKind, offset, segmentText, speaker } from './schemas/text.ts'

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
  /**
   * Begins a new paragraph at an offset of a segment, which is divided where the offset is inside it; the new block is
   * of the same kind and speaker. Fails with `conflict` (`edge`) where a paragraph begins or ends already.
   */
  'articles.splitBlock': command({
    input: z.object({ segmentId, offset }),
    output: z.object({ blockId }),
  }),
  /** Joins a block with the next one, which becomes of its kind and speaker. `conflict` (`edge`) for the last one. */
  'articles.joinBlocks': command({ input: z.object({ blockId }), output: nothing }),
  /** `level` counts for headings (1 to 6) and list items; elsewhere it is 0 whatever is given. */
  'articles.setBlockKind': command({
    input: z.object({
      blockIds: z.array(blockId).min(1).max(10_000),
      kind: blockKind,
      level: z.int().min(0).max(9).default(0),
    }),
    output: nothing,
  }),

  /** Former states of the text, newest first. */
  'articles.revisions': query({
    input: z.object({ articleId }),
    output: z.array(revision),
    reads: ['revision', 'article'],
  }),
  /** What differs between a former state (`before`) and the text as it is (`after`). */
  'articles.compareRevision': query({
    input: z.object({ articleId, revisionId }),
    output: comparison,
    reads: ['revision', 'text'],
  }),
  /** Makes a former state the text again, as one step; the present state is kept as a revision first. */
  'articles.restoreRevision': command({
    input: z.object({ articleId, revisionId }),
    output: outcome,
  }),
  /**
   * What `articles.updateFromFile` would do with the granted file; nothing is written, and the grant stays good for
   * the update. Fails as that does.
   */
  'articles.compareFile': query({
    input: z.object({ articleId, grantId, options: updateOptions.prefault({}) }),
    output: fileOutcome,
    reads: ['text', 'highlight', 'link'],
  }),
  /**
   * Brings the text up to date from a corrected file, as one step: highlights, links, rows and speakers move to it. The
   * former state is kept as a revision; `revisionId` is null when nothing of the text has changed. Fails with `conflict`
   * for a locked side, `unsupported_format` for aligned texts, and as reading a file fails.
   */
  'articles.updateFromFile': command({
    input: z.object({ articleId, grantId, options: updateOptions.prefault({}) }),
    output: outcome.extend({ revisionId: revisionId.nullable() }),
  }),
  'articles.remove': command({ input: z.object({ articleIds: z.array(articleId).min(1) }), output: nothing }),
  'articles.restore': command({
    input: z.object({ articleIds: z.array(articleId).min(1) }),
    output: nothing,
  }),
} as const satisfies Record<string, Method>
