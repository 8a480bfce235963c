import { alignStore } from '../../features/aligning/align-store.ts'
import { likelySplit, nextClauseEnd } from '../../features/aligning/likely-split.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { offsetAfter, offsetBefore, type StepInSegment } from '../../features/reading/move-place.ts'
import { placeOf } from '../../features/reading/text-position.ts'
import { textStore, type SplitCaret } from '../../features/revising/text-store.ts'
import { getT } from '../../i18n/i18n.ts'
import { editBeads, type AlignBench } from './align-commands.ts'
import { currentCell, type Cell } from './align-place.ts'
import { refusedByLock, type TextBench } from './text-bench.ts'

/**
 * Splits where the mouse has put a caret or a selection in the current cell; elsewhere shows a caret for the
 * keyboard to move. At a segment's beginning only the bead is divided.
 */
export async function splitOrShowCaret(bench: AlignBench): Promise<void> {
  const cell = currentCell(bench.stage)
  if (cell === null) return
  if (cell.segment === null) {
    announce(getT('aligning')('said.nothing'))
    return
  }
  const pointed = pointedPlace(bench, cell)
  if (pointed !== null) {
    await splitAt(bench, cell, pointed)
    return
  }
  if (cell.at > 0) {
    // The caret is on a sentence inside the bead: that is where it is cut.
    await splitAt(bench, cell, { segmentId: cell.segment.id, offset: 0 })
    return
  }
  if (cell.segments.length === 1 && refusedByLock(bench, cell.side)) return
  const { id, text } = cell.segment
  // Where several sentences stand, the border after the first is the likeliest place.
  const offset = cell.segments.length > 1 ? text.trimEnd().length : likelySplit(text)
  alignStore.setState({ segmentId: id })
  showCaret({ segmentId: id, offset, isMoving: true, purpose: 'bead' }, text)
}

/** Shows a caret for the keyboard to move. */
export function showCaret(caret: SplitCaret, text: string): void {
  textStore.setState({ caret })
  announce(`${getT('revising')(`caret.said.${caret.purpose}`)}. ${around(text, caret.offset)}`)
}

/** Splits where the moving caret is. */
export async function splitAtCaret(bench: AlignBench): Promise<void> {
  const { caret } = textStore.getState()
  const cell = currentCell(bench.stage)
  if (caret === null || cell === null) return
  await splitAt(bench, cell, caret)
}

/** Moves the caret inside its segment. */
export function moveCaret(
  bench: TextBench,
  step: StepInSegment | 'clause' | 'edge',
  direction: 'on' | 'back',
): void {
  const { caret } = textStore.getState()
  const segment = caret === null ? undefined : bench.stage.source.home(caret.segmentId)?.segment
  if (caret === null || segment === undefined) return
  const { text } = segment
  const end = text.trimEnd().length
  const offset = steppedTo(text, end, caret.offset, step, direction)
  textStore.setState({ caret: { ...caret, offset: Math.max(0, Math.min(end, offset)), isMoving: true } })
  announce(around(text, offset))
}

function steppedTo(
  text: string,
  end: number,
  offset: number,
  step: StepInSegment | 'clause' | 'edge',
  direction: 'on' | 'back',
): number {
  if (step === 'edge') return direction === 'on' ? end : 0
  if (step === 'clause') return nextClauseEnd(text, offset, direction) ?? offset
  return direction === 'on' ? offsetAfter(text, offset, step) : offsetBefore(text, offset, step)
}

async function splitAt(
  bench: AlignBench,
  cell: Cell,
  { segmentId, offset }: Pick<SplitCaret, 'segmentId' | 'offset'>,
): Promise<void> {
  const segment = cell.segments.find(({ id }) => id === segmentId)
  if (segment === undefined) return
  // After the last character comes the next sentence.
  const at = offset >= segment.text.trimEnd().length ? segment.text.length : offset
  if (at < segment.text.length) {
    if (at > 0 && refusedByLock(bench, cell.side)) return
    await editBeads(bench, 'split', { kind: 'split', segmentId, offset: at })
    return
  }
  const next = cell.segments[cell.segments.indexOf(segment) + 1]
  if (next !== undefined) await editBeads(bench, 'split', { kind: 'split', segmentId: next.id, offset: 0 })
}

/** Where the mouse has put a caret or a selection, when that is in the current cell. */
function pointedPlace(
  bench: AlignBench,
  cell: Cell,
): { segmentId: SplitCaret['segmentId']; offset: number } | null {
  const { caret } = textStore.getState()
  const holds = (segmentId: SplitCaret['segmentId']): boolean =>
    cell.segments.some(({ id }) => id === segmentId)
  const range = bench.selection.currentRange()
  if (range !== null) {
    // What is selected is to leave: cut before it, or after it where it stands at the front.
    const { start, end } = range
    const first = cell.segments[0]
    const atFront = start.offset === 0 && start.segmentId === first?.id
    const place = atFront ? end : start
    if (holds(place.segmentId)) return place
  }
  if (caret !== null && !caret.isMoving && holds(caret.segmentId)) return caret
  return null
}

/** The place a click has hit, between two characters. */
export function clickedPlace(event: MouseEvent): ReturnType<typeof placeOf> {
  const caret =
    typeof document.caretPositionFromPoint === 'function'
      ? document.caretPositionFromPoint(event.clientX, event.clientY)
      : null
  return caret === null ? null : placeOf(caret.offsetNode, caret.offset)
}

/** The words around the caret, for screen readers. */
function around(text: string, offset: number): string {
  return `${text.slice(Math.max(0, offset - 12), offset)} | ${text.slice(offset, offset + 12)}`
}
