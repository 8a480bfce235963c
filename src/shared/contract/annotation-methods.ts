import { z } from 'zod'
import { command, query, type Method } from './define.ts'
import { annotation, color, noteBody, selection, tagPath } from './schemas/annotation.ts'
import { articleId, highlightId, linkId, segmentId, spanId, tagId } from './schemas/ids.ts'
import { doubtfulAnchor } from './schemas/revision.ts'
import { offset } from './schemas/text.ts'

const nothing = z.object({})
/** Anchors in doubt: spans of highlights, and ends of links beside them, so that both are one step. */
const doubted = z
  .object({
    spans: z.array(z.object({ highlightId, spanId })).default([]),
    ends: z.array(z.object({ linkId, role: z.enum(['from', 'to']) })).default([]),
  })
  .refine(({ spans, ends }) => spans.length + ends.length > 0, { error: 'Nothing is named.' })

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
  /** Highlights a selection; tags come in the same step, and those that don't exist yet are created. */
  'annotations.create': command({
    input: z.object({ selection, color, tagPaths: z.array(tagPath).default([]) }),
    output: annotation,
  }),
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
  /** Says of moved spans and ends that they are right where they are. `conflict` (`nothing`) for a lost one. */
  'annotations.settle': command({ input: doubted, output: nothing }),
  /** Takes moved spans and ends off the text: they are lost, with the quote they had before. */
  'annotations.detach': command({ input: doubted, output: nothing }),
  /** Puts a lost or moved span where a person has selected, in the article it belongs to. */
  'annotations.attach': command({ input: z.object({ highlightId, spanId, selection }), output: annotation }),
  /**
   * Gives a highlight its counterpart in the other article of a pair, as a second span; it takes the place of the
   * one there was. `alignment.project` proposes where. Throws `invalid_input` where no pair holds both articles.
   */
  'annotations.mirror': command({ input: z.object({ highlightId, selection }), output: annotation }),
  /** Takes the mirrors off highlights. Throws `conflict` (`nothing`) when none of them has one. */
  'annotations.unmirror': command({
    input: z.object({ highlightIds: z.array(highlightId).min(1) }),
    output: nothing,
  }),
  /**
   * Makes two highlights of one, in reading order: the first keeps its id, its note and its mirror; both have the
   * color and the tags. The offset (UTF-16 code units within the segment) goes back to a grapheme edge. Throws
   * `invalid_input` when there would be no text on one side of it, `conflict` when the highlight is in doubt.
   */
  'annotations.split': command({
    input: z.object({ highlightId, segmentId, offset }),
    output: z.tuple([annotation, annotation]),
  }),
  /**
   * Makes one highlight of several in one article: from where the first begins to where the last ends. The first of
   * the list stays, with its color; it gets the tags of all and the notes in reading order, divided by an empty
   * line. Mirrors in one article become one likewise; of mirrors in several, that of the first in the list stays.
   */
  'annotations.merge': command({
    input: z.object({ highlightIds: z.array(highlightId).min(2) }),
    output: annotation,
  }),
} as const satisfies Record<string, Method>
