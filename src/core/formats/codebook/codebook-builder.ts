import type { CodebookEntry } from '../../../shared/domain/codebook-entry.ts'
import type { Color } from '../../../shared/domain/highlight.ts'
import { TAG_NAME_LENGTH, TAG_TEXT_LENGTH, tagNameKey, tidyTagText } from '../../../shared/domain/tag-path.ts'
import { codebookError } from './codebook-error.ts'

/** More tags than this are no codebook. */
export const MOST_TAGS = 20_000

/** Tags under each other. */
export const DEEPEST_TAG = 50

export interface RawEntry {
  readonly names: readonly string[]
  readonly guid: string | null
  readonly color: Color | null
  readonly description: string | null
  readonly examples: string | null
}

/**
 * Gathers the tags of a file, parents before their children. Two of one path are one: what the first says stands,
 * what it leaves out the others say. What can't be kept whole is refused, nothing is cut short.
 */
export class CodebookBuilder {
  readonly #entries = new Map<string, CodebookEntry>()

  /** @param where e.g. `line 3`, for what is refused */
  add(raw: RawEntry, where: string): void {
    const names = raw.names.map((name) => name.trim().replace(/\s+/gu, ' '))
    for (const name of names) refuseName(name, where)
    if (names.length > DEEPEST_TAG) {
      throw codebookError('nesting', `Codes are nested more than ${DEEPEST_TAG} deep (${where}).`, {
        limit: DEEPEST_TAG,
      })
    }
    // What stands above it and was not told of itself.
    for (let depth = 1; depth < names.length; depth += 1) {
      const above = names.slice(0, depth)
      if (!this.#entries.has(keyOf(above))) this.#set(above, SILENT)
    }
    this.#set(names, {
      guid: raw.guid,
      color: raw.color,
      description: refuseLong(raw.description, where),
      examples: refuseLong(raw.examples, where),
    })
  }

  finish(): CodebookEntry[] {
    if (this.#entries.size === 0) {
      throw codebookError('empty', 'The file is a codebook without any code.')
    }
    return [...this.#entries.values()]
  }

  #set(names: readonly string[], said: Said): void {
    const key = keyOf(names)
    const known = this.#entries.get(key)
    if (known === undefined && this.#entries.size >= MOST_TAGS) {
      throw codebookError('count', `The file holds more than ${MOST_TAGS} codes. Divide it.`, {
        limit: MOST_TAGS,
      })
    }
    this.#entries.set(key, {
      names: known?.names ?? names,
      guid: known?.guid ?? said.guid,
      color: known?.color ?? said.color,
      description: known?.description ?? said.description,
      examples: known?.examples ?? said.examples,
    })
  }
}

type Said = Omit<CodebookEntry, 'names'>

const SILENT: Said = { guid: null, color: null, description: null, examples: null }

function keyOf(names: readonly string[]): string {
  return names.map(tagNameKey).join('/')
}

function refuseName(name: string, where: string): void {
  if (name === '') throw codebookError('name', `A code has no name (${where}). Give it one.`)
  if (name.length > TAG_NAME_LENGTH) {
    throw codebookError(
      'name',
      `The name of a code has more than ${TAG_NAME_LENGTH} characters (${where}). Shorten it.`,
      { limit: TAG_NAME_LENGTH },
    )
  }
}

/** The text as it is kept; null where there is none. */
function refuseLong(text: string | null, where: string): string | null {
  if (text === null) return null
  const tidy = tidyTagText(text.toWellFormed())
  if (tidy.length > TAG_TEXT_LENGTH) {
    throw codebookError(
      'text',
      `The description or the examples of a code have more than ${TAG_TEXT_LENGTH} characters (${where}). Shorten them.`,
      { limit: TAG_TEXT_LENGTH },
    )
  }
  return tidy === '' ? null : tidy
}
