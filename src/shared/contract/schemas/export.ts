import { z } from 'zod'
import { SIDES } from '../../domain/article.ts'
import { languageTag } from './article.ts'
import { articleId, highlightId, pairId, speakerId, tagId } from './ids.ts'
import { annotationFilter } from './survey.ts'

export const exportScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), articleId }),
  z.object({ kind: z.literal('pair'), pairId }),
  z.object({ kind: z.literal('tag'), tagId }),
  z.object({ kind: z.literal('speaker'), speakerId }),
  z.object({ kind: z.literal('library') }),
  /** Listed highlights, or all that a filter finds but for some. Exactly one of `highlightIds` and `filter`. */
  z.object({
    kind: z.literal('highlights'),
    highlightIds: z.array(highlightId).min(1).exactOptional(),
    filter: annotationFilter.exactOptional(),
    except: z.array(highlightId).exactOptional(),
  }),
])
export type ExportScope = z.infer<typeof exportScope>

/**
 * Which beads: all with their confidence, those a person has verified, or these and those whose confidence is at
 * least so much.
 */
const beads = z
  .union([z.enum(['all', 'verified']), z.object({ minConfidence: z.number().min(0).max(1).default(0.9) })])
  .default('all')

/** The side of a pair that was translated, by its place or by its language. */
export const sourceChoice = z.union([z.enum(SIDES), languageTag])

export const exportOptions = z.discriminatedUnion('format', [
  z.object({
    format: z.literal('markdown'),
    /** Also the full text, not only what is highlighted. */
    fullText: z.boolean().default(false),
  }),
  z.object({
    format: z.enum(['xlsx', 'ladder', 'json', 'html', 'docx']),
    beads,
  }),
  z.object({
    format: z.enum(['tmx', 'xliff-2.1', 'xliff-1.2']),
    beads,
    /**
     * Which side is the source. Where not given, and in a library for pairs without a side in that language: the
     * locked side, else what the setting `exportSource` says, else the left one.
     */
    source: sourceChoice.exactOptional(),
    /** Codes as the articles have them (zh-Hans), or Chinese by region (zh-CN), as other programs expect it. */
    codes: z.enum(['script', 'region']).default('script'),
  }),
  z.object({
    format: z.literal('tsv'),
    beads,
    /** A byte order mark, without which Excel misreads Chinese. */
    bom: z.boolean().default(false),
    /** An apostrophe before a cell that a spreadsheet would take for a formula. */
    escapeFormulas: z.boolean().default(false),
  }),
  z.object({
    format: z.literal('csv'),
    beads,
    bom: z.boolean().default(true),
    escapeFormulas: z.boolean().default(true),
  }),
])
export type ExportOptions = z.infer<typeof exportOptions>
export type ExportFormat = ExportOptions['format']

/** One file of an export. `path` is relative, with `/`. */
export const exportFile = z.object({ path: z.string(), byteLength: z.int() })
