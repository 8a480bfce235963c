import { z } from 'zod'
import { ERROR_CODES } from '../../domain/error.ts'
import { BLOCK_KINDS } from '../../domain/text.ts'
import { articleMetadata } from './article.ts'
import { articleId, draftId } from './ids.ts'

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
