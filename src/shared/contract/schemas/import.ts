import { z } from 'zod'
import { BEAD_STATUSES } from '../../domain/bead.ts'
import { ERROR_CODES } from '../../domain/error.ts'
import { BITEXT_WARNINGS, IMPORTED_BITEXT_FORMATS, SKIP_REASONS } from '../../domain/imported-bitext.ts'
import { BLOCK_KINDS } from '../../domain/text.ts'
import { articleMetadata, articlePatch, languageTag } from './article.ts'
import { articleId, draftId, pairId } from './ids.ts'

export const finding = z.object({
  field: z.enum(['title', 'date', 'place', 'source', 'author', 'language', 'kind', 'speaker', 'encoding']),
  value: z.string(),
  rule: z.string(),
  confidence: z.number(),
})

export const importWarning = z.object({
  code: z.enum([
    'replaced-characters',
    'removed-control-characters',
    'language-uncertain',
    'mixed-languages',
    'title-guessed',
    'encoding-uncertain',
    'extension-mismatch',
  ]),
  detail: z.string(),
})

export const envelopeError = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Set for `internal`: what to quote when reporting it; the log holds the rest. */
  incidentId: z.string().exactOptional(),
})

export const skipped = z.object({ reason: z.enum(SKIP_REASONS), count: z.int() })

/** How many beads two languages of a file give. */
export const bitextCounts = z.object({
  beadCount: z.int(),
  verifiedCount: z.int(),
  oneSidedCount: z.int(),
  /** Texts in another variant of a side's language (zh-TW for zh-CN), where a unit has not the chosen one. */
  standInCount: z.int(),
})

/** A file read but not saved: what was found in it, or why it could not be read. */
export const draft = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('ready'),
    id: draftId,
    name: z.string(),
    byteLength: z.int(),
    encoding: z.string(),
    metadata: articleMetadata,
    speakers: z.array(z.object({ name: z.string(), role: z.string().nullable() })),
    findings: z.array(finding),
    warnings: z.array(importWarning),
    blockCount: z.int(),
    characterCount: z.int(),
    /** An article of the library that was made from the very same bytes. */
    duplicateOf: articleId.nullable(),
    /** The first of this job's drafts with the very same bytes, when that is an earlier one. */
    sameAs: draftId.nullable(),
  }),
  /** Aligned texts, to become a pair. */
  z.object({
    status: z.literal('bitext'),
    id: draftId,
    name: z.string(),
    byteLength: z.int(),
    encoding: z.string(),
    format: z.enum(IMPORTED_BITEXT_FORMATS),
    /** The languages of the file as it names them, with the units that have text in each and the article it gives. */
    languages: z.array(z.object({ language: languageTag, count: z.int(), metadata: articleMetadata })),
    /** The two that are proposed. */
    leftLanguage: languageTag,
    rightLanguage: languageTag,
    left: articleMetadata,
    right: articleMetadata,
    ...bitextCounts.shape,
    skipped: z.array(skipped),
    warnings: z.array(z.object({ code: z.enum(BITEXT_WARNINGS), detail: z.string() })),
    duplicateOf: articleId.nullable(),
    sameAs: draftId.nullable(),
  }),
  z.object({
    status: z.literal('failed'),
    id: draftId,
    name: z.string(),
    error: envelopeError,
  }),
])
export type Draft = z.infer<typeof draft>

export const draftBlock = z.object({
  kind: z.enum(BLOCK_KINDS),
  level: z.int(),
  text: z.string(),
  speaker: z.int().nullable(),
})

/** Which languages of a file go left and right; the proposed ones where not given. */
export const sidesChoice = z.object({
  leftLanguage: languageTag.exactOptional(),
  rightLanguage: languageTag.exactOptional(),
})

/** A bead to be: the segments of its sides. */
export const draftRow = z.object({
  left: z.array(z.string()),
  right: z.array(z.string()),
  confidence: z.number().nullable(),
  status: z.enum(BEAD_STATUSES),
})

/** What is saved of a draft: of a text `metadata` counts, of aligned texts `bitext`. */
export const draftToSave = z.object({
  draftId,
  metadata: articleMetadata.partial().exactOptional(),
  bitext: sidesChoice
    .extend({ left: articlePatch.exactOptional(), right: articlePatch.exactOptional() })
    .exactOptional(),
})

/** What a draft has become: one article, or two and their pair. */
export const savedDraft = z.object({
  draftId,
  articleIds: z.array(articleId),
  pairId: pairId.nullable(),
})
