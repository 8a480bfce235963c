import type { Side } from '../../../shared/domain/article.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { edgeAtOrAfter, edgeAtOrBefore } from '../../../shared/text/graphemes.ts'
import { segmentsOf, type RowSource } from './row-source.ts'
import type { Place } from './text-position.ts'

export type StepInSegment = 'character' | 'word' | 'segment'
export type Step = StepInSegment | 'block'
export type Direction = 'back' | 'on'

/** The place one step away on a side; loads rows where it has to. Null at the text's ends. */
export async function movePlace(
  source: RowSource,
  side: Side,
  place: Place,
  step: Step,
  direction: Direction,
): Promise<Place | null> {
  const home = source.home(place.segmentId)
  if (home === null) return null
  if (step === 'block') return moveByBlock(source, side, place, direction)
  const { text } = home.segment
  if (direction === 'on' && place.offset < text.length) {
    return { ...place, offset: offsetAfter(text, place.offset, step) }
  }
  if (direction === 'back' && place.offset > 0) {
    return { ...place, offset: offsetBefore(text, place.offset, step) }
  }
  const next = await neighbour(source, side, place.segmentId, direction)
  if (next === null) return null
  const start = direction === 'on' ? 0 : next.text.length
  const offset =
    direction === 'on' ? offsetAfter(next.text, start, step) : offsetBefore(next.text, start, step)
  return { segmentId: next.id, offset }
}

/** The end (or, back, the start) of the block a place is in; from there, that of the next. */
async function moveByBlock(
  source: RowSource,
  side: Side,
  place: Place,
  direction: Direction,
): Promise<Place | null> {
  const edge = await blockEdge(source, side, place.segmentId, direction)
  if (edge === null || edge.segmentId !== place.segmentId || edge.offset !== place.offset) return edge
  const next = await neighbour(source, side, place.segmentId, direction)
  return next === null ? null : blockEdge(source, side, next.id, direction)
}

/** Where the block that holds a segment ends (or, back, begins); it may go over several rows. */
export async function blockEdge(
  source: RowSource,
  side: Side,
  segmentId: SegmentId,
  direction: Direction,
): Promise<Place | null> {
  const home = source.home(segmentId)
  if (home === null) return null
  let last: { readonly id: SegmentId; readonly text: string } = home.segment
  for (;;) {
    const next = await neighbour(source, side, last.id, direction)
    if (next === null || source.home(next.id)?.run.blockId !== home.run.blockId) break
    last = next
  }
  return { segmentId: last.id, offset: direction === 'on' ? last.text.length : 0 }
}

/** The first word of a text that ends after an offset (`whole`: that begins there or later); null when there is none. */
export function wordFrom(
  text: string,
  offset: number,
  whole: boolean,
): { readonly start: number; readonly end: number } | null {
  return words(text).find((each) => each.isWord && (whole ? each.start >= offset : each.end > offset)) ?? null
}

/** The offset one step further on in a text. */
export function offsetAfter(text: string, offset: number, step: StepInSegment): number {
  if (step === 'segment') return text.length
  if (step === 'character') return edgeAtOrAfter(text, Math.min(text.length, offset + 1))
  const word = words(text).find((each) => each.end > offset && each.isWord)
  return word?.end ?? text.length
}

/** The offset one step back in a text. */
export function offsetBefore(text: string, offset: number, step: StepInSegment): number {
  if (step === 'segment') return 0
  if (step === 'character') return edgeAtOrBefore(text, Math.max(0, offset - 1))
  const word = words(text).findLast((each) => each.start < offset && each.isWord)
  return word?.start ?? 0
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

function words(text: string): { start: number; end: number; isWord: boolean }[] {
  return [...segmenter.segment(text)].map(({ index, segment, isWordLike }) => ({
    start: index,
    end: index + segment.length,
    isWord: isWordLike === true,
  }))
}

/** The segment before or after one on its side, passing over rows that have none. */
export async function neighbour(
  source: RowSource,
  side: Side,
  segmentId: SegmentId,
  direction: Direction,
): Promise<{ readonly id: SegmentId; readonly text: string } | null> {
  const home = source.home(segmentId)
  if (home === null) return null
  const step = direction === 'on' ? 1 : -1
  for (let index = home.rowIndex; index >= 0 && index < source.reading.rowCount; index += step) {
    const row = source.row(index) ?? (await source.load(source.chunkOf(index)), source.row(index))
    if (row === null) return null
    const segments = segmentsOf(row, side)
    const found =
      index === home.rowIndex
        ? segments[home.place + step]
        : direction === 'on'
          ? segments[0]
          : segments.at(-1)
    if (found !== undefined) return found
  }
  return null
}
