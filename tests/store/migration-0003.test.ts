import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALL_MIGRATIONS } from '../../src/core/store/migrations/all-migrations.ts'
import { writeOldLibrary } from '../fixtures/old-library.ts'
import { openTestStore } from '../fixtures/open-test-store.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'

/** Rows of the second release in the tables that the third changes, and in those that hang on them. */
const ROWS = `
INSERT INTO articles VALUES ('a1', '桥𠮷', 0, 'zh-Hans', 'news', '2025-05', 'x', NULL, NULL, 1, 1, 7, 1, 2, NULL);
INSERT INTO articles VALUES ('a2', 'Bridge 😀', 1, 'en', 'news', NULL, NULL, NULL, NULL, 1, 1, 9, 1, 2, 3);
INSERT INTO originals VALUES ('a1', '桥.txt', 'utf-8', 'abc', 3, x'E6A1A5');
INSERT INTO blocks VALUES ('k1', 'a1', 1024, 'paragraph', 0, NULL);
INSERT INTO segments VALUES ('s1', 'a1', 'k1', 1024, '桥是给人走的。', '[]');
INSERT INTO blocks VALUES ('k2', 'a2', 1024, 'paragraph', 0, NULL);
INSERT INTO segments VALUES ('s2', 'a2', 'k2', 1024, 'A bridge.', '[]');
INSERT INTO highlights VALUES ('h1', 3, 1, 2);
INSERT INTO spans VALUES ('sp1', 'h1', 'primary', 'a1', '桥', '', '是', 'moved');
INSERT INTO span_parts VALUES ('sp1', 0, 'h1', 's1', 0, 1);
INSERT INTO tags VALUES ('t1', NULL, '治理', 2, '管', 1, 2);
INSERT INTO highlight_tags VALUES ('h1', 't1', 1);
INSERT INTO notes VALUES ('n1', '**记**', 'h1', NULL, NULL, 1, 2);
INSERT INTO links VALUES ('l1', NULL, 'accepted', 0.5, '[]', 1, 2);
INSERT INTO link_ends VALUES ('l1', 'from', 'a1', '桥', '', '是', 'ok');
INSERT INTO link_ends VALUES ('l1', 'to', 'a2', 'bridge', 'A ', '.', 'ok');
INSERT INTO link_end_parts VALUES ('l1', 'from', 0, 's1', 0, 1);
INSERT INTO link_end_parts VALUES ('l1', 'to', 0, 's2', 2, 8);
`

describe('a library of the second release', () => {
  it('opens with every row it had, each article knows its original, after a backup', () => {
    const folder = tempFolder()
    const before = writeOldLibrary(folder, 2, ROWS)

    const store = openTestStore(folder)
    expect(store.read.value('PRAGMA user_version')).toBe(ALL_MIGRATIONS.length)
    const all = (table: string): unknown[] => store.read.all(`SELECT * FROM ${table} ORDER BY 1, 2`)
    const added: Record<string, object> = {
      spans: { was: null },
      link_ends: { was: null },
      tags: { examples: '' },
    }
    for (const table of ['spans', 'span_parts', 'tags', 'highlight_tags', 'notes', 'links', 'link_ends']) {
      expect(before[table]?.length, table).toBeGreaterThan(0)
      expect(all(table), table).toEqual(before[table]?.map((row) => ({ ...row, ...added[table] })))
    }
    expect(all('articles')).toEqual(
      before['articles']?.map((row) => ({
        ...row,
        original_id: 'id' in row && row.id === 'a1' ? 'a1' : null,
      })),
    )
    expect(all('originals')).toEqual(before['originals']?.map((row) => ({ ...row, id: 'a1' })))
    expect(store.check()).toEqual([])
    expect(store.undo(null)).toBeNull()
    store.close()
    expect(readdirSync(join(folder, 'backups'))).toEqual([expect.stringMatching(/before update\.sqlite$/u)])
  })
})
