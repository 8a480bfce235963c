import { z } from 'zod'
import { ARTICLE_KINDS } from '../../domain/article.ts'
import { articleId, pairId } from './ids.ts'
import { timestamp } from './text.ts'

/** Something the catalogue shows on one line: white space folded, not empty, not endless. */
const line = z
  .string()
  .transform((value) => value.trim().replace(/\s+/gu, ' '))
  .pipe(z.string().min(1).max(500))

/** An ISO 8601 date cut to what is known. */
export const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u)
/** A BCP 47 tag as far as shape goes. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u)

export const articleMetadata = z.object({
  title: line,
  titleGuessed: z.boolean(),
  language: languageTag,
  kind: z.enum(ARTICLE_KINDS),
  date: partialDate.nullable(),
  source: line.nullable(),
  place: line.nullable(),
  author: line.nullable(),
})

/** What a user may correct about an article. A title given by a person is no longer guessed. */
export const articlePatch = articleMetadata.omit({ titleGuessed: true }).partial()

export const articleSummary = articleMetadata.extend({
  id: articleId,
  blockCount: z.int(),
  segmentCount: z.int(),
  /** UTF-16 code units of text. */
  characterCount: z.int(),
  pairIds: z.array(pairId),
  highlightCount: z.int(),
  noteCount: z.int(),
  createdAt: timestamp,
  updatedAt: timestamp,
  deletedAt: timestamp.nullable(),
})
export type ArticleSummary = z.infer<typeof articleSummary>
