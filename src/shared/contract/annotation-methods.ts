import { z } from 'zod'
import { command, query, type Method } from './define.ts'
import { annotation, color, noteBody, selection, tagPath } from './schemas/annotation.ts'
import { articleId, highlightId, spanId, tagId } from './schemas/ids.ts'
import { doubtfulAnchor } from './schemas/revision.ts'

const nothing = z.object({})
const spans = z.array(z.object({ highlightId, spanId })).min(1)

/** The part of the contract that is about highlights. */
export const annotationMethods = {
  /**
   * Highlights of all articles, or of some, in reading order; if a tag is given, only those that carry it or one
   * below it.
   */
  'annotations.list': query({
    input: z.object({ articleIds: z.array(articleId).exactOptional(), tagId: tagId.exactOptional() }),
    output: z.array(annotation),
    reads: ['highlight', 'note', 'tag', 'text'],
  }),
  /** Which highlights have a span in one of the articles, in no order: for fetching many of them in pieces. */
  'annotations.ids': query({
    input: z.object({ articleIds: z.array(articleId) }),
    output: z.array(highlightId),
    reads: ['highlight', 'text'],
  }),
  /** Those of the ids that still exist. */
  'annotations.get': query({
    input: z.object({ highlightIds: z.array(highlightId) }),
    output: z.array(annotation),
    reads: ['highlight', 'note', 'tag', 'text'],
  }),
  'annotations.create': command({ input: z.object({ selection, color }), output: annotation }),
  /** Finds the quote in the article and highlights it; tags and note come in the same step. */
  'annotations.createByQuote': command({
    input: z.object({
      articleId,
      quote: z.string().min(1).max(100_000),
      /** The nth time the quote occurs, from 1. */
      occurrence: z.int().positive().default(1),
      color: color.default(1),
      tagPaths: z.array(tagPath).default([]),
      note: noteBody.default(''),
    }),
    output: annotation,
  }),
  'annotations.recolor': command({
    input: z.object({ highlightIds: z.array(highlightId).min(1), color }),
    output: nothing,
  }),
  /** Moves a span's edges to a new selection. */
  'annotations.resize': command({
    input: z.object({ highlightId, spanId, selection }),
    output: annotation,
  }),
  'annotations.remove': command({
    input: z.object({ highlightIds: z.array(highlightId).min(1) }),
    output: nothing,
  }),
  /** Puts tags on highlights; tags that don't exist yet are created in the same step. */
  'annotations.tag': command({
    input: z.object({ highlightIds: z.array(highlightId).min(1), tagPaths: z.array(tagPath).min(1) }),
    output: z.object({ tagIds: z.array(tagId) }),
  }),
  'annotations.untag': command({
    input: z.object({ highlightIds: z.array(highlightId).min(1), tagId }),
    output: nothing,
  }),

  /** Highlights and ends of links that a person should look at, article by article in reading order, lost ones last. */
  'annotations.inDoubt': query({
    input: nothing,
    output: z.array(doubtfulAnchor),
    reads: ['highlight', 'link', 'article', 'text'],
  }),
  /** Says of moved spans that they are right where they are. `conflict` (`nothing`) for a lost one. */
  'annotations.settle': command({ input: z.object({ spans }), output: nothing }),
  /** Takes moved spans off the text: they are lost, with the quote they had before. */
  'annotations.detach': command({ input: z.object({ spans }), output: nothing }),
  /** Puts a lost or moved span where a person has selected, in the article it belongs to. */
  'annotations.attach': command({ input: z.object({ highlightId, spanId, selection }), output: annotation }),
} as const satisfies Record<string, Method>
