import type { Annotation, Selection } from '../../../shared/contract/schemas/annotation.ts'
import type { Color } from '../../../shared/domain/highlight.ts'
import type { HighlightId, TagId } from '../../../shared/domain/ids.ts'
import { inVivoTagName } from '../../../shared/text/in-vivo-tag.ts'
import { currentSettings } from '../../data/settings.ts'
import {
  createHighlight,
  recentTagPaths,
  recolorHighlight,
  resizeSpan,
  tagHighlight,
} from '../../features/annotating/annotation-actions.ts'
import { primarySpan } from '../../features/annotating/annotation-order.ts'
import type { Annotations, Panel } from '../../features/annotating/annotation-store.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { describeHighlight } from '../../features/annotating/describe-highlight.ts'
import { mirrorStore } from '../../features/annotating/mirror-store.ts'
import { formatQuote } from '../../features/reading/bilingual-quote.ts'
import { facingText } from '../../features/reading/counterparts.ts'
import type { Direction, Step } from '../../features/reading/move-place.ts'
import { locate } from '../../features/reading/prepare-reading.ts'
import { partsOf } from '../../features/reading/selected-text.ts'
import { getT } from '../../i18n/i18n.ts'
import { writeClipboard } from './clipboard.ts'
import type { Stage } from './reader-stage.ts'
import { loadRowsOf, selectionOf, withEdgeMoved } from './span-range.ts'
import type { TextSelection } from './use-text-selection.ts'

/** What the commands on highlights work with. */
export interface Workbench {
  readonly stage: Stage
  readonly annotations: Annotations
  readonly selection: TextSelection
}

/** Highlights the selection, or else gives the active highlight another color. */
export async function highlightOrRecolor({ annotations, selection }: Workbench, color: Color): Promise<void> {
  if (selection.currentRange() !== null) {
    await fromSelection(annotations, selection, color)
    return
  }
  const { active } = annotations.store.getState()
  if (active !== null) await recolorHighlight(active, color)
}

/** The active highlight, made from the selection where there is one. */
export async function ensureHighlight({ annotations, selection }: Workbench): Promise<Annotation | null> {
  if (selection.currentRange() === null) return annotations.activeAnnotation()
  return fromSelection(annotations, selection, currentSettings().lastColor)
}

async function fromSelection(
  annotations: Annotations,
  selection: TextSelection,
  color: Color,
  tagsOf: (selected: Selection) => readonly string[] = () => [],
): Promise<Annotation | null> {
  const selected = await selection.resolve()
  if (selected === null) return null
  const annotation = await createHighlight(annotations, selected, color, tagsOf(selected))
  // A failed save must not cost the selection.
  if (annotation !== null) selection.clear()
  return annotation
}

/** Tags with the quote's own words: a selection becomes a highlight with that tag in one step. */
export async function tagInVivo({ annotations, selection }: Workbench): Promise<void> {
  if (selection.currentRange() === null) {
    const active = annotations.activeAnnotation()
    const name = inVivoTagName((active === null ? null : primarySpan(active))?.exact ?? '')
    if (active !== null && name !== '') await tagHighlight(active.id, [name])
    return
  }
  await fromSelection(annotations, selection, currentSettings().lastColor, ({ exact }) => {
    const name = inVivoTagName(exact)
    return name === '' ? [] : [name]
  })
}

/** Opens the tag box or the note of the active highlight; from a selection it is made first. False: there is none. */
export async function openPanel(bench: Workbench, panel: Panel): Promise<boolean> {
  const annotation = await ensureHighlight(bench)
  if (annotation !== null) bench.annotations.activate(annotation.id, panel)
  return annotation !== null
}

/** Puts the tags used last on the selection or the active highlight. */
export async function repeatTags(bench: Workbench, newest: string | null): Promise<void> {
  const paths = recentTagPaths()
  const wanted = paths.length > 0 ? paths : newest === null ? [] : [newest]
  if (wanted.length === 0) {
    await openPanel(bench, 'tags')
    return
  }
  const annotation = await ensureHighlight(bench)
  if (annotation !== null) await tagHighlight(annotation.id, wanted)
}

