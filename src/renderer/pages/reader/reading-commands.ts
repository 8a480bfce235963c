import { otherSide } from '../../features/reading/reading-layout.ts'
import {
  blockEdge,
  movePlace,
  neighbour,
  wordFrom,
  type Direction,
  type Step,
} from '../../features/reading/move-place.ts'
import { segmentsOf } from '../../features/reading/row-source.ts'
import type { Place } from '../../features/reading/text-position.ts'
import { hitFrom, type Find } from '../../features/reading/use-find.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { Stage } from './reader-stage.ts'
import type { TextSelection } from './use-text-selection.ts'

/** Goes to a row and makes it the current one. */
export async function goToRow(stage: Stage, rowIndex: number): Promise<void> {
  const { source, view, pointer } = stage
  const index = Math.max(0, Math.min(rowIndex, source.reading.rowCount - 1))
  await source.load(source.chunkOf(index))
  const row = source.row(index)
  if (row === null) return
  const { side } = pointer.getState()
  const segment = segmentsOf(row, side)[0] ?? segmentsOf(row, otherSide(side))[0]
  pointer.setState({ rowIndex: index, seen: index, shown: true })
  if (segment !== undefined) await view.show({ segmentId: segment.id, offset: 0 }, index, 'row')
}

/** The next or previous row; from the first row in view, where the current one is out of sight. */
export function stepRow(stage: Stage, step: 1 | -1): void {
  const { view, source, pointer } = stage
  const { rowIndex, shown } = pointer.getState()
  if (shown && view.isInView(rowIndex)) {
    void goToRow(stage, rowIndex + step)
    return
  }
  const top = view.topPlace()
  const home = top === null ? null : source.home(top.segmentId)
  void goToRow(stage, home?.rowIndex ?? rowIndex)
}

export function switchSide(stage: Stage): void {
  if (stage.source.reading.right === null) return
  stage.pointer.setState(({ side }) => ({ side: otherSide(side), shown: true }))
}

/** Steps through what was found. */
export async function stepFind(stage: Stage, find: Find, step: 1 | -1): Promise<void> {
  const index = hitFrom(find, stage.pointer.getState().seen, step)
  const hit = find.hits[index]
  if (hit === undefined) return
  find.setCurrent(index)
  stage.pointer.setState({ rowIndex: hit.rowIndex, seen: hit.rowIndex, side: hit.side, shown: true })
  await stage.view.show({ segmentId: hit.segmentId, offset: hit.start }, hit.rowIndex, 'nearest')
}

/** Selects the current row's sentence on the current side; with a sentence selected, the one after it. */
export async function selectSentence(stage: Stage, selection: TextSelection): Promise<void> {
  const { source, pointer } = stage
  const { rowIndex, side } = pointer.getState()
  const selected = selection.currentRange()
  if (selected !== null) {
    const next = await neighbour(source, selected.side, selected.end.segmentId, 'on')
    if (next !== null) await select(stage, selection, selected.side, start(next.id), sentenceEnd(next))
    return
  }
  await source.load(source.chunkOf(rowIndex))
  const row = source.row(rowIndex)
  const onSide = row === null ? undefined : segmentsOf(row, side)[0]
  const chosen = onSide === undefined && row !== null ? otherSide(side) : side
  const segment = onSide ?? (row === null ? undefined : segmentsOf(row, chosen)[0])
  if (segment === undefined) return
  await select(stage, selection, chosen, start(segment.id), sentenceEnd(segment))
}

/** Selects the first word of the current row; with something selected, the word after it. */
export async function selectWord(stage: Stage, selection: TextSelection): Promise<void> {
  const { source, pointer } = stage
  const { rowIndex, side } = pointer.getState()
  await source.load(source.chunkOf(rowIndex))
  const range = selection.currentRange()
  const row = source.row(rowIndex)
  const segment = row === null ? undefined : (segmentsOf(row, side)[0] ?? segmentsOf(row, otherSide(side))[0])
  const first = range?.end ?? (segment === undefined ? null : start(segment.id))
  const word = first === null ? null : await findWord(source, first, range !== null)
  if (word !== null) await select(stage, selection, word.side, word.from, word.to)
}

