import { ApiError } from '../../../shared/contract/client.ts'
import { conflictReason } from '../../../shared/domain/conflict-reason.ts'
import type { BlockId, SegmentId } from '../../../shared/domain/ids.ts'
import type { BlockKind } from '../../../shared/domain/text.ts'
import { api } from '../../api/api.ts'
import { reportError } from '../../data/query-client.ts'
import { alignStore } from '../../features/aligning/align-store.ts'
import { likelySplit } from '../../features/aligning/likely-split.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { placeOf } from '../../features/reading/text-position.ts'
import { tellStep } from '../../features/revising/tell-step.ts'
import { textStore, type SplitPurpose } from '../../features/revising/text-store.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast.ts'
import { moveToRow } from './align-place.ts'
import { sentenceInSight } from './current-sentence.ts'
import { showCaret } from './split-commands.ts'
import { attempt, refusedByLock, sayBlocked, type TextBench } from './text-bench.ts'

/** Says that the text was changed. In the align layer, where steps follow each other fast, in words alone. */
export function tellTextStep(title: string): void {
  announce(title)
  if (!alignStore.getState().on) tellStep(title)
}

/** Shows a caret in the current sentence, where Enter divides it or begins a new paragraph. */
export async function showSplitCaret(
  bench: TextBench,
  purpose: Exclude<SplitPurpose, 'bead'>,
): Promise<void> {
  const home = await sentenceInSight(bench)
  if (home === null || refusedByLock(bench, home.side)) return
  const { id, text } = home.segment
  const isFirst = home.run.starts && home.run.segments[0]?.id === id
  const range = bench.selection.currentRange()
  const pointed = range === null ? nativeCaret(id) : range.start.segmentId === id ? range.start.offset : null
  const offset = pointed ?? (purpose === 'paragraph' && !isFirst ? 0 : likelySplit(text))
  bench.selection.clear()
  bench.annotations.activate(null)
  alignStore.setState({ segmentId: id })
  showCaret({ segmentId: id, offset, isMoving: true, purpose }, text)
}

/** Where a press has put the browser's own caret in a sentence. */
function nativeCaret(segmentId: SegmentId): number | null {
  const native = window.getSelection()
  if (native === null || native.anchorNode === null || !native.isCollapsed) return null
  const place = placeOf(native.anchorNode, native.anchorOffset)
  return place?.segmentId === segmentId && place.offset > 0 ? place.offset : null
}

/** Divides the sentence or the paragraph where the caret is. */
export async function splitTextAtCaret(bench: TextBench): Promise<void> {
  const { caret } = textStore.getState()
  const home = caret === null ? null : bench.stage.source.home(caret.segmentId)
  if (caret === null || home === null) return
  const t = getT('revising')
  const { segmentId } = caret
  const { text } = home.segment
  const offset = caret.offset >= text.trimEnd().length ? text.length : caret.offset
  if (caret.purpose === 'sentence' && (offset === 0 || offset === text.length)) {
    announce(t('said.border'))
    showToast({ id: 'text', title: t('said.border') })
    return
  }
  const done =
    caret.purpose === 'sentence'
      ? await attempt(bench, () => api.articles.splitSegment({ segmentId, offset }))
      : await attempt(bench, () => api.articles.splitBlock({ segmentId, offset }))
  if (done === null) return
  textStore.setState({ caret: null })
  await bench.catchUp()
  await stayWith(bench, segmentId)
  tellTextStep(t(caret.purpose === 'sentence' ? 'said.split' : 'said.paragraph'))
}

/** Joins the current sentence with the next of its paragraph. */
export async function joinWithNext(bench: TextBench): Promise<void> {
  const home = await sentenceInSight(bench)
  if (home === null || refusedByLock(bench, home.side)) return
  const { id } = home.segment
  const t = getT('revising')
  try {
    await api.articles.joinSegments({ segmentId: id })
  } catch (error) {
    const reason =
      error instanceof ApiError && error.code === 'conflict' ? conflictReason(error.details) : null
    if (reason === null) return reportError(error)
    if (reason !== 'edge') return sayBlocked(reason)
    showToast({ id: 'text', title: t('said.lastOfBlock') })
    announce(t('said.lastOfBlock'))
    return
  }
  await bench.catchUp()
  await stayWith(bench, id)
  tellTextStep(t('said.joined'))
}

/** Joins the current paragraph with the next one. */
export async function joinParagraphs(bench: TextBench): Promise<void> {
  const home = await sentenceInSight(bench)
  if (home === null || refusedByLock(bench, home.side)) return
  const { blockId } = home.run
  if ((await attempt(bench, () => api.articles.joinBlocks({ blockId }))) === null) return
  await bench.catchUp()
  await stayWith(bench, home.segment.id)
  tellTextStep(getT('revising')('said.joinedParagraphs'))
}

/** Opens the menu of the kinds of paragraphs. */
export async function chooseKind(bench: TextBench): Promise<void> {
  const home = await sentenceInSight(bench)
  if (home === null || refusedByLock(bench, home.side)) return
  textStore.setState({ kindOf: home.segment.id })
}

/** Makes the current paragraph, or all that are selected, of another kind. */
export async function setKind(
  bench: TextBench,
  segmentId: SegmentId,
  kind: BlockKind,
  level: number,
): Promise<void> {
  const home = bench.stage.source.home(segmentId)
  if (home === null) return
  const blockIds = selectedBlocks(bench) ?? [home.run.blockId]
  if ((await attempt(bench, () => api.articles.setBlockKind({ blockIds, kind, level }))) === null) return
  await bench.catchUp()
  const t = getT('revising')
  tellTextStep(t('said.kind', { kind: kind === 'heading' ? t('kind.level', { level }) : t(`kind.${kind}`) }))
}

function selectedBlocks({ stage, selection }: TextBench): BlockId[] | null {
  const range = selection.currentRange()
  if (range === null) return null
  const { source } = stage
  const [from, to] = [source.home(range.start.segmentId), source.home(range.end.segmentId)]
  if (from === null || to === null) return null
  const ids = new Set<BlockId>()
  for (let index = from.rowIndex; index <= to.rowIndex; index += 1) {
    const runs = source.row(index)?.[range.side] ?? []
    const first = index === from.rowIndex ? runs.findIndex(({ blockId }) => blockId === from.run.blockId) : 0
    const last =
      index === to.rowIndex ? runs.findIndex(({ blockId }) => blockId === to.run.blockId) : runs.length
    for (const { blockId } of runs.slice(Math.max(0, first), last + 1)) ids.add(blockId)
  }
  return ids.size === 0 ? null : [...ids]
}

/** The row that the sentence is in now stays the current one. */
async function stayWith({ stage }: TextBench, segmentId: SegmentId): Promise<void> {
  const home = stage.source.home(segmentId)
  if (home === null) return
  await moveToRow(stage, home.rowIndex, { side: home.side, segmentId, aloud: false })
}
