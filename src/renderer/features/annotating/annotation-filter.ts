import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { Color } from '../../../shared/domain/highlight.ts'
import type { ArticleId, SpeakerId, TagId } from '../../../shared/domain/ids.ts'
import { findAll } from '../../../shared/text/find.ts'
import { primarySpan } from './annotation-order.ts'

/** What the side panel lists. Kinds of conditions must all hold; within a kind any of them. */
export interface AnnotationFilter {
  readonly text: string
  readonly colors: ReadonlySet<Color>
  readonly tagIds: ReadonlySet<TagId>
  /** Of the article the highlight was made in; that is its language. */
  readonly articleIds: ReadonlySet<ArticleId>
  /** In whose words the highlight begins. */
  readonly speakerIds: ReadonlySet<SpeakerId>
}

export const NO_FILTER: AnnotationFilter = {
  text: '',
  colors: new Set(),
  tagIds: new Set(),
  articleIds: new Set(),
  speakerIds: new Set(),
}

export function isFiltering(filter: AnnotationFilter): boolean {
  return (
    filter.text.trim() !== '' ||
    filter.colors.size > 0 ||
    filter.tagIds.size > 0 ||
    filter.articleIds.size > 0 ||
    filter.speakerIds.size > 0
  )
}

/** In whose words a highlight begins, on either side. */
export type SpeakersOf = (annotation: Annotation) => readonly SpeakerId[]

/** The highlights a filter lets through, in the order they came. */
export function filterAnnotations(
  annotations: readonly Annotation[],
  filter: AnnotationFilter,
  tagPath: (tagId: TagId) => string,
  speakersOf: SpeakersOf = () => [],
): readonly Annotation[] {
  if (!isFiltering(filter)) return annotations
  return annotations.filter((annotation) => passes(annotation, filter, tagPath, speakersOf))
}

function passes(
  annotation: Annotation,
  filter: AnnotationFilter,
  tagPath: (tagId: TagId) => string,
  speakersOf: SpeakersOf,
): boolean {
  if (filter.colors.size > 0 && !filter.colors.has(annotation.color)) return false
  if (filter.tagIds.size > 0 && !annotation.tagIds.some((id) => filter.tagIds.has(id))) return false
  if (filter.articleIds.size > 0) {
    const span = primarySpan(annotation)
    if (span === null || !filter.articleIds.has(span.articleId)) return false
  }
  if (filter.speakerIds.size > 0 && !speakersOf(annotation).some((id) => filter.speakerIds.has(id)))
    return false
  const text = filter.text.trim()
  if (text === '') return true
  const haystack = [
    ...annotation.spans.map((span) => span.exact),
    annotation.note?.body ?? '',
    ...annotation.tagIds.map(tagPath),
  ].join('\n')
  return findAll(haystack, text, { limit: 1 }).length > 0
}

/** A set with one member more, or less when it was in. */
export function toggled<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}
