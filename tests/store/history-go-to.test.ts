import { expect, test } from 'vitest'
import { goTo } from '../../src/core/history/go-to.ts'
import { createTagsService } from '../../src/core/tags/tags.service.ts'
import { listTags } from '../../src/core/tags/tags.repo.ts'
import { openTestStore } from '../fixtures/open-test-store.ts'

function threeTags() {
  const store = openTestStore()
  const tags = createTagsService({ store, now: () => 1 })
  const ids = ['一', '二', '三'].map((path) => tags.create(path, { color: null }, null).id)
  const names = (): string[] =>
    listTags(store.read)
      .map(({ path }) => path)
      .toSorted()
  const seqs = store
    .history(10)
    .map(({ seq }) => seq)
    .toReversed()
  return { store, tags, ids, names, seqs }
}

test('goes back and forth over several steps, up to none at all', () => {
  const { store, names, seqs } = threeTags()
  const all = names()
  expect(goTo(store, seqs[0] ?? 0, null)).toEqual({ undone: 2, redone: 0, stoppedAt: null })
  expect(names()).toEqual(['一'])
  expect(goTo(store, seqs[0] ?? 0, null)).toEqual({ undone: 0, redone: 0, stoppedAt: null })
  expect(goTo(store, seqs[1] ?? 0, null)).toEqual({ undone: 0, redone: 1, stoppedAt: null })
  expect(goTo(store, null, null)).toEqual({ undone: 2, redone: 0, stoppedAt: null })
  expect(names()).toEqual([])
  expect(goTo(store, seqs[2] ?? 0, null)).toEqual({ undone: 0, redone: 3, stoppedAt: null })
  expect(names()).toEqual(all)
  expect(() => goTo(store, 999, null)).toThrow('no longer kept')
  store.close()
})

test('stops before a step in conflict, in both directions, and keeps what went before', () => {
  const { store, ids, names, seqs } = threeTags()
  const write = (sql: string): void =>
    store.write({ label: null, scope: '', origin: null }, (db) => {
      db.run(sql, [ids[1] ?? ''])
    })
  write("UPDATE tags SET description = 'by another hand' WHERE id = ?")
  expect(goTo(store, null, null)).toMatchObject({ undone: 1, stoppedAt: { seq: seqs[1], state: 'done' } })
  expect(names()).toHaveLength(2)
  write("UPDATE tags SET description = '' WHERE id = ?")
  expect(goTo(store, null, null)).toMatchObject({ undone: 2, stoppedAt: null })
  store.write({ label: null, scope: '', origin: null }, (db) => {
    db.run(
      "INSERT INTO tags (id, name, description, examples, created_at, updated_at) VALUES (?, ?, '', '', 1, 1)",
      [ids[1] ?? '', '别的'],
    )
  })
  expect(goTo(store, seqs[2] ?? 0, null)).toMatchObject({
    redone: 1,
    stoppedAt: { seq: seqs[1], state: 'undone' },
  })
  store.close()
})
