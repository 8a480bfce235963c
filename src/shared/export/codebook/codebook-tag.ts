import type { Color } from '../../domain/highlight.ts'

/** A tag as it is written into a codebook's file. */
export interface CodebookTag {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly color: Color | null
  readonly description: string
  readonly examples: string
}

/** The tags below each tag (those at the root under null), by name in the order of code points. */
export function childrenByName(
  tags: readonly CodebookTag[],
): ReadonlyMap<string | null, readonly CodebookTag[]> {
  const children = new Map<string | null, CodebookTag[]>()
  for (const tag of tags.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    const siblings = children.get(tag.parentId)
    if (siblings === undefined) children.set(tag.parentId, [tag])
    else siblings.push(tag)
  }
  return children
}
