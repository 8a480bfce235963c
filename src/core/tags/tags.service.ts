import type { Tag } from '../../shared/contract/schemas/annotation.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { Color } from '../../shared/domain/highlight.ts'
import type { TagId } from '../../shared/domain/ids.ts'
import { parseTagPath, TAG_NAME_LENGTH, TAG_SEPARATOR } from '../../shared/domain/tag-path.ts'
import { newId, type AreaContext } from '../area-context.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import { deleteTag, findChild, findTag, insertTag, updateTag } from './tags.repo.ts'

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

export interface TagsService {
  create(path: string, color: Color | null, origin: string | null): Tag
  update(
    id: TagId,
    patch: { readonly name?: string; readonly color?: Color | null; readonly description?: string },
    origin: string | null,
  ): Tag
  remove(id: TagId, origin: string | null): void
}

export function createTagsService({ store, now }: AreaContext): TagsService {
  return {
    create(path, color, origin) {
      const label = { kind: 'tag.create', subject: parseTagPath(path).join(TAG_SEPARATOR), count: 1 } as const
      const id = store.write({ label, scope: '', origin }, (db) => ensureTag(db, path, now(), color))
      return requireTag(store.read, id)
    },

    update(id, patch, origin) {
      const tag = requireTag(store.read, id)
      const name = patch.name === undefined ? tag.name : parseTagPath(patch.name).join(' ')
      if (patch.name !== undefined && parseTagPath(patch.name).length !== 1) {
        throw new DuizhaoError('invalid_input', `A tag's name can't be empty or hold “${TAG_SEPARATOR}”.`)
      }
      const twin = findChild(store.read, tag.parentId, name)
      if (twin !== null && twin !== id) {
        throw new DuizhaoError('conflict', `There is a tag “${name}” here already.`)
      }
      const label = { kind: 'tag.update', subject: tag.path, count: 1 } as const
      store.write({ label, scope: '', origin }, (db) =>
        updateTag(db, id, {
          name,
          color: patch.color === undefined ? tag.color : patch.color,
          description: patch.description ?? tag.description,
          at: now(),
        }),
      )
      return requireTag(store.read, id)
    },

    remove(id, origin) {
      const tag = requireTag(store.read, id)
      const label = { kind: 'tag.remove', subject: tag.path, count: 1 } as const
      store.write({ label, scope: '', origin }, (db) => deleteTag(db, id))
    },
  }
}
