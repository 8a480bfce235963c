import { z } from 'zod'
import { articleId, pairId, tagId } from './ids.ts'

export const exportScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), articleId }),
  z.object({ kind: z.literal('pair'), pairId }),
  z.object({ kind: z.literal('tag'), tagId }),
  z.object({ kind: z.literal('library') }),
])
export type ExportScope = z.infer<typeof exportScope>

export const exportOptions = z.object({
  format: z.literal('markdown'),
  /** Also the full text, not only what is highlighted. */
  fullText: z.boolean().default(false),
})
export type ExportOptions = z.infer<typeof exportOptions>

/** One file of an export. `path` is relative, with `/`. */
export const exportFile = z.object({ path: z.string(), byteLength: z.int() })
