import type { SegmentId } from '../../../shared/domain/ids.ts'
import { otherSide } from './reading-layout.ts'
import { segmentsOf, type RowSource } from './row-source.ts'

/** The segments that face one: the other side of its bead. None before the pair is aligned. */
export function counterpartsOf(source: RowSource, segmentId: SegmentId): SegmentId[] {
  const home = source.home(segmentId)
  const row = home === null ? null : source.row(home.rowIndex)
  if (home === null || row === null || row.bead === null) return []
  return segmentsOf(row, otherSide(home.side)).map(({ id }) => id)
}

/** The segments that links tie to one, in either direction. */
export function linkedTo(links: readonly Tie[], segmentId: SegmentId): SegmentId[] {
  const holds = (end: Tie['from']): boolean => end.parts.some((part) => part.segmentId === segmentId)
  return links.flatMap(({ from, to }) => {
    const other = holds(from) ? to : holds(to) ? from : null
    return other === null ? [] : other.parts.map((part) => part.segmentId)
  })
}

interface Tie {
  readonly from: { readonly parts: readonly { readonly segmentId: SegmentId }[] }
  readonly to: Tie['from']
}

/** The words that face some segments, joined block by block; '' where there are none. */
export function facingText(source: RowSource, segmentIds: readonly SegmentId[]): string {
  const rows = new Set<number>()
  const texts: string[] = []
  for (const segmentId of segmentIds) {
    const home = source.home(segmentId)
    const row = home === null ? null : source.row(home.rowIndex)
    if (home === null || row === null || row.bead === null || rows.has(row.index)) continue
    rows.add(row.index)
    for (const run of row[otherSide(home.side)]) {
      const text = run.segments.map((segment) => segment.text).join('')
      texts.push((run.starts && texts.length > 0 ? '\n' : '') + text)
    }
  }
  return texts.join('').trim()
}
