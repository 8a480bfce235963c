import type { Selection } from '../../../shared/contract/schemas/annotation.ts'
import type { BeadOperationInput } from '../../../shared/contract/schemas/alignment.ts'
import type { BeadFilter } from '../../../shared/domain/bead.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { PairId, SegmentId } from '../../../shared/domain/ids.ts'
import { api } from '../../api/api.ts'
import { reportError } from '../../data/query-client.ts'
import type { AlignActionId } from '../../../shared/domain/align-action.ts'
import { alignStore } from '../../features/aligning/align-store.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { otherSide } from '../../features/reading/reading-layout.ts'
import { segmentsOf } from '../../features/reading/row-source.ts'
import { articleOf } from '../../features/reading/selected-text.ts'
import { textStore } from '../../features/revising/text-store.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'
import { filterOf, hasGap, isApart, needsHidden } from './hidden-beads.ts'
import { attempt, languageOf, sayBlocked, type TextBench } from './text-bench.ts'
import { currentCell, moveToBead, moveToRow, placeInWords, type Cell } from './align-place.ts'

/** What the commands of the align layer work with. */
export interface AlignBench extends TextBench {
  readonly pairId: PairId
}

/** The operation on beads an action stands for, at a cell. */
function operationOf(id: AlignActionId, { bead, side }: Cell): BeadOperationInput | null {
  const beadId = bead.id
  switch (id) {
    case 'pull':
    case 'push':
    case 'shift':
    case 'pop':
      return { kind: id, beadId, side }
    case 'mergePrevious':
      return { kind: 'merge-previous', beadId }
    case 'mergeNext':
      return { kind: 'merge-next', beadId }
    case 'insert':
    case 'unmatch':
    case 'swap':
      return { kind: id, beadId }
    default:
      return null
  }
}

/** Does to the beads what an action stands for. False: it is no operation on beads. */
export async function operate(bench: AlignBench, id: AlignActionId): Promise<boolean> {
  const cell = currentCell(bench.stage)
  const operation = cell === null ? null : operationOf(id, cell)
  if (cell === null || operation === null) return false
  if (needsHidden(bench.stage, id, cell.row)) {
    sayBlocked('hidden')
    return true
  }
  await editBeads(bench, id, operation)
  return true
}

/** Changes beads, and brings the caret to where the change was. */
export async function editBeads(
  bench: AlignBench,
  id: AlignActionId | null,
  operation: BeadOperationInput,
): Promise<boolean> {
  const answer = await attempt(bench, () => api.alignment.edit({ pairId: bench.pairId, operation }))
  if (answer === null) return false
  alignStore.setState({ firstHalf: null })
  textStore.setState({ caret: null })
  await bench.catchUp()
  await moveToBead(bench.stage, answer.place, { aloud: false })
  sayDone(bench, id === null ? getT('aligning')('said.moved') : getT('aligning')(`action.${id}`))
  return true
}

/** Verifies the current bead, or takes that back; verified, goes on to the next. An empty one is removed. */
export async function verify(bench: AlignBench, verified: boolean): Promise<void> {
  const { stage, pairId } = bench
  const cell = currentCell(stage)
  if (cell === null) return
  const { index } = cell.row
  const isNews = (cell.bead.status === 'verified') !== verified
  if (isNews) {
    const choice = { kind: 'beads' as const, beadIds: [cell.bead.id] }
    if ((await attempt(bench, () => api.alignment.verify({ pairId, choice, verified }))) === null) return
  }
  const isEmpty = cell.row.left.length + cell.row.right.length === 0
  if (isEmpty && verified) {
    // Verifying took the row away: the next one stands in its place.
    await bench.catchUp()
    await moveToRow(stage, Math.min(index, Math.max(0, stage.source.reading.rowCount - 1)), { aloud: false })
    sayDone(bench, getT('aligning')('said.emptyGone'))
    return
  }
  const words = getT('aligning')(verified ? 'said.verified' : 'said.unverified')
  // The next row becomes current while the answer is drawn: with a filter on, this one may leave.
  if (verified && index + 1 < stage.source.reading.rowCount)
    await moveToRow(stage, index + 1, { aloud: false })
  if (isNews) await bench.catchUp()
  sayDone(bench, words)
}

/** Verifies from the first bead to the current one, or all of the pair. */
export async function verifyMany(bench: AlignBench, which: 'up-to' | 'all'): Promise<void> {
  const cell = currentCell(bench.stage)
  if (cell === null) return
  // In a filter, what is not seen is not checked.
  const filter = filterOf(bench.stage)
  const choice = which === 'all' ? { kind: which, filter } : { kind: which, beadId: cell.bead.id, filter }
  const answer = await attempt(bench, () =>
    api.alignment.verify({ pairId: bench.pairId, choice, verified: true }),
  )
  if (answer === null) return
  await bench.catchUp()
  // What was verified may be far out of sight.
  const title = getT('aligning')('said.verifiedTo', { count: answer.count })
  showToast({
    id: STEP_TOAST,
    untilNextStep: true,
    title,
    ...(answer.count > 0 && { action: { label: getT('shell')('action.undo'), run: () => undoLast() } }),
  })
  announce(title)
}

function undoLast(): void {
  api.history.undo({}).catch(reportError)
}

export async function toggleReview(bench: AlignBench): Promise<void> {
  const cell = currentCell(bench.stage)
  if (cell === null) return
  const input = { pairId: bench.pairId, beadId: cell.bead.id, review: !cell.bead.review }
  if ((await attempt(bench, () => api.alignment.review(input))) === null) return
  await bench.catchUp()
  sayDone(bench, getT('aligning')('action.review'))
}

