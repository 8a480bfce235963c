import type { Mark } from '../../shared/domain/text.ts'
import { moveOffsets } from '../../shared/text/move-anchor.ts'

/** Marks that mean nothing in two halves. */
const INDIVISIBLE: readonly Mark['kind'][] = ['ruby', 'footnote']

/** A segment's marks after its text was edited. Those of which no text is left go. Offsets: UTF-16 code units. */
export function moveMarks(marks: readonly Mark[], oldText: string, newText: string): Mark[] {
  return marks.flatMap((mark) => {
    const { start, end, collapsed } = moveOffsets(oldText, newText, mark)
    // A mark that had no length (a footnote between two letters) stays where it was.
    const isPoint = mark.start === mark.end
    return collapsed && !isPoint ? [] : [{ ...mark, start, end }]
  })
}

/** Whether dividing a segment at an offset would divide what can't be: a ruby, a footnote's sign. */
export function cutsMark(marks: readonly Mark[], offset: number): boolean {
  return marks.some((mark) => INDIVISIBLE.includes(mark.kind) && mark.start < offset && offset < mark.end)
}

/** The marks of either half of a segment divided at an offset; a mark across it is in both. */
export function splitMarks(
  marks: readonly Mark[],
  offset: number,
): { readonly first: Mark[]; readonly second: Mark[] } {
  return {
    first: marks
      .filter((mark) => mark.start < offset || mark.end <= offset)
      .map((mark) => ({ ...mark, end: Math.min(mark.end, offset) })),
    second: marks
      .filter((mark) => mark.end > offset)
      .map((mark) => ({ ...mark, start: Math.max(mark.start, offset) - offset, end: mark.end - offset })),
  }
}

/** The marks of two segments joined; one that was divided at the border is one again. `length`: of the first. */
export function joinMarks(first: readonly Mark[], second: readonly Mark[], length: number): Mark[] {
  const joined = [...first]
  for (const mark of second) {
    const moved = { ...mark, start: mark.start + length, end: mark.end + length }
    const other = joined.findIndex(
      (candidate) =>
        !INDIVISIBLE.includes(mark.kind) &&
        candidate.kind === mark.kind &&
        candidate.value === mark.value &&
        candidate.end === length &&
        moved.start === length,
    )
    const before = joined[other]
    if (before === undefined) joined.push(moved)
    else joined[other] = { ...before, end: moved.end }
  }
  return joined
}
