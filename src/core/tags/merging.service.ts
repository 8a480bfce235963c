import type { Tag } from '../../shared/contract/schemas/annotation.ts'
import type { TagPreview } from '../../shared/contract/schemas/codebook.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { TagId } from '../../shared/domain/ids.ts'
import { TAG_TEXT_LENGTH } from '../../shared/domain/tag-path.ts'
import type { AreaContext } from '../area-context.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import { isWithin, planMerge, type MergePlan } from './plan-merge.ts'
import {
  countHighlightsOf,
  countRemoval,
  deleteTag,
  findChild,
  listTagRows,
  listTagPaths,
  relinkNotes,
  renameTag,
  retagHighlights,
  setTagParent,
  updateTag,
  type TagRow,
} from './tags.repo.ts'
import { requireTag, twinConflict } from './tags.service.ts'

/** The most pairs of tags a preview names. */
const MOST_NAMED = 100

export interface MergingService {
  move(id: TagId, parentId: TagId | null, origin: string | null): Tag
  merge(id: TagId, intoId: TagId, origin: string | null): Tag
  previewMerge(id: TagId, intoId: TagId): TagPreview
  previewRemoval(id: TagId): TagPreview
}

/** Places in the tree: tags that go elsewhere, and tags that become one. */
export function createMergingService({ store, now }: AreaContext): MergingService {
  return {
    move(id, parentId, origin) {
      const tag = requireTag(store.read, id)
      if (parentId !== null) {
        requireTag(store.read, parentId)
        refuseBelow(listTagRows(store.read), parentId, id)
      }
      if (tag.parentId === parentId) return tag
      const twin = findChild(store.read, parentId, tag.name)
      if (twin !== null) throw twinConflict(tag.name, twin)
      const label = { kind: 'tag.move', subject: tag.path, count: 1 } as const
      store.write({ label, scope: '', origin }, (db) => setTagParent(db, id, parentId, now()))
      return requireTag(store.read, id)
    },

    merge(id, intoId, origin) {
      const tag = requireTag(store.read, id)
      const { rows, plan } = plannedMerge(store.read, id, intoId)
      const label = { kind: 'tag.merge', subject: tag.path, count: 1 } as const
      store.write({ label, scope: '', origin }, (db) => runMerge(db, rows, plan, now()))
      return requireTag(store.read, intoId)
    },

    previewMerge(id, intoId) {
      const { plan } = plannedMerge(store.read, id, intoId)
      const paths = new Map(listTagPaths(store.read).map((tag) => [tag.id, tag.path]))
      return {
        tagCount: plan.absorbed.length,
        movedCount: plan.moved.length,
        highlightCount: countHighlightsOf(
          store.read,
          plan.absorbed.map(({ from }) => from),
        ),
        exclusiveCount: 0,
        noteCount: 0,
        merged: plan.absorbed
          .slice(0, MOST_NAMED)
          .map(({ from, into }) => ({ from: paths.get(from) ?? '', into: paths.get(into) ?? '' })),
      }
    },

    previewRemoval(id) {
      requireTag(store.read, id)
      return { ...countRemoval(store.read, id), movedCount: 0, merged: [] }
    },
  }
}

function plannedMerge(db: ReadDb, id: TagId, intoId: TagId): { rows: TagRow[]; plan: MergePlan } {
  requireTag(db, id)
  requireTag(db, intoId)
  if (id === intoId) {
    throw new DuizhaoError('conflict', 'A tag can’t be merged with itself. Choose another one.', {
      reason: 'same',
    })
  }
  const rows = listTagRows(db)
  refuseBelow(rows, intoId, id)
  return { rows, plan: planMerge(rows, id, intoId) }
}

function refuseBelow(rows: readonly TagRow[], id: TagId, ancestorId: TagId): void {
  if (!isWithin(rows, id, ancestorId)) return
  throw new DuizhaoError(
    'conflict',
    'A tag can’t go into itself or into a tag below it. Choose another place.',
    {
      reason: 'below',
    },
  )
}

function runMerge(db: WriteDb, rows: readonly TagRow[], plan: MergePlan, at: number): void {
  const before = new Map(rows.map((row) => [row.id, row]))
  // What one target is given of several sources adds up.
  const texts = new Map<TagId, TagRow>()
  for (const { from, into } of plan.absorbed) {
    retagHighlights(db, from, into)
    relinkNotes(db, from, into)
    const [source, target] = [before.get(from), texts.get(into) ?? before.get(into)]
    if (source === undefined || target === undefined) continue
    const united = unite(target, source)
    if (united !== null) {
      texts.set(into, united)
      updateTag(db, into, { ...united, at })
    }
  }
  for (const id of plan.inTheWay) renameTag(db, id, id, at)
  for (const { id, parentId } of plan.moved) setTagParent(db, id, parentId, at)
  // The others that are absorbed are below it.
  const [first] = plan.absorbed
  if (first !== undefined) deleteTag(db, first.from)
}

/** The target with what the source says and it does not; null where that is nothing. */
function unite(target: TagRow, source: TagRow): TagRow | null {
  const color = target.color ?? source.color
  const description = joined(target.description, source.description)
  const examples = joined(target.examples, source.examples)
  const isSame = color === target.color && description === target.description && examples === target.examples
  return isSame ? null : { ...target, color, description, examples }
}

function joined(target: string, source: string): string {
  if (source === '' || target.includes(source)) return target
  const both = target === '' ? source : `${target}\n\n${source}`
  return both.length <= TAG_TEXT_LENGTH ? both : target
}
