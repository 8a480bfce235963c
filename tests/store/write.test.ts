import { HISTORY_STEPS } from '../../src/core/store/command-log.ts'
import { describe, expect, it } from 'vitest'
import { dump, openTestStore, step } from '../fixtures/open-test-store.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'

const TAG = `INSERT INTO tags (id, parent_id, name, color, description, created_at, updated_at)
  VALUES (?, ?, ?, NULL, '', 1, 1)`
const HIGHLIGHT = 'INSERT INTO highlights (id, color, created_at, updated_at) VALUES (?, ?, 1, 1)'
const HIGHLIGHT_TAG = 'INSERT INTO highlight_tags (highlight_id, tag_id, created_at) VALUES (?, ?, 1)'
const NOTE = `INSERT INTO notes (id, body, highlight_id, created_at, updated_at) VALUES (?, ?, ?, 1, 1)`

describe('write', () => {
  it('takes everything back when the work throws, and tells nobody', () => {
    const store = openTestStore()
    const before = dump(store)
    expect(() =>
      step(store, (db) => {
        db.run(TAG, ['t', null, '治理'])
        throw new Error('half way')
      }),
    ).toThrow('half way')
    expect(dump(store)).toBe(before)
    expect(store.events).toEqual([])
    expect(store.history(10)).toEqual([])
    // The recorder is not left on, nor full.
    step(store, (db) => db.run(TAG, ['u', null, '安全']))
    store.undo(null)
    expect(dump(store)).toBe(before)
  })

  it('publishes after the commit which entities changed, with their ids and the origin', () => {
    const store = openTestStore()
    store.write({ label: null, scope: '', origin: 'window-1' }, (db) => {
      db.run(HIGHLIGHT, ['h', 3])
      db.run(TAG, ['t', null, '治理'])
      db.run(HIGHLIGHT_TAG, ['h', 't'])
    })
    expect(store.events).toEqual([
      { entities: ['highlight', 'tag'], ids: { highlight: ['h'], tag: ['t'] }, origin: 'window-1' },
    ])
  })

  it('logs nothing for a write that changed nothing', () => {
    const store = openTestStore()
    step(store, (db) => db.run("UPDATE tags SET name = 'x' WHERE id = 'none'"))
    expect(store.history(10)).toEqual([])
    expect(store.undo(null)).toBeNull()
  })

  it('refuses to be nested', () => {
    const store = openTestStore()
    expect(() => step(store, () => step(store, () => undefined))).toThrow('nested')
  })
})

describe('undo and redo', () => {
  it('bring back what a delete took along, parents before children', () => {
    const store = openTestStore()
    step(store, (db) => {
      db.run(TAG, ['a', null, '治理'])
      db.run(TAG, ['b', 'a', '安全'])
      db.run(HIGHLIGHT, ['h', 1])
      db.run(HIGHLIGHT_TAG, ['h', 'b'])
      db.run(NOTE, ['n', '笔记 𠮷 😀', 'h'])
    })
    const full = dump(store)
    step(store, (db) => db.run('DELETE FROM tags WHERE id = ?', ['a']))
    step(store, (db) => db.run('DELETE FROM highlights WHERE id = ?', ['h']))
    const bare = dump(store)
    store.undo(null)
    store.undo(null)
    expect(dump(store)).toBe(full)
    store.redo(null)
    store.redo(null)
    expect(dump(store)).toBe(bare)
    expect(store.redo(null)).toBeNull()
  })

  it('go on across a restart', () => {
    const folder = tempFolder()
    const first = openTestStore(folder)
    step(first, (db) => db.run(TAG, ['a', null, '治理']))
    step(first, (db) => db.run(TAG, ['b', null, '安全']))
    first.undo(null)
    first.close()
    const second = openTestStore(folder)
    expect(second.redo(null)?.state).toBe('done')
    second.undo(null)
    second.undo(null)
    expect(second.read.value('SELECT count(*) FROM tags')).toBe(0)
    second.close()
  })

  it('forget what was undone once something new is done', () => {
    const store = openTestStore()
    step(store, (db) => db.run(TAG, ['a', null, '治理']))
    store.undo(null)
    step(store, (db) => db.run(TAG, ['b', null, '安全']))
    expect(store.redo(null)).toBeNull()
    expect(store.history(10)).toHaveLength(1)
  })

  it('refuse to overwrite what changed since, and change nothing', () => {
    const store = openTestStore()
    step(store, (db) => db.run(TAG, ['a', null, '治理']))
    store.write({ label: null, scope: '', origin: null }, (db) => db.run("UPDATE tags SET description = 'x'"))
    const before = dump(store)
    expect(() => store.undo(null)).toThrow(/no longer be taken back/u)
    expect(dump(store)).toBe(before)
  })

  it('treat writes of one merge key as one step, in its last words', () => {
    const store = openTestStore()
    step(store, (db) => db.run(HIGHLIGHT, ['h', 1]))
    step(store, (db) => db.run(NOTE, ['n', '笔', 'h']), { mergeKey: 'note' })
    step(store, (db) => db.run("UPDATE notes SET body = '笔记'"), { mergeKey: 'note' })
    step(store, (db) => db.run("UPDATE notes SET body = '笔记本'"), { mergeKey: 'note' })
    expect(store.history(10)).toHaveLength(2)
    store.undo(null)
    expect(store.read.value('SELECT count(*) FROM notes')).toBe(0)
    store.redo(null)
    expect(store.read.value('SELECT body FROM notes')).toBe('笔记本')
  })

  it('drop a merged step that ends where it began', () => {
    const store = openTestStore()
    step(store, (db) => db.run(HIGHLIGHT, ['h', 1]))
    step(store, (db) => db.run(NOTE, ['n', '笔', 'h']), { mergeKey: 'note' })
    step(store, (db) => db.run('DELETE FROM notes'), { mergeKey: 'note' })
    expect(store.history(10)).toHaveLength(1)
  })

  it('are bounded: the newest thousand steps, and never a cut in the middle', () => {
    const store = openTestStore()
    step(store, (db) => db.run(TAG, ['a', null, '0']))
    const steps = HISTORY_STEPS + 100
    for (let n = 1; n <= steps; n += 1) step(store, (db) => db.run('UPDATE tags SET name = ?', [String(n)]))
    const kept = store.history(2000).length
    expect(kept).toBeGreaterThanOrEqual(HISTORY_STEPS)
    expect(kept).toBeLessThan(steps)
    for (let undone = 0; undone < kept; undone += 1) expect(store.undo(null)).not.toBeNull()
    expect(store.undo(null)).toBeNull()
    expect(store.read.value('SELECT name FROM tags')).toBe(String(steps - kept))
    store.close()
  })

  it('leave uncaptured rows alone', () => {
    const store = openTestStore()
    step(store, (db) => {
      db.uncaptured(() => db.run(TAG, ['a', null, '治理']))
      db.run(TAG, ['b', null, '安全'])
    })
    store.undo(null)
    expect(store.read.all('SELECT id FROM tags')).toEqual([{ id: 'a' }])
  })
})
