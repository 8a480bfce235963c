import { z } from 'zod'
import { ANCHOR_STATES } from '../../domain/anchor.ts'
import { SURVEY_DIMENSIONS } from '../../domain/highlight-survey.ts'
import { color } from './annotation.ts'
import { languageTag, partialDate } from './article.ts'
import { articleId, highlightId, pairId, segmentId, speakerId, tagId } from './ids.ts'
import { timestamp } from './text.ts'

/** One place on a dimension: a tag (that very one), an article (of the primary span), … Null: has none. */
export const surveyKey = z.object({ by: z.enum(SURVEY_DIMENSIONS), key: z.string().max(64).nullable() })
export type SurveyKey = z.infer<typeof surveyKey>

/**
 * Which highlights of the library. An empty list narrows nothing; within a list any one will do; different fields
 * must all fit. Highlights whose article was removed are never among them.
 */
export const annotationFilter = z.object({
  tagIds: z.array(tagId).default([]),
  /** Also those with a tag below one of `tagIds`. */
  withDescendants: z.boolean().default(true),
  /** Those without any tag, beside those of `tagIds`. */
  untagged: z.boolean().default(false),
  colors: z.array(color).default([]),
  /** Of a text either span is in. */
  languages: z.array(languageTag).default([]),
  /** Who says the beginning of the primary span. */
  speakerIds: z.array(speakerId).default([]),
  /** Where either span is. */
  articleIds: z.array(articleId).default([]),
  pairIds: z.array(pairId).default([]),
  /** Of the article's date, both included: 2024-05 goes to the end of May. */
  dateFrom: partialDate.nullable().default(null),
  dateTo: partialDate.nullable().default(null),
  /** The worse of the spans' states. */
  states: z.array(z.enum(ANCHOR_STATES)).default([]),
  hasNote: z.boolean().nullable().default(null),
  /** Words that all occur in the quotes or the note; case, full or half width, simplified or traditional is all one. */
  text: z.string().max(500).default(''),
  /** Places on dimensions, all of which must fit: what a group of a list, or a cell of a figure, is made of. */
  within: z.array(surveyKey).max(8).default([]),
})
export type AnnotationFilter = z.output<typeof annotationFilter>
export type AnnotationFilterInput = z.input<typeof annotationFilter>

/** The highlights that a command is about: listed, or all that a filter finds but for some. */
export const chosenHighlights = z
  .object({
    highlightIds: z.array(highlightId).min(1).exactOptional(),
    filter: annotationFilter.exactOptional(),
    except: z.array(highlightId).exactOptional(),
  })
  .refine(
    ({ highlightIds, filter }) => (highlightIds === undefined) !== (filter === undefined),
    'expected either highlightIds or filter',
  )
export type ChosenHighlights = z.output<typeof chosenHighlights>

/** A text cut to what a list shows of it. */
export const excerpt = z.object({ text: z.string(), isCut: z.boolean() })

/** A highlight on one line of the page of all highlights. */
export const surveyRow = z.object({
  id: highlightId,
  color,
  state: z.enum(ANCHOR_STATES),
  /** The stored quote of the primary span. */
  quote: excerpt,
  language: languageTag,
  /** What stands on the other side: the mirror's quote, or the text of the facing side of the beads. */
  counterpart: z
    .object({ kind: z.enum(['mirror', 'facing']), quote: excerpt, language: languageTag })
    .nullable(),
  articleId,
  articleTitle: z.string(),
  date: partialDate.nullable(),
  /** The pair to read it in, where there is one. */
  pairId: pairId.nullable(),
  /** Where the primary span begins; null where it is lost. */
  segmentId: segmentId.nullable(),
  /** The speaker's name in the text's language, or in any. */
  speaker: z.string().nullable(),
  tagIds: z.array(tagId),
  /** The beginning of the note as plain Markdown. */
  note: excerpt.nullable(),
  createdAt: timestamp,
  updatedAt: timestamp,
})
export type SurveyRow = z.infer<typeof surveyRow>

export const surveyGroup = z.object({
  key: z.string().nullable(),
  /** An article's title, a tag's path, a speaker's names; null where the key says it all. */
  label: z.string().nullable(),
  count: z.int(),
})
export type SurveyGroup = z.infer<typeof surveyGroup>

/** How many highlights have this tag (or one below it) at this place of the other dimension. */
export const crosstabCell = z.object({ tagId, key: z.string().nullable(), count: z.int() })
export type CrosstabCell = z.infer<typeof crosstabCell>

export const crosstab = z.object({
  /** In the codebook's order, those that occur. `totals` counts each highlight once. */
  rows: z.array(z.object({ tagId, path: z.string(), depth: z.int(), total: z.int() })),
  columns: z.array(z.object({ key: z.string().nullable(), label: z.string().nullable(), total: z.int() })),
  cells: z.array(crosstabCell),
  /** Highlights that have a tag at all, each once. */
  total: z.int(),
})
export type Crosstab = z.infer<typeof crosstab>
