import type { Selection } from '../../../shared/contract/schemas/annotation.ts'
import type { Stretch } from '../../features/annotating/mirror-store.ts'
import { locate } from '../../features/reading/prepare-reading.ts'
import { movePlace, type Direction, type Step } from '../../features/reading/move-place.ts'
import {
  articleOf,
  partsOf,
  tidyParts,
  toSelection,
  type TextRange,
} from '../../features/reading/selected-text.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import type { Stage } from './reader-stage.ts'

/** What a stretch of text covers, as a selection; null for one that stands nowhere. */
export function selectionOf({ articleId, parts, exact }: Stretch): Selection | null {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return null
  return {
    articleId,
    startSegmentId: first.segmentId,
    startOffset: first.start,
    endSegmentId: last.segmentId,
    endOffset: last.end,
    exact,
  }
}

/** Where a stretch stands in the rows that are here; null where it is not in this reading. */
export async function rangeOf(stage: Stage, { parts }: Pick<Stretch, 'parts'>): Promise<TextRange | null> {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return null
  await loadRowsOf(stage, [first.segmentId, last.segmentId])
  return rangeHere(stage, parts)
}

function rangeHere({ source }: Stage, parts: Stretch['parts']): TextRange | null {
  const [first, last] = [parts[0], parts.at(-1)]
  const home = first === undefined ? null : source.home(first.segmentId)
  if (first === undefined || last === undefined || home === null) return null
  return {
    side: home.side,
    start: { segmentId: first.segmentId, offset: first.start },
    end: { segmentId: last.segmentId, offset: last.end },
  }
}

/** The text of a range without white space at its ends, as it would be stored; null when there is none. */
export function stretchOf({ source }: Stage, range: TextRange): Stretch | null {
  const parts = partsOf(source, range)
  const selection = parts === null ? null : toSelection(articleOf(source, range.side), parts)
  if (parts === null || selection === null) return null
  return {
    articleId: selection.articleId,
    parts: tidyParts(parts).map(({ segmentId, start, end }) => ({ segmentId, start, end })),
    exact: selection.exact,
  }
}

/** The stretch with one edge a step further; null where that changes nothing or leaves nothing. */
export async function withEdgeMoved(
  stage: Stage,
  stretch: Stretch,
  edge: 'start' | 'end',
  step: Step,
  direction: Direction,
): Promise<Stretch | null> {
  const range = await rangeOf(stage, stretch)
  if (range === null) return null
  const moved = await movePlace(stage.source, range.side, range[edge], step, direction)
  const next = moved === null ? null : { ...range, [edge]: moved }
  if (next === null || isBackwards(stage, next)) return null
  // White space at the edges is left out, so a step over it must go on to the next character.
  const changed = stretchOf(stage, next)
  return changed === null || changed.exact === stretch.exact ? null : changed
}

/** The stretch with one edge at a place of its side that is on the page; null where nothing would be left. */
export function withEdgeAt(
  stage: Stage,
  stretch: Stretch,
  edge: 'start' | 'end',
  place: TextRange['start'],
): Stretch | null {
  const range = rangeHere(stage, stretch.parts)
  if (range === null || stage.source.home(place.segmentId)?.side !== range.side) return null
  const next = { ...range, [edge]: place }
  return isBackwards(stage, next) ? null : stretchOf(stage, next)
}

function isBackwards({ source }: Stage, { start, end }: TextRange): boolean {
  const [a, b] = [source.home(start.segmentId), source.home(end.segmentId)]
  if (a === null || b === null) return true
  const order = a.rowIndex - b.rowIndex || a.place - b.place || start.offset - end.offset
  return order >= 0
}

/** Fetches the rows that some segments stand in. */
export async function loadRowsOf({ source }: Stage, segmentIds: readonly SegmentId[]): Promise<void> {
  for (const segmentId of segmentIds) {
    if (source.home(segmentId) !== null) continue
    const rowIndex = await locate(source.reading.target, segmentId)
    if (rowIndex !== null) await source.load(source.chunkOf(rowIndex))
  }
}
