import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { TagId } from '../../../shared/domain/ids.ts'

/** A line of the tree. */
export interface TagRow {
  readonly tag: Tag
  /** 1 at the root. */
  readonly level: number
  /** Its place among its siblings, from 1, and how many those are. */
  readonly place: number
  readonly siblings: number
  readonly hasChildren: boolean
  readonly isOpen: boolean
  /** Whether the search found it itself, and not only something below it. */
  readonly isFound: boolean
}

/** What the tree is drawn of. */
export interface TreeWish {
  readonly closed: ReadonlySet<TagId>
  /** Only tags whose path or texts hold this, with what is above them; '' for all. */
  readonly text: string
  readonly collator: Intl.Collator
}

/** The lines in order: parents before their children, siblings by name. A search opens what it needs. */
export function tagRows(tags: readonly Tag[], { closed, text, collator }: TreeWish): TagRow[] {
  const needle = fold(text.trim())
  const children = childrenOf(tags)
  const found = new Set(tags.filter((tag) => needle === '' || holds(tag, needle)).map(({ id }) => id))
  const shown = needle === '' ? found : withThoseAbove(tags, found)
  const rows: TagRow[] = []
  const walk = (parentId: TagId | null, level: number): void => {
    const siblings = (children.get(parentId) ?? [])
      .filter(({ id }) => shown.has(id))
      .toSorted((a, b) => collator.compare(a.name, b.name))
    for (const [index, tag] of siblings.entries()) {
      const hasChildren = (children.get(tag.id) ?? []).some(({ id }) => shown.has(id))
      const isOpen = hasChildren && (needle !== '' || !closed.has(tag.id))
      rows.push({
        tag,
        level,
        place: index + 1,
        siblings: siblings.length,
        hasChildren,
        isOpen,
        isFound: found.has(tag.id),
      })
      if (isOpen) walk(tag.id, level + 1)
    }
  }
  walk(null, 1)
  return rows
}

/** The tags at or below a tag. */
export function tagsWithin(tags: readonly Tag[], tagId: TagId): ReadonlySet<TagId> {
  const children = childrenOf(tags)
  const within = new Set<TagId>()
  const walk = (id: TagId): void => {
    within.add(id)
    for (const child of children.get(id) ?? []) walk(child.id)
  }
  walk(tagId)
  return within
}

/** The sibling before or after a tag in the order of the tree. */
export function siblingOf(tags: readonly Tag[], tag: Tag, step: 1 | -1, collator: Intl.Collator): Tag | null {
  const siblings = tags
    .filter(({ parentId }) => parentId === tag.parentId)
    .toSorted((a, b) => collator.compare(a.name, b.name))
  return siblings[siblings.findIndex(({ id }) => id === tag.id) + step] ?? null
}

/** Tags whose path holds what was typed, those that begin with it first. */
export function tagsMatching(tags: readonly Tag[], typed: string): Tag[] {
  const needle = fold(typed.trim())
  const rank = ({ name, path }: Tag): number =>
    fold(name).startsWith(needle) || fold(path).startsWith(needle) ? 0 : 1
  return tags
    .filter(({ path }) => fold(path).includes(needle))
    .toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1))
}

function holds(tag: Tag, needle: string): boolean {
  return fold(`${tag.path}\n${tag.description}\n${tag.examples}`).includes(needle)
}

function withThoseAbove(tags: readonly Tag[], found: ReadonlySet<TagId>): ReadonlySet<TagId> {
  const parents = new Map(tags.map(({ id, parentId }) => [id, parentId]))
  const shown = new Set<TagId>()
  for (const id of found) {
    for (let at: TagId | null = id; at !== null && !shown.has(at); at = parents.get(at) ?? null) shown.add(at)
  }
  return shown
}

function childrenOf(tags: readonly Tag[]): ReadonlyMap<TagId | null, readonly Tag[]> {
  const children = new Map<TagId | null, Tag[]>()
  for (const tag of tags) {
    const siblings = children.get(tag.parentId)
    if (siblings === undefined) children.set(tag.parentId, [tag])
    else siblings.push(tag)
  }
  return children
}

/** Without the differences of width and case; a full-width slash is one, too. */
function fold(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase()
}
