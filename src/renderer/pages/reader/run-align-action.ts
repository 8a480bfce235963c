import { updateSettings, currentSettings } from '../../data/settings.ts'
import { ALIGN_ACTIONS, type AlignActionId } from '../../../shared/domain/align-action.ts'
import { alignStore, setAligning } from '../../features/aligning/align-store.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { sideOrder } from '../../features/reading/reading-layout.ts'
import { textStore } from '../../features/revising/text-store.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast.ts'
import {
  bringTogether,
  goToNext,
  goToSide,
  operate,
  startAligning,
  toggleReview,
  verify,
  verifyMany,
  type AlignBench,
} from './align-commands.ts'
import { currentCell, moveToRow, placeInWords, sayPlace, stepSegment } from './align-place.ts'
import { writeBeadNote } from './note-commands.ts'
import type { Stage } from './reader-stage.ts'
import { selectSentence } from './reading-commands.ts'
import { joinWithNext } from './text-commands.ts'
import { startEditing } from './text-draft.ts'
import { splitOrShowCaret } from './split-commands.ts'

export interface AlignRoom {
  readonly bench: AlignBench
  readonly showSuggestions: () => void
  readonly focusBar: () => void
}

/** Without beads there is only walking, and what is about the pair or its text. */
const NEED_BEADS: ReadonlySet<AlignActionId> = new Set(
  ALIGN_ACTIONS.filter(({ group, id }) => group !== 'place' && id !== 'suggestions' && id !== 'realign').map(
    ({ id }) => id,
  ),
)

/** What changes the current bead, or shows its menu: not to be done to one that is out of sight. */
const CHANGING: ReadonlySet<AlignActionId> = new Set([
  ...ALIGN_ACTIONS.filter(
    ({ group, wholePair }) => group !== 'place' && group !== 'go' && wholePair !== true,
  ).map(({ id }) => id),
  'menu',
])

/** Scrolls to the current bead where it is out of sight, and says so. False: it is in sight. */
async function bringIntoView(stage: Stage): Promise<boolean> {
  const { rowIndex } = stage.pointer.getState()
  if (stage.view.isInView(rowIndex) || stage.view.isGoingTo(rowIndex)) return false
  await moveToRow(stage, rowIndex, { segmentId: alignStore.getState().segmentId, aloud: false })
  const title = getT('aligning')('said.outOfSight')
  showToast({ id: 'align', title })
  announce(`${title}. ${placeInWords(stage)}`)
  return true
}

/** Does what an action of the align layer says. */
export async function runAlignAction(room: AlignRoom, id: AlignActionId): Promise<void> {
  const { bench } = room
  const { stage } = bench
  if (!stage.source.reading.aligned && NEED_BEADS.has(id)) {
    const title = getT('aligning')('offer.unaligned')
    showToast({ id: 'align', title })
    announce(title)
    return
  }
  if (CHANGING.has(id) && (await bringIntoView(stage))) return
  switch (id) {
    case 'down':
    case 'up':
      return stepBead(bench, id === 'down' ? 1 : -1)
    case 'start':
      return moveToRow(stage, 0)
    case 'end':
      return moveToRow(stage, stage.source.reading.rowCount - 1)
    case 'first':
    case 'second': {
      const [first, second] = sideOrder(currentSettings().sidesSwapped)
      return goToSide(bench, id === 'first' ? first : second)
    }
    case 'nextSegment':
      return stepSegment(stage, 1)
    case 'previousSegment':
      return stepSegment(stage, -1)
    case 'split':
      return splitOrShowCaret(bench)
    case 'pinpoint':
    case 'link':
      return bringTogether(bench, id)
    case 'verify':
      return verify(bench, true)
    case 'unverify':
      return verify(bench, false)
    case 'verifyTo':
      return verifyMany(bench, 'up-to')
    case 'verifyAll':
      return verifyMany(bench, 'all')
    case 'review':
      return toggleReview(bench)
    case 'edit':
      return startEditing(bench)
    case 'note':
      return writeBeadNote(stage)
    case 'join':
      return joinWithNext(bench)
    case 'realign':
      return startAligning(bench)
    case 'selectSentence':
      return selectSentence(stage, bench.selection)
    case 'menu':
      alignStore.setState({ menu: currentCell(stage)?.bead.id ?? null })
      return
    case 'toolbar':
      return room.focusBar()
    case 'suggestions':
      return room.showSuggestions()
    default:
      if (!(await operate(bench, id))) await goToNext(bench, id)
  }
}

/** The next or previous bead; from the first in view, where the current one is out of sight. */
async function stepBead({ stage }: AlignBench, step: 1 | -1): Promise<void> {
  const { view, source, pointer } = stage
  const { rowIndex, shown } = pointer.getState()
  // A caret that a click has left behind is not where the keyboard is now.
  window.getSelection()?.removeAllRanges()
  if (shown && view.isInView(rowIndex)) {
    await moveToRow(stage, rowIndex + step)
    return
  }
  const top = view.topPlace()
  const home = top === null ? null : source.home(top.segmentId)
  await moveToRow(stage, home?.rowIndex ?? rowIndex)
}

/** Opens the layer at the row that is read, or leaves it. */
export function openLayer(bench: AlignBench, on: boolean): void {
  const { stage } = bench
  if (on && currentSettings().readerMode === 'single') void updateSettings({ readerMode: 'facing' })
  setAligning(on)
  textStore.setState({ caret: null })
  announce(getT('aligning')(on ? 'layer.on' : 'layer.off'))
  if (!on) return
  const { shown, rowIndex } = stage.pointer.getState()
  if (shown && stage.view.isInView(rowIndex)) {
    sayPlace(stage)
    return
  }
  const top = stage.view.topPlace()
  const home = top === null ? null : stage.source.home(top.segmentId)
  const next = home?.rowIndex ?? rowIndex
  stage.pointer.setState({ rowIndex: next, seen: next, shown: true })
}
