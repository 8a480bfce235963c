import type { BlockKind } from './text.ts'

/** What a block is beyond its text, as files carry it from one library to another. */
export interface BlockForm {
  readonly kind: BlockKind
  /** 1–6 for headings and list depth; 0 where depth means nothing. */
  readonly level: number
  /** Who says it, in the language of the text. */
  readonly speaker: { readonly name: string; readonly role: string | null } | null
}

/** What a block is where nothing is said of it. */
export const PLAIN_PARAGRAPH: BlockForm = { kind: 'paragraph', level: 0, speaker: null }