/** The word at a place or the next after it (`whole`: that begins no earlier), sentence by sentence. */
async function findWord(
  source: Stage['source'],
  first: Place,
  whole: boolean,
): Promise<{ readonly side: Side; readonly from: Place; readonly to: Place } | null> {
  let place = first
  for (;;) {
    const home = source.home(place.segmentId)
    if (home === null) return null
    const word = wordFrom(home.segment.text, place.offset, whole)
    const { segmentId } = place
    if (word !== null) {
      return {
        side: home.side,
        from: { segmentId, offset: word.start },
        to: { segmentId, offset: word.end },
      }
    }
    const next = await neighbour(source, home.side, segmentId, 'on')
    if (next === null) return null
    place = start(next.id)
  }
}

/** Widens the selection to whole sentences, then to whole paragraphs; from nothing, to the sentence. */
export async function widenSelection(stage: Stage, selection: TextSelection): Promise<void> {
  const { source } = stage
  const range = selection.currentRange()
  if (range === null) {
    await selectSentence(stage, selection)
    return
  }
  const { side } = range
  const last = source.home(range.end.segmentId)?.segment
  if (last === undefined) return
  const [from, to] = [start(range.start.segmentId), sentenceEnd(last)]
  if (range.start.offset > from.offset || range.end.offset < to.offset) {
    await select(stage, selection, side, from, to)
    return
  }
  const first = await blockEdge(source, side, range.start.segmentId, 'back')
  const end = await blockEdge(source, side, range.end.segmentId, 'on')
  const lastOfBlock = end === null ? undefined : source.home(end.segmentId)?.segment
  if (first !== null && lastOfBlock !== undefined)
    await select(stage, selection, side, first, sentenceEnd(lastOfBlock))
}

/** Moves the moving end of the selection. */
export async function extendSelection(
  stage: Stage,
  selection: TextSelection,
  step: Step,
  direction: Direction,
): Promise<void> {
  const ends = selection.column()?.ends() ?? null
  if (ends === null) return
  const focus = await movePlace(stage.source, ends.side, ends.focus, step, direction)
  if (focus !== null) await select(stage, selection, ends.side, ends.anchor, focus)
}

/** Moves the first or the last edge of the selection by a character or a word. */
export async function moveSelectionEdge(
  stage: Stage,
  selection: TextSelection,
  edge: 'start' | 'end',
  step: Step,
  direction: Direction,
): Promise<void> {
  const range = selection.currentRange()
  if (range === null) return
  const moved = await movePlace(stage.source, range.side, range[edge], step, direction)
  if (moved === null) return
  const [from, to] = edge === 'start' ? [moved, range.end] : [range.start, moved]
  await select(stage, selection, range.side, from, to)
}

/** Selects the whole text of the current side. */
export async function selectAll(stage: Stage, selection: TextSelection): Promise<void> {
  const { source, view, pointer } = stage
  const side = selection.currentRange()?.side ?? pointer.getState().side
  await source.loadRange(0, source.chunkCount - 1)
  const rows = Array.from({ length: source.reading.rowCount }, (_, index) => source.row(index))
  const segments = rows.flatMap((row) => (row === null ? [] : segmentsOf(row, side)))
  const [first, last] = [segments[0], segments.at(-1)]
  if (first === undefined || last === undefined) return
  view.pin('selection', [0, source.chunkCount - 1])
  await nextFrame()
  selection.column()?.select(side, start(first.id), end(last.id, last.text.length), stage.painter)
}

/** Selects a stretch and shows its end. */
export async function select(
  stage: Stage,
  selection: TextSelection,
  side: Side,
  from: Place,
  to: Place,
): Promise<void> {
  const { source, view, pointer } = stage
  const rowIndex = source.home(to.segmentId)?.rowIndex
  if (rowIndex === undefined) return
  pointer.setState({ rowIndex, seen: rowIndex, side, shown: true })
  await view.show(to, rowIndex, 'nearest')
  selection.column()?.select(side, from, to, stage.painter)
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}

function start(segmentId: Place['segmentId']): Place {
  return { segmentId, offset: 0 }
}

/** The end of a sentence without the space before the next. */
function sentenceEnd({ id, text }: { readonly id: Place['segmentId']; readonly text: string }): Place {
  return end(id, text.trimEnd().length)
}

function end(segmentId: Place['segmentId'], length: number): Place {
  return { segmentId, offset: length }
}
