import type { Side } from '../domain/article.ts'
import type { SegmentId } from '../domain/ids.ts'
import { inlineMarkdown, inlineMarkdownLine } from './inline-markdown.ts'
import type { LinkedModel, LinkedPair, SegmentPlace } from './linked-model.ts'
import { quoted } from './note-markdown.ts'
import { joinSegments } from './span-text.ts'
import { headingLevel, insertionsIn, textSection, type References } from './text-section.ts'

/** What stands on one line of the facing page. */
export type PairRow = Readonly<Record<Side, readonly SegmentPlace[]>>

/**
 * The text of a pair, row by row: each row one paragraph, the left side's lines before the right side's.
 * (A table would stand facing, but holds no lists or headings and no editor bears one of a book's length.)
 * A pair that is not aligned gives its two texts one after the other: to pair its paragraphs by number
 * would claim what nobody has looked at.
 */
export function pairSection(linked: LinkedModel, pair: LinkedPair, references: References): string {
  if (pair.pair.beads.length === 0) {
    const sides = [pair.left, pair.right].map((article) => textSection(linked, article, references))
    return sides.filter((text) => text !== '').join('\n\n---\n\n')
  }
  return pairRows(linked, pair)
    .map((row) => rowMarkdown(row, references))
    .filter((row) => row !== '')
    .join('\n\n')
}

/**
 * A row for each bead; segments that no bead holds have rows of their own, where they stand in their text,
 * so that nothing is left out.
 */
export function pairRows(linked: LinkedModel, pair: LinkedPair): PairRow[] {
  const strays = { left: straysOf(linked, pair, 'left'), right: straysOf(linked, pair, 'right') }
  const rows: PairRow[] = []
  const pushStrays = (after: number): void => {
    const left = strays.left.get(after) ?? []
    const right = strays.right.get(after) ?? []
    if (left.length > 0) rows.push({ left, right: [] })
    if (right.length > 0) rows.push({ left: [], right })
  }
  pushStrays(-1)
  pair.pair.beads.forEach((bead, index) => {
    rows.push({ left: placesOf(linked, bead.left), right: placesOf(linked, bead.right) })
    pushStrays(index)
  })
  return rows
}

function placesOf(linked: LinkedModel, ids: readonly SegmentId[]): SegmentPlace[] {
  return ids.flatMap((id) => linked.placeOf.get(id) ?? [])
}

/** Segments of a side that no bead holds, by the index of the bead they come after. */
function straysOf(linked: LinkedModel, pair: LinkedPair, side: Side): Map<number, SegmentPlace[]> {
  const strays = new Map<number, SegmentPlace[]>()
  let after = -1
  for (const block of pair[side].blocks) {
    for (const { id } of block.segments) {
      const bead = pair.beadIndex.get(id)
      const place = linked.placeOf.get(id)
      if (bead !== undefined) after = bead
      else if (place !== undefined) strays.set(after, [...(strays.get(after) ?? []), place])
    }
  }
  return strays
}

function rowMarkdown(row: PairRow, references: References): string {
  const runs = [...runsOf(row.left), ...runsOf(row.right)].filter((run) =>
    run.some(({ segment }) => segment.text.trim() !== ''),
  )
  const block = runs[0]?.[0]?.block
  if (block === undefined) return ''
  const isHeading = runs.every((run) => run[0]?.block.kind === 'title' || run[0]?.block.kind === 'heading')
  const lines = runs.map((run) => {
    const segments = run.map(({ segment }) => segment)
    const write = isHeading ? inlineMarkdownLine : inlineMarkdown
    return write(joinSegments(segments), insertionsIn(segments, references))
  })
  if (isHeading) return `${'#'.repeat(headingLevel(block))} ${lines.join(' · ')}`
  const paragraph = lines.join('\\\n')
  if (block.kind === 'quote') return quoted([paragraph])
  return block.kind === 'list-item' ? `- ${paragraph.replaceAll('\n', '\n  ')}` : paragraph
}

/** Neighbouring segments of one block. */
function runsOf(places: readonly SegmentPlace[]): SegmentPlace[][] {
  const runs: SegmentPlace[][] = []
  for (const place of places) {
    const last = runs.at(-1)
    if (last?.[0]?.block === place.block) last.push(place)
    else runs.push([place])
  }
  return runs
}
