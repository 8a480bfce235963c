import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { Color } from '../../../shared/domain/highlight.ts'
import type { HighlightId, TagId } from '../../../shared/domain/ids.ts'
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
import { formatQuote } from '../../features/reading/bilingual-quote.ts'
import { facingText } from '../../features/reading/counterparts.ts'
import { movePlace, type Direction } from '../../features/reading/move-place.ts'
import { locate } from '../../features/reading/prepare-reading.ts'
import { segmentsOf } from '../../features/reading/row-source.ts'
import { articleOf, partsOf, toSelection, type TextRange } from '../../features/reading/selected-text.ts'
import { getT } from '../../i18n/i18n.ts'
import { writeClipboard } from './clipboard.ts'
import type { Stage } from './reader-stage.ts'
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
): Promise<Annotation | null> {
  const selected = await selection.resolve()
  if (selected === null) return null
  const annotation = await createHighlight(annotations, selected, color)
  // A failed save must not cost the selection.
  if (annotation !== null) selection.clear()
  return annotation
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

/** The next of the highlights that overlap the active one; without one, the first of the current row. */
export function cycle({ stage, annotations }: Workbench): void {
  const active = annotations.activeAnnotation()
  const ring = active === null ? inRow(stage, annotations) : overlapping(annotations, active)
  const at = active === null ? -1 : ring.indexOf(active.id)
  const next = ring[(at + 1) % ring.length]
  if (next === undefined) announce(getT('annotating')('said.nothing'))
  else activateAloud(annotations, next)
}

/** The highlights that share text with one, smallest first. */
export function overlapping(annotations: Annotations, annotation: Annotation): HighlightId[] {
  const ids = new Set<HighlightId>()
  for (const span of annotation.spans) {
    for (const { segmentId, start, end } of span.parts) {
      for (const id of annotations.book.touching(segmentId, start, end)) ids.add(id)
    }
  }
  const lengthOf = (id: HighlightId): number => {
    const found = annotations.book.get(id)
    return found === null ? 0 : (primarySpan(found)?.exact.length ?? 0)
  }
  return [...ids].toSorted((a, b) => lengthOf(a) - lengthOf(b) || (a < b ? -1 : 1))
}

function inRow({ source, pointer }: Stage, { book }: Annotations): HighlightId[] {
  const row = source.row(pointer.getState().rowIndex)
  if (row === null) return []
  const segments = [...segmentsOf(row, 'left'), ...segmentsOf(row, 'right')]
  return [...new Set(segments.flatMap(({ id, text }) => book.touching(id, 0, text.length)))]
}

/** Makes a highlight active and says which: what is painted can't be heard. */
export function activateAloud(annotations: Annotations, id: HighlightId): void {
  annotations.activate(id)
  const annotation = annotations.book.get(id)
  if (annotation === null) return
  const t = getT('annotating')
  const quote = (primarySpan(annotation)?.exact ?? '').slice(0, 120)
  announce(t('said.active', { color: t(`colors.c${annotation.color}`), quote }))
}

/** Moves an edge of the active highlight by one character. */
export async function moveEdge(
  { stage, annotations }: Workbench,
  edge: 'start' | 'end',
  direction: Direction,
): Promise<void> {
  const { source } = stage
  const annotation = annotations.activeAnnotation()
  const span = annotation === null ? null : primarySpan(annotation)
  const [first, last] = [span?.parts[0], span?.parts.at(-1)]
  if (annotation === null || span === null || first === undefined || last === undefined) return
  await loadRowsOf(stage, [first.segmentId, last.segmentId])
  const home = source.home(first.segmentId)
  if (home === null) return
  const range: TextRange = {
    side: home.side,
    start: { segmentId: first.segmentId, offset: first.start },
    end: { segmentId: last.segmentId, offset: last.end },
  }
  const moved = await movePlace(source, home.side, range[edge], 'character', direction)
  if (moved === null) return
  const parts = partsOf(source, { ...range, [edge]: moved })
  // White space at the edges is left out, so a step over it must go on to the next character.
  const selection = parts === null ? null : toSelection(articleOf(source, home.side), parts)
  if (selection === null || selection.exact === span.exact) return
  await resizeSpan(annotations, annotation.id, span.id, selection)
}

async function loadRowsOf(
  stage: Stage,
  segmentIds: readonly Annotation['spans'][number]['parts'][number]['segmentId'][],
): Promise<void> {
  const { source } = stage
  for (const segmentId of segmentIds) {
    if (source.home(segmentId) !== null) continue
    const rowIndex = await locate(source.reading.target, segmentId)
    if (rowIndex !== null) await source.load(source.chunkOf(rowIndex))
  }
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
  const facing = facingText(source, segmentIds)
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
