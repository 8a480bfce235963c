import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { PairSummary } from '../../../shared/contract/schemas/pair.ts'
import type { ArticleId } from '../../../shared/domain/ids.ts'
import { LINK_REASON_KINDS, type LinkReason } from '../../../shared/domain/link.ts'
import { api } from '../../api/api.ts'
import { reportError } from '../../data/query-client.ts'
import { mirrorHighlight, unmirrorHighlight } from '../../features/annotating/annotation-actions.ts'
import { primarySpan } from '../../features/annotating/annotation-order.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { confidenceInWords } from '../../features/annotating/mirror-bar.tsx'
import { mirrorStore, setMirroring, stopMirroring } from '../../features/annotating/mirror-store.ts'
import type { Direction, Step } from '../../features/reading/move-place.ts'
import { articleOf } from '../../features/reading/selected-text.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast.ts'
import { ensureHighlight, type Workbench } from './highlight-commands.ts'
import { loadRowsOf, selectionOf, withEdgeMoved } from './span-range.ts'

/** What the commands on mirrors work with. */
export interface MirrorBench extends Workbench {
  /** The pair that was opened; null for an article of its own. */
  readonly pair: PairSummary | null
}

/** Proposes a mirror for the active highlight, made from the selection where there is one; or takes up the one it has. */
export async function proposeMirror(bench: MirrorBench): Promise<void> {
  const { pair, stage } = bench
  const t = getT('annotating')
  if (pair === null) {
    say(t('mirror.noPair'))
    return
  }
  const annotation = await ensureHighlight(bench)
  if (annotation === null) {
    announce(t('said.nothingActive'))
    return
  }
  const highlightId = annotation.id
  // Pressed again before the answer had come.
  if (mirrorStore.getState().mirroring?.highlightId === highlightId) return
  const span = primarySpan(annotation)
  const articleId = span === null ? null : facingArticle(pair, span.articleId)
  const selection = span === null || span.state === 'lost' ? null : selectionOf(span)
  if (articleId === null || selection === null) {
    say(t(articleId === null ? 'mirror.otherText' : 'mirror.lost'))
    return
  }
  const mirror = mirrorIn(annotation, articleId)
  if (mirror !== null) {
    setMirroring({ kind: 'adjusting', highlightId, articleId, spanId: mirror.id })
    announce(t('mirror.adjusting'))
    return
  }
  setMirroring({ kind: 'asking', highlightId, articleId })
  const found = await api.alignment
    .project({ pairId: pair.id, selection })
    .then((answer) => answer.span)
    .catch((error: unknown) => {
      stopMirroring()
      reportError(error)
      return null
    })
  const { mirroring } = mirrorStore.getState()
  // Dismissed, or about another one by now.
  if (mirroring?.kind !== 'asking' || mirroring.highlightId !== highlightId) return
  turnTo(bench, articleId)
  if (found === null) {
    setMirroring({ kind: 'by-hand', highlightId, articleId })
    announce(t('mirror.byHand'))
    return
  }
  const { confidence, exact } = found
  await loadRowsOf(
    stage,
    found.parts.map(({ segmentId }) => segmentId),
  )
  setMirroring({
    kind: 'proposed',
    highlightId,
    articleId,
    stretch: { articleId, parts: found.parts, exact },
    confidence,
    reasons: found.reasons.filter(isKnownReason),
  })
  announce(t('said.proposed', { quote: exact.slice(0, 120), words: confidenceInWords(confidence, t) }))
  await showStretch(bench, found.parts)
}

/** Keeps what is proposed, or what is selected on the other side instead. */
export async function acceptMirror(bench: MirrorBench): Promise<void> {
  const { mirroring } = mirrorStore.getState()
  if (mirroring === null || mirroring.kind === 'asking') return
  if (mirroring.kind === 'adjusting') {
    stopMirroring()
    return
  }
  const { highlightId, articleId } = mirroring
  const range = bench.selection.currentRange()
  if (range !== null && articleOf(bench.stage.source, range.side) !== articleId) {
    // Words on the highlight's own side: they are what is to be mirrored now.
    stopMirroring()
    await proposeMirror(bench)
    return
  }
  const selected = range === null ? null : await bench.selection.resolve()
  const selection = selected ?? (mirroring.kind === 'proposed' ? selectionOf(mirroring.stretch) : null)
  if (selection === null) {
    announce(getT('annotating')('mirror.byHand'))
    return
  }
  // A failed save must cost neither the proposal nor the selection.
  if (!(await mirrorHighlight(bench.annotations, highlightId, selection))) return
  if (selected !== null) bench.selection.clear()
  stopMirroring()
}

export function dismissMirror(): void {
  const { mirroring } = mirrorStore.getState()
  if (mirroring === null) return
  stopMirroring()
  if (mirroring.kind !== 'adjusting') announce(getT('annotating')('said.dismissed'))
}

/** Takes the mirror off the active highlight. */
export async function removeMirror({ annotations }: Pick<MirrorBench, 'annotations'>): Promise<void> {
  const active = annotations.activeAnnotation()
  if (active === null || !active.spans.some(({ role }) => role === 'mirror')) {
    announce(getT('annotating')('said.noMirror'))
    return
  }
  stopMirroring()
  await unmirrorHighlight(annotations, active)
}

/** Moves an edge of what is proposed. */
export async function moveProposedEdge(
  { stage }: MirrorBench,
  edge: 'start' | 'end',
  step: Step,
  direction: Direction,
): Promise<void> {
  const { mirroring } = mirrorStore.getState()
  if (mirroring?.kind !== 'proposed') return
  const stretch = await withEdgeMoved(stage, mirroring.stretch, edge, step, direction)
  if (stretch === null || mirrorStore.getState().mirroring !== mirroring) return
  setMirroring({ ...mirroring, stretch, confidence: null })
  announce(stretch.exact.slice(-120))
}

/** The article that faces one in a pair; null when it is in neither side. */
function facingArticle({ left, right }: PairSummary, articleId: ArticleId): ArticleId | null {
  if (articleId === left.id) return right.id
  return articleId === right.id ? left.id : null
}

function mirrorIn(annotation: Annotation, articleId: ArticleId): Annotation['spans'][number] | null {
  const mirror = annotation.spans.find((span) => span.role === 'mirror' && span.articleId === articleId)
  return mirror === undefined || mirror.state === 'lost' ? null : mirror
}

/** What S and W select next is on the side where the mirror is to be. */
function turnTo({ stage }: MirrorBench, articleId: ArticleId): void {
  const side = stage.source.sides.find((each) => articleOf(stage.source, each) === articleId)
  if (side !== undefined) stage.pointer.setState({ side })
}

async function showStretch(
  { stage }: MirrorBench,
  parts: Annotation['spans'][number]['parts'],
): Promise<void> {
  const [first] = parts
  const rowIndex = first === undefined ? undefined : stage.source.home(first.segmentId)?.rowIndex
  if (first === undefined || rowIndex === undefined) return
  await stage.view.show({ segmentId: first.segmentId, offset: first.start }, rowIndex, 'nearest')
}

function isKnownReason(reason: {
  readonly kind: string
  readonly from: string
  readonly to: string
}): reason is LinkReason {
  return LINK_REASON_KINDS.some((kind) => kind === reason.kind)
}

/** What can't be done is said and shown: nothing on the screen has changed. */
function say(title: string): void {
  announce(title)
  showToast({ id: 'mirror', title })
}