const SEARCHES: Partial<
  Record<AlignActionId, { filter: BeadFilter | 'lowest'; direction: 'forward' | 'backward' }>
> = {
  nextUncertain: { filter: 'uncertain', direction: 'forward' },
  previousUncertain: { filter: 'uncertain', direction: 'backward' },
  nextNotOneToOne: { filter: 'not-one-to-one', direction: 'forward' },
  nextUnverified: { filter: 'unverified', direction: 'forward' },
  lowest: { filter: 'lowest', direction: 'forward' },
}

/** Goes to the next bead of a kind. False: the action is no search. */
export async function goToNext(bench: AlignBench, id: AlignActionId): Promise<boolean> {
  const search = SEARCHES[id]
  if (search === undefined) return false
  const { stage, pairId } = bench
  const from = currentCell(stage)?.bead.id ?? null
  const answer = await attempt(bench, () => api.alignment.next({ pairId, from, ...search }))
  if (answer === null) return true
  const { place } = answer
  if (place === null) {
    const t = getT('aligning')
    const title = t('said.none', { action: t(`action.${id}`) })
    showToast({ id: 'align', title })
    announce(title)
    return true
  }
  if (!(await moveToBead(stage, place))) {
    // It is filtered out: the filter was for looking, and now something else is looked for.
    alignStore.setState({ filter: 'all' })
    showAfterFilter(place)
  }
  return true
}

let afterFilter: { readonly beadId: Cell['bead']['id']; readonly rowIndex: number } | null = null

function showAfterFilter(place: NonNullable<typeof afterFilter>): void {
  afterFilter = place
}

/** Where to go once the rows that a filter had left out are back. */
export function takeAfterFilter(): typeof afterFilter {
  const place = afterFilter
  afterFilter = null
  return place
}

/** Chooses the first of two sentences, or brings it together with the second. */
export async function bringTogether(bench: AlignBench, kind: 'pinpoint' | 'link'): Promise<void> {
  const t = getT('aligning')
  const cell = currentCell(bench.stage)
  if (cell === null) return
  if (cell.segment === null) {
    announce(t('said.nothing'))
    return
  }
  const { firstHalf } = alignStore.getState()
  const { side } = cell
  const segmentId = cell.segment.id
  if (firstHalf === null || firstHalf.kind !== kind || firstHalf.side === side) {
    const again = firstHalf?.segmentId === segmentId && firstHalf.kind === kind
    alignStore.setState({ firstHalf: again ? null : { kind, side, segmentId } })
    announce(t(again ? 'said.markCleared' : 'said.marked'))
    return
  }
  const [left, right] = side === 'left' ? [segmentId, firstHalf.segmentId] : [firstHalf.segmentId, segmentId]
  if (kind === 'pinpoint' && isApart(bench.stage, left, right)) {
    sayBlocked('hidden')
    return
  }
  if (kind === 'pinpoint') {
    await editBeads(bench, 'pinpoint', { kind: 'pinpoint', left, right })
    return
  }
  const [from, to] = await Promise.all([wholeSegment(bench, left), wholeSegment(bench, right)])
  if (from === null || to === null) return
  const link = await attempt(bench, () => api.links.create({ pairId: bench.pairId, from, to }))
  if (link === null) return
  alignStore.setState({ firstHalf: null })
  announce(t('said.linked'))
}

/** A whole segment as a selection, without the white space at its ends. */
async function wholeSegment({ stage }: AlignBench, segmentId: SegmentId): Promise<Selection | null> {
  const { source } = stage
  const home = source.home(segmentId)
  if (home === null) {
    const { rowIndex } = await api.reader.locate({ target: source.reading.target, segmentId })
    await source.load(source.chunkOf(rowIndex))
  }
  const found = source.home(segmentId)
  if (found === null) return null
  const { text } = found.segment
  const startOffset = text.length - text.trimStart().length
  const endOffset = text.trimEnd().length
  return {
    articleId: articleOf(source, found.side),
    startSegmentId: segmentId,
    startOffset,
    endSegmentId: segmentId,
    endOffset,
    exact: text.slice(startOffset, endOffset),
  }
}

/** Sends a segment to another bead of its side. */
export async function moveSegment(
  bench: AlignBench,
  segmentId: SegmentId,
  beadId: Cell['bead']['id'],
): Promise<void> {
  const { source } = bench.stage
  const [from, to] = [source.home(segmentId)?.rowIndex, source.rowOfBead(beadId)?.index]
  if (from !== undefined && to !== undefined && hasGap(bench.stage, from, to)) {
    sayBlocked('hidden')
    return
  }
  await editBeads(bench, null, { kind: 'move', segmentId, beadId })
}

export async function setLock(bench: AlignBench, side: Side | null): Promise<void> {
  if ((await attempt(bench, () => api.alignment.lock({ pairId: bench.pairId, side }))) === null) return
  const t = getT('aligning')
  announce(side === null ? t('lock.off') : t('lock.on', { language: languageOf(bench, side) }))
}

export async function startAligning(bench: AlignBench): Promise<void> {
  // The tray tells how far it is, and how it ended.
  await attempt(bench, () => api.alignment.start({ pairId: bench.pairId }))
}

export function sayDone({ stage }: AlignBench, action: string): void {
  announce(getT('aligning')('said.done', { action, bead: placeInWords(stage) }))
}

/** Goes to the other side of the current bead. */
export async function goToSide(bench: AlignBench, side: Side): Promise<void> {
  const { stage } = bench
  const { rowIndex } = stage.pointer.getState()
  const row = stage.source.row(rowIndex)
  if (row === null) return
  const first = segmentsOf(row, side)[0] ?? segmentsOf(row, otherSide(side))[0]
  await moveToRow(stage, rowIndex, { side, segmentId: first?.id ?? null })
}
