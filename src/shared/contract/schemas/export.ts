import { z } from 'zod'
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

/** Which beads: all with their confidence, or those a person has verified. */
const beads = z.enum(['all', 'verified']).default('all')

export const exportOptions = z.discriminatedUnion('format', [
  z.object({
    format: z.literal('markdown'),
    /** Also the full text, not only what is highlighted. */
    fullText: z.boolean().default(false),
  }),
  z.object({
    format: z.enum(['tmx', 'xliff-2.1', 'xliff-1.2', 'xlsx', 'ladder', 'json', 'html', 'docx']),
    beads,
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
