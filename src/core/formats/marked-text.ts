import type { Mark } from '../../shared/domain/text.ts'
import { lineJoint } from './line-layout.ts'

/** A plain text with marks. Mark offsets are UTF-16 code units, half-open, within `text`. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Marks moved by `shift` and cut to a text of `length`; those that become empty go. */
function fitMarks(marks: readonly Mark[], shift: (offset: number) => number, length: number): Mark[] {
  return marks.flatMap((mark) => {
    const start = Math.min(length, Math.max(0, shift(mark.start)))
    const end = Math.min(length, Math.max(0, shift(mark.end)))
    return start < end ? [{ ...mark, start, end }] : []
  })
}

/** The part of a marked text from `start` to `end` without the white space at its ends. */
export function sliceMarked({ text, marks }: MarkedText, start: number, end: number): MarkedText {
  const part = text.slice(start, end)
  const trimmed = part.trim()
  const from = start + (part.length - part.trimStart().length)
  return { text: trimmed, marks: fitMarks(marks, (offset) => offset - from, trimmed.length) }
}

/**
 * Joins the lines of a marked text: nothing between Han characters, else one space. Marks keep their words.
 *
 * @param wide whether the document is in a script without spaces between words
 */
export function foldLines({ text, marks }: MarkedText, wide: boolean): MarkedText {
  if (!text.includes('\n')) return { text, marks }
  const lines = text.split('\n')
  const parts: string[] = []
  // For each line: where it began, where it begins now.
  const starts: { readonly before: number; readonly after: number }[] = []
  let before = 0
  let after = 0
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1]
    const joint = previous === undefined ? '' : lineJoint(previous.trimEnd(), line.trimStart(), wide)
    after += joint.length
    starts.push({ before, after })
    parts.push(joint, line)
    before += line.length + 1
    after += line.length
  }
  const shift = (offset: number): number => {
    // The last line that begins at or before the offset, by halving.
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle]?.before ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const line = starts[low]
    return line === undefined ? offset : line.after + (offset - line.before)
  }
  const folded = parts.join('')
  return { text: folded, marks: fitMarks(marks, shift, folded.length) }
}