/** Makes a highlight active and says which: what is painted can't be heard. */
export function activateAloud(annotations: Annotations, id: HighlightId): void {
  annotations.activate(id)
  const annotation = annotations.book.get(id)
  if (annotation === null) return
  const about = describeHighlight(annotation, annotations.tagPaths)
  const quote = (primarySpan(annotation)?.exact ?? '').slice(0, 120)
  announce(getT('annotating')('said.active', { about, quote }))
}

/** Moves an edge of the active highlight, or of its mirror while that is being adjusted. */
export async function moveEdge(
  { stage, annotations }: Workbench,
  edge: 'start' | 'end',
  step: Step,
  direction: Direction,
): Promise<void> {
  const annotation = annotations.activeAnnotation()
  const { mirroring } = mirrorStore.getState()
  const spanId = mirroring?.kind === 'adjusting' ? mirroring.spanId : null
  const span = annotation?.spans.find(({ id }) => id === spanId) ?? (annotation && primarySpan(annotation))
  if (annotation === null || !span) return
  const moved = await withEdgeMoved(stage, span, edge, step, direction)
  const selection = moved === null ? null : selectionOf(moved)
  if (selection !== null) await resizeSpan(annotations, annotation.id, span.id, selection)
}

/** Shows a highlight in the text and makes it active. */
export async function goToHighlight(
  { stage, annotations }: Pick<Workbench, 'stage' | 'annotations'>,
  id: HighlightId,
): Promise<void> {
  activateAloud(annotations, id)
  const annotation = annotations.book.get(id)
  const { source, view, pointer } = stage
  const parts = [...(annotation?.spans ?? [])]
    .toSorted((a, b) => Number(a.role === 'mirror') - Number(b.role === 'mirror'))
    .flatMap((span) => span.parts)
  for (const part of parts) {
    const rowIndex =
      source.home(part.segmentId)?.rowIndex ?? (await locate(source.reading.target, part.segmentId))
    if (rowIndex === null) continue
    const side = source.home(part.segmentId)?.side ?? pointer.getState().side
    pointer.setState({ rowIndex, seen: rowIndex, side, shown: true })
    await view.show({ segmentId: part.segmentId, offset: part.start }, rowIndex, 'nearest')
    return
  }
}

/** Copies the selection, or else the active highlight, with what faces it and both sources. */
export async function copyQuote({ stage, selection, annotations }: Workbench): Promise<void> {
  const { source } = stage
  const selected = await selection.resolve()
  const active = selected === null ? annotations.activeAnnotation() : null
  const span = active === null ? null : primarySpan(active)
  const quote = selected ?? span
  if (quote === null) return
  const range = selected === null ? null : selection.currentRange()
  const segmentIds =
    range === null
      ? (span?.parts.map((part) => part.segmentId) ?? [])
      : (partsOf(source, range)?.map((part) => part.segmentId) ?? [])
  await loadRowsOf(stage, segmentIds.slice(0, 1))
  const { left, right } = source.reading
  const article = right !== null && quote.articleId === right.id ? right : left
  const other = article.id === left.id ? right : left
  // A mirror is the very counterpart; without one it is the whole of the row's other side.
  const mirror = active?.spans.find(({ articleId }) => articleId === other?.id)
  const facing = mirror?.exact ?? facingText(source, segmentIds)
  const text = formatQuote(
    { text: quote.exact, article },
    other === null || facing === '' ? null : { text: facing, article: other },
  )
  if (await writeClipboard(text)) announce(getT('annotating')('said.copied'))
}

/** The tag that was used last, in any window. */
export function newestTag(
  tags: readonly { readonly id: TagId; readonly path: string; readonly lastUsedAt: number | null }[],
): string | null {
  const newest = tags
    .filter((tag) => tag.lastUsedAt !== null)
    .toSorted((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0))[0]
  return newest?.path ?? null
}
