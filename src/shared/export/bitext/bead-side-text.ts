import type { BitextSide } from './bitext-model.ts'
import { gapBetween } from './gap-between.ts'

/** One side of a bead as one text, and the record by which its segments are found in it again. */
export interface BeadSideText {
  readonly text: string
  /**
   * One item a segment, with spaces between: `[p]START-END[+HEX[.HEX…]]`. START and END are UTF-16 code units
   * of `text`, half-open; `p`: the segment opens a block (a paragraph, a heading). What lies between two
   * segments is not theirs. After `+`: white space that ends the segment in Duizhao and was left off at the
   * end of `text`, as code units in hexadecimal.
   */
  readonly record: string
}

/**
 * The segments `[from, to)` of a side joined, as a translation memory wants them: no white space at the end,
 * a space between two sentences that have none and need one. `clean` takes out of a segment what the format
 * cannot hold. Null for a side without segments.
 */
export function beadSideText(
  side: BitextSide,
  [from, to]: readonly [from: number, to: number],
  clean: (text: string) => string = (text) => text,
): BeadSideText | null {
  const segments = side.segments.slice(from, to)
  if (segments.length === 0) return null
  let text = ''
  const items = segments.map(({ text: raw, opensBlock }, index) => {
    const whole = clean(raw)
    const isLast = index === segments.length - 1
    const kept = isLast ? whole.trimEnd() : whole
    if (index > 0) text += gapBetween(text, kept)
    const start = text.length
    text += kept
    const tail = whole.slice(kept.length)
    return `${opensBlock ? 'p' : ''}${start}-${text.length}${tail === '' ? '' : `+${hexUnits(tail)}`}`
  })
  return { text, record: items.join(' ') }
}

function hexUnits(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16)).join('.')
}
