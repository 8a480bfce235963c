import { alignStore } from '../../features/aligning/align-store.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { otherSide } from '../../features/reading/reading-layout.ts'
import { segmentsOf, type SegmentHome } from '../../features/reading/row-source.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast.ts'
import { currentCell } from './align-place.ts'
import type { Workbench } from './highlight-commands.ts'
import { goToRow } from './reading-commands.ts'

/**
 * The sentence that a command on the text is about: in the align layer where its caret is; else what is selected,
 * what was pressed or is highlighted in the current row, at last the row's first one.
 */
export function currentSentence({ stage, selection, annotations }: Workbench): SegmentHome | null {
  const { source, pointer } = stage
  const { on, segmentId } = alignStore.getState()
  if (on) {
    const cell = currentCell(stage)
    if (cell !== null) return cell.segment === null ? null : source.home(cell.segment.id)
  }
  const selected = selection.currentRange()
  if (selected !== null) return source.home(selected.start.segmentId)
  const { rowIndex, side } = pointer.getState()
  const active = annotations.activeAnnotation()?.spans.flatMap(({ parts }) => parts[0]?.segmentId ?? []) ?? []
  for (const id of [segmentId, ...active]) {
    const home = id === null ? null : source.home(id)
    if (home?.rowIndex === rowIndex && home.side === side) return home
  }
  const row = source.row(rowIndex)
  if (row === null) return null
  const first = segmentsOf(row, side)[0] ?? segmentsOf(row, otherSide(side))[0]
  return first === undefined ? null : source.home(first.id)
}

/**
 * The sentence to change; null where there is none, and where it was out of sight: then it is shown first, so that
 * nobody changes what they do not see.
 */
export async function sentenceInSight(bench: Workbench): Promise<SegmentHome | null> {
  const { view, source, pointer } = bench.stage
  const t = getT('revising')
  const { shown, rowIndex } = pointer.getState()
  const isPointed = bench.selection.currentRange() !== null
  if (!isPointed && !(shown && view.isInView(rowIndex)) && !view.isGoingTo(rowIndex)) {
    const top = view.topPlace()
    const home = shown || top === null ? null : source.home(top.segmentId)
    await goToRow(bench.stage, home?.rowIndex ?? rowIndex)
    const title = t('said.shown')
    showToast({ id: 'text', title })
    announce(title)
    return null
  }
  const home = currentSentence(bench)
  if (home === null) announce(getT('aligning')('said.nothing'))
  return home
}
