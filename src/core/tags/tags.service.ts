import type { Tag } from '../../shared/contract/schemas/annotation.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { Color } from '../../shared/domain/highlight.ts'
import type { TagId } from '../../shared/domain/ids.ts'
import { parseTagPath, TAG_NAME_LENGTH, TAG_SEPARATOR, tidyTagText } from '../../shared/domain/tag-path.ts'
import { deleteHighlight } from '../annotations/annotations.repo.ts'
import { newId, type AreaContext } from '../area-context.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import {
  addTagToHighlightsBelow,
  deleteTag,
  findChild,
  findTag,
  insertTag,
  listExclusiveHighlights,
  listTagRows,
  updateTag,
} from './tags.repo.ts'

/** The tag. Throws `not_found`. */
export function requireTag(db: ReadDb, id: TagId): Tag {
  const tag = findTag(db, id)
  if (tag === null) throw new DuizhaoError('not_found', 'There is no such tag in this library.', { id })
  return tag
}

/**
 * The tag at a path, made together with what is missing above it, inside a running write.
 * Throws `invalid_input` for a path without a name or with one that is too long.
 */
export function ensureTag(db: WriteDb, path: string, at: number, color: Color | null = null): TagId {
  const names = parseTagPath(path)
  if (names.length === 0) throw new DuizhaoError('invalid_input', 'A tag needs a name.')
  const long = names.find((name) => name.length > TAG_NAME_LENGTH)
  if (long !== undefined) {
    throw new DuizhaoError('invalid_input', `A tag's name can have at most ${TAG_NAME_LENGTH} characters.`)
  }
  let current: TagId | null = null
  for (const [index, name] of names.entries()) {
    const parentId: TagId | null = current
    const existing = findChild(db, parentId, name)
    if (existing !== null) {
      current = existing
      continue
    }
    const id: TagId = newId<'tag'>()
    insertTag(db, { id, parentId, name, color: index === names.length - 1 ? color : null, at })
    current = id
  }
  if (current === null) throw new Error('a path with names leads to a tag')
  return current
}

/** The `conflict` of a name that a sibling has: the two can be merged. */
export function twinConflict(name: string, tagId: TagId): DuizhaoError {
  return new DuizhaoError(
    'conflict',
    `There is a tag “${name}” here already. Merge the two, or choose another name.`,
    {
      reason: 'twin',
      tagId,
    },
  )
}

/** What becomes of the highlights of a tag that is removed. */
export type Untagged = 'untag' | 'parent' | 'delete'

export interface TagPatch {
  readonly name?: string
  readonly color?: Color | null
  readonly description?: string
  readonly examples?: string
}

export interface TagsService {
  create(
    path: string,
    said: { readonly color: Color | null; readonly description?: string; readonly examples?: string },
    origin: string | null,
  ): Tag
  /** @param session updates of the same one are one step; null for a step of its own */
  update(id: TagId, patch: TagPatch, session: string | null, origin: string | null): Tag
  remove(id: TagId, highlights: Untagged, origin: string | null): void
}

export function createTagsService({ store, now }: AreaContext): TagsService {
  return {
    create(path, { color, description = '', examples = '' }, origin) {
      const label = { kind: 'tag.create', subject: parseTagPath(path).join(TAG_SEPARATOR), count: 1 } as const
      const id = store.write({ label, scope: '', origin }, (db) => {
        const known = new Set(listTagRows(db).map((row) => row.id))
        const tagId = ensureTag(db, path, now(), color)
        const { name } = requireTag(db, tagId)
        const texts = { description: tidyTagText(description), examples: tidyTagText(examples) }
        if (!known.has(tagId)) updateTag(db, tagId, { name, color, ...texts, at: now() })
        return tagId
      })
      return requireTag(store.read, id)
    },

    update(id, patch, session, origin) {
      const tag = requireTag(store.read, id)
      const name = patch.name === undefined ? tag.name : parseTagPath(patch.name).join(' ')
      if (patch.name !== undefined && parseTagPath(patch.name).length !== 1) {
        throw new DuizhaoError('invalid_input', `A tag's name can't be empty or hold “${TAG_SEPARATOR}”.`)
      }
      const twin = findChild(store.read, tag.parentId, name)
      if (twin !== null && twin !== id) throw twinConflict(name, twin)
      const next = {
        name,
        color: patch.color === undefined ? tag.color : patch.color,
        description: tidyTagText(patch.description ?? tag.description),
        examples: tidyTagText(patch.examples ?? tag.examples),
      }
      const isSame =
        next.name === tag.name &&
        next.color === tag.color &&
        next.description === tag.description &&
        next.examples === tag.examples
      if (isSame) return tag
      const label = { kind: 'tag.update', subject: tag.path, count: 1 } as const
      const merging = session === null ? {} : { mergeKey: `tag:${id}:${session}` }
      store.write({ label, scope: '', origin, ...merging }, (db) => updateTag(db, id, { ...next, at: now() }))
      return requireTag(store.read, id)
    },

    remove(id, highlights, origin) {
      const tag = requireTag(store.read, id)
      const { parentId } = tag
      if (highlights === 'parent' && parentId === null) {
        throw new DuizhaoError('conflict', `There is no tag above “${tag.path}” that could take its place.`, {
          reason: 'root',
        })
      }
      const label = { kind: 'tag.remove', subject: tag.path, count: 1 } as const
      store.write({ label, scope: '', origin }, (db) => {
        if (highlights === 'parent' && parentId !== null) addTagToHighlightsBelow(db, id, parentId)
        if (highlights === 'delete') {
          for (const highlightId of listExclusiveHighlights(db, id)) deleteHighlight(db, highlightId)
        }
        deleteTag(db, id)
      })
    },
  }
}
