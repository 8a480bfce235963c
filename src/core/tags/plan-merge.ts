import type { TagId } from '../../shared/domain/ids.ts'
import { tagNameKey } from '../../shared/domain/tag-path.ts'

interface Placed {
  readonly id: TagId
  readonly parentId: TagId | null
  readonly name: string
}

/** What a merge comes to. */
export interface MergePlan {
  /** Tags that become part of others, from the top down; the first is what was asked for. */
  readonly absorbed: readonly { readonly from: TagId; readonly into: TagId }[]
  /** Tags that move along, with all below them. */
  readonly moved: readonly { readonly id: TagId; readonly parentId: TagId }[]
  /** Absorbed tags that hold a name which a moved one needs where they still are. */
  readonly inTheWay: readonly TagId[]
}

/**
 * Plans the merge of one tag into another that is not below it: tags below the first move under the second; where
 * that has one of the same name, the two are merged likewise.
 */
export function planMerge(tags: readonly Placed[], fromId: TagId, intoId: TagId): MergePlan {
  const children = new Map<TagId, Placed[]>()
  for (const tag of tags) {
    if (tag.parentId === null) continue
    const siblings = children.get(tag.parentId)
    if (siblings === undefined) children.set(tag.parentId, [tag])
    else siblings.push(tag)
  }
  const absorbed: { from: TagId; into: TagId }[] = []
  const moved: { id: TagId; parentId: TagId }[] = []
  const inTheWay: TagId[] = []
  // What is absorbed counts as gone: a moved tag may have its name.
  const gone = new Set<TagId>()
  const merge = (from: TagId, into: TagId): void => {
    gone.add(from)
    absorbed.push({ from, into })
    for (const child of children.get(from) ?? []) {
      const key = tagNameKey(child.name)
      const named = (children.get(into) ?? []).filter(({ name }) => tagNameKey(name) === key)
      const twin = named.find(({ id }) => !gone.has(id))
      if (twin !== undefined) merge(child.id, twin.id)
      else {
        moved.push({ id: child.id, parentId: into })
        inTheWay.push(...named.map(({ id }) => id))
      }
    }
  }
  merge(fromId, intoId)
  return { absorbed, moved, inTheWay }
}

/** Whether `id` is `ancestorId` or below it. */
export function isWithin(tags: readonly Placed[], id: TagId, ancestorId: TagId): boolean {
  const parents = new Map(tags.map((tag) => [tag.id, tag.parentId]))
  for (let at: TagId | null | undefined = id; at !== null && at !== undefined; at = parents.get(at)) {
    if (at === ancestorId) return true
  }
  return false
}
