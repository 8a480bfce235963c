import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { TagId } from '../../../shared/domain/ids.ts'
import { currentSettings } from '../../data/settings.ts'
import { getT } from '../../i18n/i18n.ts'

/** What a highlight is, as it is said: its color, its tags, whether it has a note and a mirror. */
export function describeHighlight(annotation: Annotation, tagPaths: ReadonlyMap<TagId, string>): string {
  const t = getT('annotating')
  const { color, tagIds, note, spans } = annotation
  return [
    currentSettings().colorNames[color - 1] || t(`colors.c${color}`),
    ...tagIds.flatMap((id) => tagPaths.get(id) ?? []),
    ...(note === null ? [] : [t('about.note')]),
    ...(spans.some(({ role }) => role === 'mirror') ? [t('about.mirrored')] : []),
    ...(spans.some(({ state }) => state === 'moved') ? [t('state.moved')] : []),
    ...(spans.some(({ state }) => state === 'lost') ? [t('state.lost')] : []),
  ].join(t('about.join'))
}
