import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { HighlightId } from '../../../shared/domain/ids.ts'
import { mergeHighlights, splitHighlight } from '../../features/annotating/annotation-actions.ts'
import { primarySpan } from '../../features/annotating/annotation-order.ts'
import type { Annotations } from '../../features/annotating/annotation-store.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { neighbour } from '../../features/reading/move-place.ts'
import { segmentsOf } from '../../features/reading/row-source.ts'
import { placeOf, type Place } from '../../features/reading/text-position.ts'
import { getT } from '../../i18n/i18n.ts'
import { activateAloud, type Workbench } from './highlight-commands.ts'
import type { Stage } from './reader-stage.ts'
import { loadRowsOf } from './span-range.ts'

/** The next of the highlights that overlap the active one; without one, the first of the current row. */
export function cycle({ stage, annotations }: Workbench): void {
  const active = annotations.activeAnnotation()
  const ring = active === null ? inRow(stage, annotations) : overlapping(annotations, active)
  const at = active === null ? -1 : ring.indexOf(active.id)
  const next = ring[(at + 1) % ring.length]
  if (next === undefined) announce(getT('annotating')('said.nothing'))
  else activateAloud(annotations, next)
}

/** Opens the list of the highlights that overlap the active one; without one, begins with those of the row. */
export function listHere(bench: Workbench): void {
  const { annotations } = bench
  if (annotations.activeAnnotation() === null) cycle(bench)
  const active = annotations.activeAnnotation()
  if (active !== null) annotations.activate(active.id, 'here')
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

/** The highlights that have words in the current row, on either side. */
export function inRow({ source, pointer }: Stage, { book }: Annotations): HighlightId[] {
  const row = source.row(pointer.getState().rowIndex)
  if (row === null) return []
  const segments = [...segmentsOf(row, 'left'), ...segmentsOf(row, 'right')]
  return [...new Set(segments.flatMap(({ id, text }) => book.touching(id, 0, text.length)))]
}

/** Where the caret is: the moving end of the selection, or where the text was pressed last. */
export function caretPlace({ selection }: Pick<Workbench, 'selection'>): Place | null {
  const ends = selection.column()?.ends()
  if (ends !== null && ends !== undefined) return ends.focus
  const { focusNode, focusOffset } = window.getSelection() ?? { focusNode: null, focusOffset: 0 }
  return focusNode === null ? null : placeOf(focusNode, focusOffset)
}

/** Divides a highlight at the caret: the active one if the caret is inside it, else the smallest that it is inside. */
export async function splitHere(bench: Workbench): Promise<void> {
  const { annotations, selection } = bench
  const place = caretPlace(bench)
  const { active } = annotations.store.getState()
  const around = place === null ? [] : aroundPlace(annotations, place)
  const id = around.find((each) => each === active) ?? around[0]
  if (place === null || id === undefined) {
    announce(getT('annotating')('said.splitWhere'))
    return
  }
  selection.clear()
  annotations.activate(id)
  await splitHighlight(annotations, id, place)
}

/** Those whose primary span has text on either side of a place, smallest first. */
function aroundPlace({ book }: Annotations, { segmentId, offset }: Place): HighlightId[] {
  return book.touching(segmentId, Math.max(0, offset - 1), offset + 1).filter((id) => {
    const annotation = book.get(id)
    const parts = annotation === null ? [] : (primarySpan(annotation)?.parts ?? [])
    const at = parts.findIndex((part) => part.segmentId === segmentId)
    const part = parts[at]
    if (part === undefined) return false
    return (part.start < offset || at > 0) && (offset < part.end || at < parts.length - 1)
  })
}

/** Makes one of the active highlight and the next that overlaps it or stands right beside it. */
export async function mergeHere(bench: Workbench): Promise<void> {
  const { annotations } = bench
  const active = annotations.activeAnnotation()
  const other = active === null ? null : await partnerOf(bench, active)
  if (active === null || other === null) {
    announce(getT('annotating')(active === null ? 'said.nothingActive' : 'said.mergeNone'))
    return
  }
  await mergeHighlights(annotations, [active.id, other])
}

async function partnerOf(
  { stage, annotations }: Workbench,
  annotation: Annotation,
): Promise<HighlightId | null> {
  const articleId = primarySpan(annotation)?.articleId
  const fits = (id: HighlightId): boolean => {
    const found = annotations.book.get(id)
    const span = found === null ? null : primarySpan(found)
    return id !== annotation.id && span?.articleId === articleId && span?.state === 'ok'
  }
  return (
    overlapping(annotations, annotation).find(fits) ??
    (await beside(stage, annotations, annotation, 'on')).find(fits) ??
    (await beside(stage, annotations, annotation, 'back')).find(fits) ??
    null
  )
}

/** The highlights that begin where one ends (or end where it begins), with nothing but white space between. */
async function beside(
  stage: Stage,
  { book }: Annotations,
  annotation: Annotation,
  direction: 'on' | 'back',
): Promise<HighlightId[]> {
  const parts = primarySpan(annotation)?.parts ?? []
  const part = direction === 'on' ? parts.at(-1) : parts[0]
  if (part === undefined) return []
  await loadRowsOf(stage, [part.segmentId])
  const home = stage.source.home(part.segmentId)
  if (home === null) return []
  const edge = direction === 'on' ? part.end : part.start
  const { text } = home.segment
  const isBlank = (from: number, to: number): boolean => from <= to && text.slice(from, to).trim() === ''
  const here = book
    .partsIn(part.segmentId)
    .filter((each) => (direction === 'on' ? isBlank(edge, each.start) : isBlank(each.end, edge)))
    .map(({ highlightId }) => highlightId)
  const atEnd = direction === 'on' ? isBlank(edge, text.length) : isBlank(0, edge)
  if (here.length > 0 || !atEnd) return here
  const next = await neighbour(stage.source, home.side, part.segmentId, direction)
  if (next === null) return []
  return book
    .partsIn(next.id)
    .filter(({ start, end }) =>
      direction === 'on' ? next.text.slice(0, start).trim() === '' : next.text.slice(end).trim() === '',
    )
    .map(({ highlightId }) => highlightId)
}
