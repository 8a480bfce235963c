import type { Annotation, Selection } from '../../../shared/contract/schemas/annotation.ts'
import type { Color } from '../../../shared/domain/highlight.ts'
import type { HighlightId, SpanId, TagId } from '../../../shared/domain/ids.ts'
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

/** Highlights a selection; it becomes the active highlight. */
export async function createHighlight(
  annotations: Annotations,
  selection: Selection,
  color: Color,
): Promise<Annotation | null> {
  const annotation = await saving(api.annotations.create({ selection, color }))
  if (annotation === null) return null
  annotations.put(annotation)
  annotations.activate(annotation.id)
  announce(getT('annotating')('said.created'))
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
