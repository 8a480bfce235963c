import { TAG_SEPARATOR } from '../domain/tag-path.ts'

/**
 * A tag path as Obsidian takes it, without `#`: letters of any script, digits, `_`, `-` and `/`; no spaces,
 * and not digits alone (help.obsidian.md/tags). Other signs become dashes, so two tags may look alike in
 * Obsidian; a tag's own file shows its true name.
 */
export function obsidianTag(names: readonly string[]): string {
  const tag = names
    .map((name) =>
      name
        .normalize('NFC')
        .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
        // At a name's edge `_` could be read as emphasis.
        .replace(/-{2,}/gu, '-')
        .replace(/^[_-]+|[_-]+$/gu, ''),
    )
    .map((name) => (name === '' ? 'x' : name))
    .join(TAG_SEPARATOR)
  return /^[\p{N}/]+$/u.test(tag) ? `n${tag}` : tag
}

/** Without repeats; Obsidian does not tell upper from lower case. */
export function distinctTags(tags: readonly string[]): string[] {
  const byFolded = new Map<string, string>()
  for (const tag of tags) if (!byFolded.has(tag.toLowerCase())) byFolded.set(tag.toLowerCase(), tag)
  return [...byFolded.values()]
}
