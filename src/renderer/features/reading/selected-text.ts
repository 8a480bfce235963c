import type { Selection as ContractSelection } from '../../../shared/contract/schemas/annotation.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { ArticleId, SegmentId } from '../../../shared/domain/ids.ts'
import { snapToGraphemes } from '../../../shared/text/graphemes.ts'
import type { RowSource } from './row-source.ts'
import type { Place } from './text-position.ts'

/** A stretch of one side's text, from a place to a later one. */
export interface TextRange {
  readonly side: Side
  readonly start: Place
  readonly end: Place
}

/** The part of a range that lies in one segment. */
export interface RangePart {
  readonly segmentId: SegmentId
  readonly text: string
  readonly start: number
  readonly end: number
  /** The segment is the first of its block. */
  readonly opensBlock: boolean
}

/** The parts of a range, from the model; null while rows between its ends have not been loaded. */
export function partsOf(source: RowSource, range: TextRange): RangePart[] | null {
  const first = source.home(range.start.segmentId)
  const last = source.home(range.end.segmentId)
  if (first === null || last === null) return null
  const parts: RangePart[] = []
  for (let index = first.rowIndex; index <= last.rowIndex; index += 1) {
    const row = source.row(index)
    if (row === null) return null
    let place = -1
    for (const run of row[range.side]) {
      for (const [at, segment] of run.segments.entries()) {
        place += 1
        if (index === first.rowIndex && place < first.place) continue
        if (index === last.rowIndex && place > last.place) continue
        const start = segment.id === range.start.segmentId ? range.start.offset : 0
        const end = segment.id === range.end.segmentId ? range.end.offset : segment.text.length
        parts.push({
          segmentId: segment.id,
          text: segment.text,
          start,
          end,
          opensBlock: run.starts && at === 0,
        })
      }
    }
  }
  return parts
}

/** Grows a range to whole characters as a reader sees them, and leaves out white space at its ends. */
export function tidyParts(parts: readonly RangePart[]): RangePart[] {
  const snapped = parts.map((part) => ({ ...part, ...snapToGraphemes(part.text, part) }))
  let first = 0
  let last = snapped.length - 1
  while (first <= last && inner(snapped[first]).trim() === '') first += 1
  while (last >= first && inner(snapped[last]).trim() === '') last -= 1
  return snapped.slice(first, last + 1).map((part, index, kept) => {
    const text = inner(part)
    const lead = index === 0 ? text.length - text.trimStart().length : 0
    const tail = index === kept.length - 1 ? text.length - text.trimEnd().length : 0
    return { ...part, start: part.start + lead, end: part.end - tail }
  })
}

/** The selection as the contract takes it; null when nothing but white space is selected. */
export function toSelection(articleId: ArticleId, parts: readonly RangePart[]): ContractSelection | null {
  const tidy = tidyParts(parts)
  const first = tidy[0]
  const last = tidy.at(-1)
  const exact = tidy.map(inner).join('')
  if (first === undefined || last === undefined || exact === '') return null
  return {
    articleId,
    startSegmentId: first.segmentId,
    startOffset: first.start,
    endSegmentId: last.segmentId,
    endOffset: last.end,
    exact,
  }
}

/** A range's text for the clipboard: blocks on lines of their own. */
export function toPlainText(parts: readonly RangePart[]): string {
  return parts.map((part, index) => (index > 0 && part.opensBlock ? '\n' : '') + inner(part)).join('')
}

function inner(part: RangePart | undefined): string {
  return part === undefined ? '' : part.text.slice(part.start, part.end)
}

/** The article a side shows. */
export function articleOf(source: RowSource, side: Side): ArticleId {
  return side === 'right' ? (source.reading.right ?? source.reading.left).id : source.reading.left.id
}
