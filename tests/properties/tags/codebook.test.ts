import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMergingService } from '../../../src/core/tags/merging.service.ts'
import { createTagsService, ensureTag } from '../../../src/core/tags/tags.service.ts'
import { listTags } from '../../../src/core/tags/tags.repo.ts'
import { DuizhaoError } from '../../../src/shared/domain/error.ts'
import type { HighlightId, TagId } from '../../../src/shared/domain/ids.ts'
import { tagNameKey } from '../../../src/shared/domain/tag-path.ts'
import { dump, openTestStore, step, type TestStore } from '../../fixtures/open-test-store.ts'

/**
 * The oracle: a codebook as a set of paths, and highlights as sets of paths. It knows no ids, no rows and no
 * order of things to do: a merge says of every path what it is called afterwards.
 */
interface Model {
  /** Key of the path → the path as written. */
  readonly paths: Map<string, string>
  readonly highlights: Map<string, Set<string>>
}

const keyOf = (path: string): string => tagNameKey(path)
const parentOf = (path: string): string => path.split('/').slice(0, -1).join('/')
const nameOf = (path: string): string => path.split('/').at(-1) ?? ''
const isWithin = (key: string, top: string): boolean => key === top || key.startsWith(`${top}/`)
const under = (parent: string, name: string): string => (parent === '' ? name : `${parent}/${name}`)

/** The codebook after every path at or below `from` is called `into…` instead. Paths that meet are one. */
function recalled(model: Model, from: string, into: string): Model {
  const stay = [...model.paths].filter(([key]) => !isWithin(key, from))
  const go = [...model.paths].filter(([key]) => isWithin(key, from))
  const paths = new Map(stay)
  // A target within what goes away is called anew itself: the merge of a child into its own parent.
  const call = (key: string): string => into + key.slice(from.length)
  for (const [key, path] of go) {
    const called = call(key)
    if (!paths.has(called)) paths.set(called, under(paths.get(parentOf(called)) ?? '', nameOf(path)))
  }
  const highlights = new Map(
    [...model.highlights].map(([id, keys]) => [
      id,
      new Set([...keys].map((key) => (isWithin(key, from) ? call(key) : key))),
    ]),
  )
  return { paths, highlights }
}

const names = ['治理', '安全', 'a', 'A', '𠮷', '😀']
const path = fc
  .array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'))
const action = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('move' as const), at: fc.nat(), to: fc.option(fc.nat()) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('merge' as const), at: fc.nat(), to: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('remove' as const),
      at: fc.nat(),
      how: fc.constantFrom('untag' as const, 'parent' as const, 'delete' as const),
    }),
  },
)
const world = fc.record({
  tags: fc.array(path, { minLength: 2, maxLength: 10 }),
  carried: fc.array(fc.tuple(fc.nat(5), fc.nat()), { maxLength: 15 }),
  actions: fc.array(action, { minLength: 1, maxLength: 6 }),
})

/** Clears the library and sets up another, in one step. */
function setUp(
  store: TestStore,
  { tags, carried }: { tags: readonly string[]; carried: readonly (readonly [number, number])[] },
): void {
  step(store, (db) => {
    db.run('DELETE FROM tags')
    db.run('DELETE FROM highlights')
    for (const each of tags) ensureTag(db, each, 1)
    const all = listTags(db)
    for (let id = 0; id <= 5; id += 1) {
      db.run('INSERT INTO highlights (id, color, created_at, updated_at) VALUES (?, 1, 1, 1)', [`h${id}`])
    }
    for (const [highlight, at] of carried) {
      const tag = all[at % all.length]
      if (tag === undefined) continue
      db.run('INSERT INTO highlight_tags VALUES (?, ?, 1) ON CONFLICT DO NOTHING', [`h${highlight}`, tag.id])
    }
  })
}

function modelOf(store: TestStore): Model {
  const tags = listTags(store.read)
  const keys = new Map(tags.map((tag) => [tag.id, keyOf(tag.path)]))
  const highlights = new Map<string, Set<string>>(
    store.read.all<{ id: string }>('SELECT id FROM highlights').map(({ id }) => [id, new Set()]),
  )
  for (const { id, tagId } of store.read.all<{ id: HighlightId; tagId: TagId }>(
    'SELECT highlight_id AS id, tag_id AS tagId FROM highlight_tags',
  )) {
    highlights.get(id)?.add(keys.get(tagId) ?? '?')
  }
  return { paths: new Map(tags.map((tag) => [keyOf(tag.path), tag.path])), highlights }
}

