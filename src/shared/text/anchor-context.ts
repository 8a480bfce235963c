import { CONTEXT_LENGTH, type Anchor } from '../domain/anchor.ts'
import type { AnchorIndex } from './anchor-text.ts'
import { nearDistance } from './edit-distance.ts'
import type { TextRange } from './graphemes.ts'

/** How much further than the stored context to look, so that a word inserted there costs once, not twice. */
const SLACK = 8

/** A context at least this long may stand after other text; a shorter one says that the text began there. */
const TELLING_LENGTH = 16

/** What is known of a side where nothing was stored though there is text now: nothing for, nothing against. */
const NO_EVIDENCE = 0.5

/** Up to `CONTEXT_LENGTH` code units before a position, cut back to a grapheme edge. */
export function contextBefore(index: AnchorIndex, position: number): string {
  let start = Math.max(0, position - CONTEXT_LENGTH)
  while (start < position && !index.isEdge(start)) start += 1
  return index.text.slice(start, position)
}

/** Up to `CONTEXT_LENGTH` code units from a position on, cut back to a grapheme edge. */
export function contextAfter(index: AnchorIndex, position: number): string {
  let end = Math.min(index.text.length, position + CONTEXT_LENGTH)
  while (end > position && !index.isEdge(end)) end -= 1
  return index.text.slice(position, end)
}

export interface ContextAgreement {
  /** From 0 to 1, for either side: 1 − edits / length of the stored context. */
  readonly prefix: number
  readonly suffix: number
  /** Both sides are letter for letter as stored. */
  readonly isWhole: boolean
}

/** How far what now stands around a range of positions agrees with what stood there when the anchor was made. */
export function contextAgreement(index: AnchorIndex, range: TextRange, anchor: Anchor): ContextAgreement {
  const { prefix, suffix } = anchor
  const before = index.text.slice(Math.max(0, range.start - prefix.length - SLACK), range.start)
  const after = index.text.slice(range.end, range.end + suffix.length + SLACK)
  const isWholeBefore = prefix.length < TELLING_LENGTH ? before === prefix : before.endsWith(prefix)
  const isWholeAfter = suffix.length < TELLING_LENGTH ? after === suffix : after.startsWith(suffix)
  return {
    prefix: isWholeBefore ? 1 : agreement(reverse(prefix), reverse(before)),
    suffix: isWholeAfter ? 1 : agreement(suffix, after),
    isWhole: isWholeBefore && isWholeAfter,
  }
}

/** Both read outward from the quote. */
function agreement(stored: string, actual: string): number {
  if (stored === '') return actual === '' ? 1 : NO_EVIDENCE
  return 1 - nearDistance(stored, actual) / stored.length
}

/** By code units: only ever compared with another string reversed in the same way. */
function reverse(text: string): string {
  let reversed = ''
  for (let index = text.length - 1; index >= 0; index -= 1) reversed += text.charAt(index)
  return reversed
}
