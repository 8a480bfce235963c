import type { Color } from './highlight.ts'

/** A tag as a codebook's file tells of it. What the file says nothing of is null. */
export interface CodebookEntry {
  /** The names from the root; at least one. */
  readonly names: readonly string[]
  /** The id it had where the file was written, in lower case. */
  readonly guid: string | null
  readonly color: Color | null
  readonly description: string | null
  readonly examples: string | null
}