function reasonOf(work: () => unknown): unknown {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof DuizhaoError && error.code === 'conflict') return error.details['reason']
    throw error
  }
}

describe('any codebook', () => {
  test('keeps every highlight under the tags that an oracle says, and every step can be taken back', () => {
    const store = openTestStore()
    const context = { store, now: () => 1 }
    const [service, merging] = [createTagsService(context), createMergingService(context)]
    const seen = { move: 0, merge: 0, remove: 0 }
    fc.assert(
      fc.property(world, ({ tags, carried, actions }) => {
        setUp(store, { tags, carried })
        for (const taken of actions) {
          const all = listTags(store.read)
          const tag = all[taken.at % Math.max(1, all.length)]
          if (tag === undefined) break
          const before = modelOf(store)
          const dumped = dump(store)
          const from = keyOf(tag.path)
          let expected: Model | null = before
          let reason: unknown
          let preview
          if (taken.kind === 'move') {
            const parent = taken.to === null ? null : (all[taken.to % all.length] ?? null)
            const into = under(parent === null ? '' : keyOf(parent.path), keyOf(tag.name))
            const below = parent !== null && isWithin(keyOf(parent.path), from)
            const isThere = parent?.id === tag.parentId || (parent === null && tag.parentId === null)
            const wanted = below ? 'below' : !isThere && before.paths.has(into) ? 'twin' : null
            reason = reasonOf(() => merging.move(tag.id, parent?.id ?? null, null))
            expect(reason).toBe(wanted)
            if (wanted === null && !isThere) expected = recalled(before, from, into)
          } else if (taken.kind === 'merge') {
            const into = all[taken.to % all.length]
            if (into === undefined) break
            const wanted = into.id === tag.id ? 'same' : isWithin(keyOf(into.path), from) ? 'below' : null
            if (wanted === null) preview = merging.previewMerge(tag.id, into.id)
            reason = reasonOf(() => merging.merge(tag.id, into.id, null))
            expect(reason).toBe(wanted)
            if (wanted === null) expected = recalled(before, from, keyOf(into.path))
          } else {
            const parent = tag.parentId === null ? null : keyOf(parentOf(tag.path))
            preview = merging.previewRemoval(tag.id)
            reason = reasonOf(() => service.remove(tag.id, taken.how, null))
            expect(reason).toBe(taken.how === 'parent' && parent === null ? 'root' : null)
            if (reason === null) expected = removed(before, from, taken.how, parent)
          }
          const after = modelOf(store)
          expect(after.highlights).toEqual(expected.highlights)
          expect([...after.paths.keys()].toSorted()).toEqual([...expected.paths.keys()].toSorted())
          if (preview !== undefined && reason === null) {
            expect(preview.tagCount).toBe(before.paths.size - after.paths.size)
          }
          if (reason !== null) expect(dump(store)).toBe(dumped)
          if (dump(store) !== dumped) {
            seen[taken.kind] += 1
            const done = dump(store)
            store.undo(null)
            expect(dump(store)).toBe(dumped)
            store.redo(null)
            expect(dump(store)).toBe(done)
          }
        }
      }),
      { numRuns: 250 },
    )
    expect(store.check()).toEqual([])
    store.close()
    expect(Math.min(seen.move, seen.merge, seen.remove)).toBeGreaterThan(20)
  })
})

function removed(
  model: Model,
  top: string,
  how: 'untag' | 'parent' | 'delete',
  parent: string | null,
): Model {
  const highlights = new Map<string, Set<string>>()
  for (const [id, keys] of model.highlights) {
    const rest = [...keys].filter((key) => !isWithin(key, top))
    const had = rest.length < keys.size
    if (how === 'delete' && had && rest.length === 0) continue
    highlights.set(id, new Set(how === 'parent' && had && parent !== null ? [...rest, parent] : rest))
  }
  return { paths: new Map([...model.paths].filter(([key]) => !isWithin(key, top))), highlights }
}
