import { z } from 'zod'
import { CROSSTAB_COLUMNS, SURVEY_DIMENSIONS, SURVEY_SORTS } from '../domain/highlight-survey.ts'
import { command, query, type Method } from './define.ts'
import { annotation, color, noteBody, selection, tagPath } from './schemas/annotation.ts'
import { articleId, highlightId, linkId, segmentId, spanId, tagId } from './schemas/ids.ts'
import { doubtfulAnchor } from './schemas/revision.ts'
import { annotationFilter, chosenHighlights, crosstab, surveyGroup, surveyRow } from './schemas/survey.ts'
import { offset } from './schemas/text.ts'

const nothing = z.object({})
/** Anchors in doubt: spans of highlights, and ends of links beside them, so that both are one step. */
const doubted = z
  .object({
    spans: z.array(z.object({ highlightId, spanId })).default([]),
    ends: z.array(z.object({ linkId, role: z.enum(['from', 'to']) })).default([]),
  })
  .refine(({ spans, ends }) => spans.length + ends.length > 0, { error: 'Nothing is named.' })
/** All highlights where no filter is given. */
const filter = annotationFilter.prefault({})
const surveyReads = ['highlight', 'note', 'tag', 'text', 'article', 'speaker'] as const

/** A quote to be found in an article and highlighted. */
export const newQuote = z.object({
  quote: z.string().min(1).max(100_000),
  /** The nth time the quote occurs, from 1. */
  occurrence: z.int().positive().default(1),
  color: color.default(1),
  tagPaths: z.array(tagPath).default([]),
  note: noteBody.default(''),
})

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
    input: newQuote.extend({ articleId }),
    output: annotation,
  }),
  'annotations.recolor': command({
    input: chosenHighlights.safeExtend({ color }),
    output: nothing,
  }),
  /** Moves a span's edges to a new selection. */
  'annotations.resize': command({
    input: z.object({ highlightId, spanId, selection }),
    output: annotation,
  }),
  'annotations.remove': command({ input: chosenHighlights, output: nothing }),
  /** Puts tags on highlights; tags that don't exist yet are created in the same step. */
  'annotations.tag': command({
    input: chosenHighlights.safeExtend({ tagPaths: z.array(tagPath).min(1) }),
    output: z.object({ tagIds: z.array(tagId) }),
  }),
  'annotations.untag': command({
    input: chosenHighlights.safeExtend({ tagId }),
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
  /** A page of the highlights that a filter finds, and how many there are. */
  'annotations.search': query({
    input: z.object({
      filter,
      sort: z.enum(SURVEY_SORTS).default('newest'),
      from: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(surveyRow) }),
    reads: [...surveyReads, 'pair', 'bead'],
  }),
  /** The ids alone, for a run of selected rows. */
  'annotations.searchIds': query({
    input: z.object({
      filter,
      sort: z.enum(SURVEY_SORTS).default('newest'),
      from: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(100_000).default(100_000),
    }),
    output: z.array(highlightId),
    reads: surveyReads,
  }),
  /**
   * How many of them there are at each place of a dimension, in no order. By tag, a highlight counts at each of its
   * tags, and at null where it has none; by language, at that of each span.
   */
  'annotations.group': query({
    input: z.object({ filter, by: z.enum(SURVEY_DIMENSIONS) }),
    output: z.array(surveyGroup),
    reads: surveyReads,
  }),
  /** Tags against another dimension. A cell counts highlights, each once, that have the tag or one below it. */
  'annotations.crosstab': query({
    input: z.object({ rows: z.literal('tag').default('tag'), columns: z.enum(CROSSTAB_COLUMNS), filter }),
    output: crosstab,
    reads: surveyReads,
  }),
  /** What the primary spans cover in the text as it is now; null for a lost one. */
  'annotations.texts': query({
    input: z.object({ highlightIds: z.array(highlightId) }),
    output: z.array(z.object({ highlightId, text: z.string().nullable() })),
    reads: ['highlight', 'text'],
  }),
  /** Highlights many quotes of an article in one step. What fails is told, by its place in the list, and spoils nothing. */
  'annotations.createMany': command({
    input: z.object({
      articleId,
      items: z.array(newQuote).min(1).max(100_000),
    }),
    output: z.object({
      created: z.array(z.object({ index: z.int(), highlightId })),
      failed: z.array(
        z.object({
          index: z.int(),
          reason: z.enum(['not_in_text', 'no_such_occurrence']),
          /** How often the text says the quote. */
          occurrences: z.int(),
        }),
      ),
    }),
  }),
} as const satisfies Record<string, Method>
