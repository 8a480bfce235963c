import type { Annotation, Tag } from '../shared/contract/schemas/annotation.ts'

/** A highlight as `annotations --json` gives it. `exact` and `state` are those of where the user put it. */
export interface AnnotationFacts {
  readonly id: string
  readonly articleId: string
  readonly exact: string
  readonly color: number
  /** Paths. */
  readonly tags: readonly string[]
  /** Markdown. */
  readonly note: string | null
  /** Of the span the user made: `ok`, `moved` or `lost`. */
  readonly state: string
  /** What the span covers in the text as it is now; null where it is lost. */
  readonly text: string | null
}

export function annotationFacts(
  annotation: Annotation,
  tags: readonly Tag[],
  text: string | null,
): AnnotationFacts {
  const primary = annotation.spans.find((span) => span.role === 'primary') ?? annotation.spans[0]
  const pathById = new Map(tags.map((tag) => [tag.id, tag.path]))
  return {
    id: annotation.id,
    articleId: primary?.articleId ?? '',
    exact: primary?.exact ?? '',
    color: annotation.color,
    tags: annotation.tagIds.flatMap((id) => pathById.get(id) ?? []),
    note: annotation.note?.body ?? null,
    state: primary?.state ?? 'lost',
    text,
  }
}

/** The same for people. */
export function annotationLines(facts: AnnotationFacts): string[] {
  const tags = facts.tags.map((path) => `#${path}`).join(' ')
  const state = facts.state === 'ok' ? '' : facts.state
  return [
    [facts.id, `color ${facts.color}`, state, tags].filter((part) => part !== '').join('  '),
    `  “${facts.exact}”`,
    ...(facts.note === null ? [] : facts.note.split('\n').map((line) => `  | ${line}`)),
  ]
}
