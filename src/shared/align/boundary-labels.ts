import type { AlignSegment } from './aligner.ts'

/**
 * What stands at the places between a side's segments, as small numbers. Label `n` is that of the place before
 * segment `n`; the last one is that of the end.
 */
export type BoundaryLabels = Uint8Array

/** Quotes and brackets that may close behind a sentence's mark. */
const CLOSING = /[\s"'”’」』）)\]】》]+$/u
const MARKS: readonly RegExp[] = [
  /(?:…|\.\s*\.\s*\.|[—―–-])$/u,
  /[?？]\s*[!！]?$/u,
  /[!！]$/u,
  /[。.．｡]$/u,
  /[:：]$/u,
  /[,，、;；]$/u,
]
/** How many classes `markLabels` tells apart: no mark, and each of the above. */
export const MARK_CLASSES = MARKS.length + 1

/** With which mark the segment before each place ends. */
export function markLabels(texts: readonly string[]): BoundaryLabels {
  const labels = new Uint8Array(texts.length + 1)
  for (const [index, text] of texts.entries()) {
    // The end is enough, and a long line is not searched.
    const end = text.slice(-40).replace(CLOSING, '')
    labels[index + 1] = MARKS.findIndex((mark) => mark.test(end)) + 1
  }
  return labels
}

/** Inside a quotation or not, and whether one opens right behind the place. */
export const QUOTE_CLASSES = 4
const INSIDE = 1
const OPENS = 2

const DOUBLE = /["“”„«»「」『』]/gu
const SINGLE = /['‘’]/gu
const STARTS_DOUBLE = /^\s*["“„«「『]/u
const STARTS_SINGLE = /^\s*['‘]/u
const ONLY_OPENING = /[“„«「『‘]/u
const ONLY_CLOSING = /[”»」』]/u

/**
 * Where quotations are open. Straight marks open before and close behind a word. Single marks are taken for
 * quotes where more segments begin with them than with double ones, as in British books.
 */
export function quoteLabels(texts: readonly string[]): BoundaryLabels {
  const count = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length
  const singles = count(STARTS_SINGLE) > count(STARTS_DOUBLE)
  const [marks, starts] = singles ? [SINGLE, STARTS_SINGLE] : [DOUBLE, STARTS_DOUBLE]
  const labels = new Uint8Array(texts.length + 1)
  let isInside = false
  for (const [index, text] of texts.entries()) {
    if (starts.test(text)) labels[index] = (labels[index] ?? 0) | OPENS
    for (const { 0: mark, index: offset } of text.matchAll(marks)) {
      isInside = opensAt(mark, text.charAt(offset - 1), text.charAt(offset + 1), isInside)
    }
    if (isInside) labels[index + 1] = INSIDE
  }
  return labels
}

/** Whether a quotation is open behind the mark. An apostrophe changes nothing. */
function opensAt(mark: string, before: string, after: string, isInside: boolean): boolean {
  if (ONLY_CLOSING.test(mark)) return false
  if (ONLY_OPENING.test(mark)) return true
  const isFree = before === '' || /[\s(—–-]/u.test(before)
  if (isFree && /\S/u.test(after)) return true
  if (mark === '"') return false
  const isApostrophe = /[\p{L}\p{N}]/u.test(before) && after !== ''
  return isApostrophe ? isInside : false
}

/** Whether the text goes on in lower case behind the place. */
export const CASE_CLASSES = 2

export function caseLabels(texts: readonly string[]): BoundaryLabels {
  const labels = new Uint8Array(texts.length + 1)
  for (const [index, text] of texts.entries()) {
    if (/^[^\p{L}]{0,40}\p{Ll}/u.test(text)) labels[index] = 1
  }
  return labels
}

/** Inside a block, or before a title or heading, a list item, or any other block. */
export const BLOCK_CLASSES = 4

export function blockLabels(segments: readonly AlignSegment[]): BoundaryLabels {
  const labels = new Uint8Array(segments.length + 1)
  for (const [index, { opensBlock, kind }] of segments.entries()) {
    if (!opensBlock) continue
    labels[index] = kind === 'title' || kind === 'heading' ? 1 : kind === 'list-item' ? 2 : 3
  }
  labels[segments.length] = 3
  return labels
}
