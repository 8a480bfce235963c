/** Parts a tag path is written with: `治理/安全`. */
export const TAG_SEPARATOR = '/'

/** The longest name a tag may have, in UTF-16 code units. */
export const TAG_NAME_LENGTH = 100

/** The longest description or examples a tag may have, in UTF-16 code units. */
export const TAG_TEXT_LENGTH = 20_000

/**
 * The names along a tag path as typed by a user. Full-width slashes count as separators (a Chinese
 * keyboard gives them); names are trimmed, inner white space is folded, empty ones fall away.
 */
export function parseTagPath(path: string): string[] {
  return path
    .split(/[/／]/u)
    .map((name) => name.trim().replace(/\s+/gu, ' '))
    .filter((name) => name !== '')
}

/** The path of names as it is shown and exported. */
export function formatTagPath(names: readonly string[]): string {
  return names.join(TAG_SEPARATOR)
}

/** Equal for names that siblings can't both have: the case of ASCII letters is no difference, as in SQLite's NOCASE. */
export function tagNameKey(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => letter.toLowerCase())
}

/** A description or examples as they are kept: line feeds only, nothing blank around. */
export function tidyTagText(text: string): string {
  return text.replace(/\r\n?/gu, '\n').trim()
}
