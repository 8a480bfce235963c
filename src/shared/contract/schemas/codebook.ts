import { z } from 'zod'

/** What a change of the codebook would do, in numbers. */
export const tagPreview = z.object({
  /** Tags that would be there no more. */
  tagCount: z.int(),
  /** Tags that would move along to another place. */
  movedCount: z.int(),
  /** Highlights whose tags would change. */
  highlightCount: z.int(),
  /** Highlights that would be left without a tag. */
  exclusiveCount: z.int(),
  /** Notes on those. */
  noteCount: z.int(),
  /** Pairs of tags that would become one, as paths; the first 100. */
  merged: z.array(z.object({ from: z.string(), into: z.string() })),
})
export type TagPreview = z.infer<typeof tagPreview>

export const codebookFile = z.object({ name: z.string(), mediaType: z.string(), content: z.string() })
export type CodebookFile = z.infer<typeof codebookFile>

export const codebookChanges = z.object({
  /** The file's. */
  name: z.string(),
  created: z.int(),
  updated: z.int(),
  /** Tags that are here just so already. */
  skipped: z.int(),
  /** What is created and updated, in the order of the file; the first 500. */
  changes: z.array(z.object({ path: z.string(), kind: z.enum(['created', 'updated']) })),
})
export type CodebookChanges = z.infer<typeof codebookChanges>
