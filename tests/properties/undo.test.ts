import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dump, openTestStore, step } from '../fixtures/open-test-store.ts'

/** Statements over a small world of tags, highlights and notes; many of them fail or change nothing, as in life. */
const id = fc.constantFrom('a', 'b', 'c', 'd')
const text = fc.constantFrom('治理', '安全', '𠮷', '😀', 'x', '')
const statement = fc.oneof(
  fc.tuple(id, fc.option(id), text).map(([tag, parent, name]) => ({
    sql: `INSERT INTO tags (id, parent_id, name, description, created_at, updated_at) VALUES (?, ?, ?, '', 1, 1)`,
    params: [tag, parent, name],
  })),
  fc.tuple(text, id).map((params) => ({ sql: 'UPDATE tags SET name = ? WHERE id = ?', params })),
  fc.tuple(id).map((params) => ({ sql: 'DELETE FROM tags WHERE id = ?', params })),
  fc.tuple(id, fc.integer({ min: 1, max: 8 })).map((params) => ({
    sql: 'INSERT INTO highlights (id, color, created_at, updated_at) VALUES (?, ?, 1, 1)',
    params,
  })),
  fc.tuple(fc.integer({ min: 0, max: 9 }), id).map((params) => ({
    sql: 'UPDATE highlights SET color = ? WHERE id = ?',
    params,
  })),
  fc.tuple(id).map((params) => ({ sql: 'DELETE FROM highlights WHERE id = ?', params })),
  fc.tuple(id, id).map((params) => ({
    sql: 'INSERT INTO highlight_tags (highlight_id, tag_id, created_at) VALUES (?, ?, 1)',
    params,
  })),
  fc.tuple(id, text, id).map((params) => ({
    sql: 'INSERT INTO notes (id, body, highlight_id, created_at, updated_at) VALUES (?, ?, ?, 1, 1)',
    params,
  })),
  fc.tuple(id, text).map((params) => ({
    sql: `INSERT INTO notes (id, body, created_at, updated_at) VALUES (?, ?, 1, 1)
          ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
    params,
  })),
)
const action = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(statement, { minLength: 1, maxLength: 5 })
      .map((run) => ({ kind: 'write' as const, run })),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'redo' as const }) },
)

/** A statement that breaks a rule fails alone; those before it stand. */
function attempt(work: () => unknown): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')))
      throw error
  }
}

describe('any history of writes, undos and redos', () => {
  it('moves along the states it passed, and no other', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
        const store = openTestStore()
        // What a user expects: a line of states and where on it we are.
        let states = [dump(store)]
        let place = 0
        for (const taken of actions) {
          if (taken.kind === 'write') {
            step(store, (db) => {
              for (const { sql, params } of taken.run) attempt(() => db.run(sql, params))
            })
            const now = dump(store)
            if (now !== states[place]) {
              states = [...states.slice(0, place + 1), now]
              place += 1
            }
          } else if (taken.kind === 'undo') {
            const undone = store.undo(null)
            expect(undone === null).toBe(place === 0)
            place = Math.max(0, place - 1)
          } else {
            const redone = store.redo(null)
            expect(redone === null).toBe(place === states.length - 1)
            place = Math.min(states.length - 1, place + 1)
          }
          expect(dump(store)).toBe(states[place])
        }
        expect(store.check()).toEqual([])
        store.close()
      }),
      { numRuns: 150 },
    )
  })
})
