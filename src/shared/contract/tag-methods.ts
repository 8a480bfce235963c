import { z } from 'zod'
import { TAG_TEXT_LENGTH } from '../domain/tag-path.ts'
import { command, query, type Method } from './define.ts'
import { color, tag, tagPath } from './schemas/annotation.ts'
import { codebookChanges, codebookFile, tagPreview } from './schemas/codebook.ts'
import { grantId, tagId } from './schemas/ids.ts'

const nothing = z.object({})

/** The part of the contract that is about the codebook. */
export const tagMethods = {
  'tags.list': query({ input: nothing, output: z.array(tag), reads: ['tag', 'highlight'] }),
  /** The tag at a path, made with what is missing above it. A tag that is there already stays as it is. */
  'tags.create': command({
    input: z.object({
      path: tagPath,
      color: color.nullable().default(null),
      description: z.string().max(TAG_TEXT_LENGTH).exactOptional(),
      examples: z.string().max(TAG_TEXT_LENGTH).exactOptional(),
    }),
    output: tag,
  }),
  /** A name that a sibling has is a `conflict` that names the sibling (see `TagConflict`). */
  'tags.update': command({
    input: z.object({
      tagId,
      name: z.string().trim().min(1).max(100).exactOptional(),
      color: color.nullable().exactOptional(),
      description: z.string().max(TAG_TEXT_LENGTH).exactOptional(),
      examples: z.string().max(TAG_TEXT_LENGTH).exactOptional(),
      /** Updates of a tag in the same session are one step: a description being typed. */
      session: z.string().min(1).max(64).exactOptional(),
    }),
    output: tag,
  }),
  /**
   * Puts a tag, with all below it, under another tag, or at the root. `conflict` where that is below itself, or
   * where a tag of that name is there already (see `TagConflict`).
   */
  'tags.move': command({ input: z.object({ tagId, parentId: tagId.nullable() }), output: tag }),
  /**
   * Makes one tag of two: the highlights of the first carry the second, the tags below move along, and those of
   * the same name become one likewise. Answers the second.
   */
  'tags.merge': command({ input: z.object({ tagId, intoId: tagId }), output: tag }),
  /** What a merge or a removal would change. */
  'tags.preview': query({
    input: z.object({
      tagId,
      change: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('merge'), intoId: tagId }),
        z.object({ kind: z.literal('remove') }),
      ]),
    }),
    output: tagPreview,
    reads: ['tag', 'highlight', 'note'],
  }),
  /**
   * Removes a tag and its descendants from the codebook. `highlights` says what becomes of those that carry one of
   * them: `untag`: they stay without; `parent`: they carry the tag above (a `conflict` at the root); `delete`: those
   * that are left without any tag go too, with their notes.
   */
  'tags.remove': command({
    input: z.object({ tagId, highlights: z.enum(['untag', 'parent', 'delete']).default('untag') }),
    output: nothing,
  }),
  /** The codebook as a file: REFI-QDA (`qdc`), or a table; `bom` and `escapeFormulas` are of tables. */
  'tags.exportCodebook': query({
    input: z.object({
      format: z.enum(['qdc', 'csv']),
      bom: z.boolean().default(true),
      escapeFormulas: z.boolean().default(true),
    }),
    output: codebookFile,
    reads: ['tag'],
  }),
  /** What `tags.importCodebook` of the same file would do. Changes nothing; the file can be asked about again. */
  'tags.previewCodebook': command({ input: z.object({ grantId }), output: codebookChanges }),
  /** Brings in a codebook from a `.qdc` or a table: tags are matched by their paths, what the file is silent of stays. */
  'tags.importCodebook': command({ input: z.object({ grantId }), output: codebookChanges }),
} as const satisfies Record<string, Method>
