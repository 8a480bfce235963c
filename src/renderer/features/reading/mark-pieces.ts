import type { Mark } from '../../../shared/domain/text.ts'

/** A stretch of a segment's text under the same marks, outermost first. */
export interface MarkPiece {
  readonly start: number
  readonly end: number
  readonly marks: readonly Mark[]
}

/** A node of a marked text: plain text, or a mark around other nodes. */
export type MarkNode =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'mark'; readonly mark: Mark; readonly children: readonly MarkNode[] }

/**
 * Nests a text's marks so that they can be drawn as elements. Every code unit comes exactly once and in
 * order, whatever the marks: overlapping ones are cut at each other's ends.
 */
export function nestMarks(length: number, marks: readonly Mark[]): MarkNode[] {
  const usable = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(length, mark.end) }))
    .filter((mark) => mark.start < mark.end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  return nest(pieces(length, usable), 0)
}

function pieces(length: number, marks: readonly Mark[]): MarkPiece[] {
  if (length === 0) return []
  const edges = new Set([0, length])
  for (const mark of marks) edges.add(mark.start).add(mark.end)
  const sorted = [...edges].toSorted((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? length
    return { start, end, marks: marks.filter((mark) => mark.start <= start && mark.end >= end) }
  })
}

function nest(list: readonly MarkPiece[], depth: number): MarkNode[] {
  const nodes: MarkNode[] = []
  let index = 0
  while (index < list.length) {
    const piece = list[index]
    if (piece === undefined) break
    const mark = piece.marks[depth]
    if (mark === undefined) {
      const last = nodes.at(-1)
      if (last?.kind === 'text') nodes[nodes.length - 1] = { ...last, end: piece.end }
      else nodes.push({ kind: 'text', start: piece.start, end: piece.end })
      index += 1
      continue
    }
    let end = index
    while (list[end]?.marks[depth] === mark) end += 1
    nodes.push({ kind: 'mark', mark, children: nest(list.slice(index, end), depth + 1) })
    index = end
  }
  return nodes
}
