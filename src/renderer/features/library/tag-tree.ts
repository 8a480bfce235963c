import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { TagId } from '../../../shared/domain/ids.ts'

export interface TagPlace {
  readonly tag: Tag
  /** 0 at the root. */
  readonly depth: number
}

/** Parents before their children, siblings by name. */
export function inTreeOrder(tags: readonly Tag[], collator: Intl.Collator): TagPlace[] {
  const children = childrenOf(tags)
  const below = (parentId: TagId | null, depth: number): TagPlace[] =>
    (children.get(parentId) ?? [])
      .toSorted((a, b) => collator.compare(a.name, b.name))
      .flatMap((tag) => [{ tag, depth }, ...below(tag.id, depth + 1)])
  return below(null, 0)
}

/** The tags under a tag, all the way down. */
export function tagsBelow(tags: readonly Tag[], tagId: TagId): Tag[] {
  const children = childrenOf(tags)
  const below = (parentId: TagId): Tag[] =>
    (children.get(parentId) ?? []).flatMap((tag) => [tag, ...below(tag.id)])
  return below(tagId)
}

function childrenOf(tags: readonly Tag[]): ReadonlyMap<TagId | null, Tag[]> {
  const children = new Map<TagId | null, Tag[]>()
  for (const tag of tags) {
    const siblings = children.get(tag.parentId)
    if (siblings === undefined) children.set(tag.parentId, [tag])
    else siblings.push(tag)
  }
  return children
}
