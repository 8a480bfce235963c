import type { Tag } from '../../shared/contract/schemas/annotation.ts'
import type { TagId } from '../../shared/domain/ids.ts'
import { formatTagPath, parseTagPath, TAG_NAME_LENGTH } from '../../shared/domain/tag-path.ts'

/** A line of the tag box. */
export type TagChoice =
  | { readonly kind: 'tag'; readonly tag: Tag; readonly applied: boolean }
  | { readonly kind: 'create'; readonly path: string }

const RECENT = 9
const FOUND = 50

/**
 * What the tag box offers. Nothing typed: the tags used last, which digits pick. Something typed: tags whose
 * path holds it, those that begin with it first, and, unless one is just that, to create it.
 */
export function tagChoices(
  tags: readonly Tag[],
  applied: ReadonlySet<TagId>,
  typed: string,
): readonly TagChoice[] {
  const choice = (tag: Tag): TagChoice => ({ kind: 'tag', tag, applied: applied.has(tag.id) })
  const wanted = formatTagPath(parseTagPath(typed))
  if (wanted === '') {
    return tags
      .toSorted((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0) || b.count - a.count || byPath(a, b))
      .slice(0, RECENT)
      .map(choice)
  }
  const needle = fold(wanted)
  const found = tags
    .map((tag) => ({ tag, rank: rankOf(tag, needle) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .toSorted((a, b) => a.rank - b.rank || b.tag.count - a.tag.count || byPath(a.tag, b.tag))
    .slice(0, FOUND)
    .map(({ tag }) => choice(tag))
  const exists = tags.some((tag) => fold(tag.path) === needle)
  return exists || !isCreatable(wanted) ? found : [...found, { kind: 'create', path: wanted }]
}

const NOT_FOUND = 4

function rankOf(tag: Tag, needle: string): number {
  const path = fold(tag.path)
  if (path === needle) return 0
  if (fold(tag.name).startsWith(needle) || path.startsWith(needle)) return 1
  return path.includes(needle) ? 2 : NOT_FOUND
}

function isCreatable(path: string): boolean {
  return parseTagPath(path).every((name) => name.length <= TAG_NAME_LENGTH)
}

function byPath(a: Tag, b: Tag): number {
  return a.path.localeCompare(b.path)
}

function fold(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase()
}
