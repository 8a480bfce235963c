import { expect, test } from 'vitest'
import { createMergingService } from '../../src/core/tags/merging.service.ts'
import { createTagsService } from '../../src/core/tags/tags.service.ts'
import { listTags } from '../../src/core/tags/tags.repo.ts'
import { openTestStore, step } from '../fixtures/open-test-store.ts'

function codebook() {
  const store = openTestStore()
  const context = { store, now: () => 1 }
  return { store, tags: createTagsService(context), merging: createMergingService(context) }
}

test('a merge adds texts up, lends its color where there is none, and notes link to the tag that stays', () => {
  const { store, tags, merging } = codebook()
  const from = tags.create('译法/比喻', { color: 5, description: '甲', examples: '桥' }, null)
  const into = tags.create('修辞', { color: null, description: '乙', examples: '桥\n镜子' }, null)
  const body = (id: string): string =>
    `看 [比喻](duizhao://tag/${id})，不是 [它](duizhao://article/${from.id})`
  step(store, (db) => {
    db.run('INSERT INTO notes (id, body, created_at, updated_at) VALUES (?, ?, 1, 1)', ['n', body(from.id)])
    db.run('INSERT INTO note_links VALUES (?, ?, ?)', ['n', 'tag', from.id])
  })
  const linked = (): unknown => [
    store.read.value('SELECT body FROM notes'),
    store.read.value('SELECT target_id FROM note_links'),
  ]
  merging.merge(from.id, into.id, null)
  expect(listTags(store.read)).toMatchObject([
    { path: '修辞', color: 5, description: '乙\n\n甲', examples: '桥\n镜子' },
    { path: '译法' },
  ])
  expect(linked()).toEqual([body(into.id), into.id])
  store.undo(null)
  expect(linked()).toEqual([body(from.id), from.id])
  expect(listTags(store.read)).toContainEqual(from)
  store.close()
})

test('what is typed in one session is one step, what changes nothing is none', () => {
  const { store, tags } = codebook()
  const tag = tags.create('治理', { color: null }, null)
  for (const description of ['谁', '谁管', '谁管谁 \r\n ']) tags.update(tag.id, { description }, 'a', null)
  tags.update(tag.id, { description: '谁管谁' }, 'b', null)
  expect(listTags(store.read)[0]?.description).toBe('谁管谁')
  expect(store.history(10)).toHaveLength(2)
  store.undo(null)
  expect(listTags(store.read)[0]?.description).toBe('')
  store.close()
})

test('one tag by itself is counted as in the list', () => {
  const { store, tags } = codebook()
  const [a, b] = [tags.create('𠮷/😀', { color: null }, null), tags.create('𠮷', { color: null }, null)]
  step(store, (db) => {
    db.run(`INSERT INTO articles (id, title, title_guessed, language, kind, block_count, segment_count, character_count,
      created_at, updated_at) VALUES ('x', '桥', 0, 'zh-Hans', 'news', 1, 1, 1, 1, 1)`)
    db.run('INSERT INTO highlights (id, color, created_at, updated_at) VALUES (?, 1, 1, 1)', ['h'])
    db.run("INSERT INTO spans VALUES ('s', 'h', 'primary', 'x', '桥', '', '', 'ok', NULL)")
    for (const { id } of [a, b]) db.run('INSERT INTO highlight_tags VALUES (?, ?, 7)', ['h', id])
  })
  const listed = listTags(store.read)
  expect(listed).toMatchObject([
    { path: '𠮷', count: 1, totalCount: 1 },
    { path: '𠮷/😀', count: 1, totalCount: 1 },
  ])
  for (const tag of listed) expect(tags.update(tag.id, {}, null, null)).toEqual(tag)
  store.close()
})
