import type { Annotation, Selection } from '../../../shared/contract/schemas/annotation.ts'
import type { Color } from '../../../shared/domain/highlight.ts'
import type { HighlightId, SegmentId, SpanId, TagId } from '../../../shared/domain/ids.ts'
import { api } from '../../api/api.ts'
import { currentSettings, updateSettings } from '../../data/settings.ts'
import { getT } from '../../i18n/i18n.ts'
import type { Annotations } from './annotation-store.ts'
import { announce } from './announce.tsx'
import { saving } from './save-state.ts'

/** The tags put on last, for doing it again. Of this window only. */
let lastTagPaths: readonly string[] = []

export function recentTagPaths(): readonly string[] {
  return lastTagPaths
}

/** Highlights a selection, with tags in the same step; it becomes the active highlight. */
export async function createHighlight(
  annotations: Annotations,
  selection: Selection,
  color: Color,
  tagPaths: readonly string[] = [],
): Promise<Annotation | null> {
  const annotation = await saving(api.annotations.create({ selection, color, tagPaths: [...tagPaths] }))
  if (annotation === null) return null
  annotations.put(annotation)
  annotations.activate(annotation.id)
  const t = getT('annotating')
  announce(tagPaths.length === 0 ? t('said.created') : t('said.createdTagged', { tags: tagPaths.join('、') }))
  // Once it is painted: the settings are read all over the page.
  setTimeout(() => rememberColor(color))
  return annotation
}

export async function recolorHighlight(id: HighlightId, color: Color): Promise<void> {
  rememberColor(color)
  const done = await saving(api.annotations.recolor({ highlightIds: [id], color }))
  if (done !== null) announce(getT('annotating')('said.recolored'))
}

export async function removeHighlight(annotations: Annotations, id: HighlightId): Promise<void> {
  const done = await saving(api.annotations.remove({ highlightIds: [id] }))
  if (done === null) return
  annotations.activate(null)
  announce(getT('annotating')('said.removed'))
}

export async function tagHighlight(id: HighlightId, paths: readonly string[]): Promise<void> {
  lastTagPaths = paths
  const done = await saving(api.annotations.tag({ highlightIds: [id], tagPaths: [...paths] }))
  if (done !== null) announce(getT('annotating')('said.tagged', { tags: paths.join('、') }))
}

export async function untagHighlight(id: HighlightId, tagId: TagId): Promise<void> {
  const done = await saving(api.annotations.untag({ highlightIds: [id], tagId }))
  if (done !== null) announce(getT('annotating')('said.untagged'))
}

export async function resizeSpan(
  annotations: Annotations,
  highlightId: HighlightId,
  spanId: SpanId,
  selection: Selection,
): Promise<void> {
  const annotation = await saving(api.annotations.resize({ highlightId, spanId, selection }))
  if (annotation !== null) annotations.put(annotation)
}

function rememberColor(color: Color): void {
  if (currentSettings().lastColor !== color) void updateSettings({ lastColor: color })
}

/** Sets the mirror of a highlight, in the place of the one it has. False: it was not saved. */
export async function mirrorHighlight(
  annotations: Annotations,
  highlightId: HighlightId,
  selection: Selection,
): Promise<boolean> {
  const annotation = await saving(api.annotations.mirror({ highlightId, selection }))
  if (annotation === null) return false
  annotations.put(annotation)
  announce(getT('annotating')('said.mirrored', { quote: selection.exact.slice(0, 120) }))
  return true
}

export async function unmirrorHighlight(annotations: Annotations, annotation: Annotation): Promise<void> {
  const done = await saving(api.annotations.unmirror({ highlightIds: [annotation.id] }))
  if (done === null) return
  annotations.put({ ...annotation, spans: annotation.spans.filter(({ role }) => role === 'primary') })
  announce(getT('annotating')('said.unmirrored'))
}

/** Makes two highlights of one; the first stays active. */
export async function splitHighlight(
  annotations: Annotations,
  highlightId: HighlightId,
  place: { readonly segmentId: SegmentId; readonly offset: number },
): Promise<void> {
  const halves = await saving(api.annotations.split({ highlightId, ...place }))
  if (halves === null) return
  for (const half of halves) annotations.put(half)
  announce(getT('annotating')('said.split'))
}

/** Makes one highlight of several; the first of them stays, and is active. */
export async function mergeHighlights(
  annotations: Annotations,
  highlightIds: readonly HighlightId[],
): Promise<void> {
  const merged = await saving(api.annotations.merge({ highlightIds: [...highlightIds] }))
  if (merged === null) return
  annotations.drop(highlightIds.filter((id) => id !== merged.id))
  annotations.put(merged)
  annotations.activate(merged.id)
  const quote = merged.spans[0]?.exact.slice(0, 120) ?? ''
  announce(getT('annotating')('said.merged', { quote }))
}
