import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/core/store/migrate.ts'
import { ALL_MIGRATIONS } from '../../src/core/store/migrations/all-migrations.ts'
import { readTables, writeOldLibrary } from '../fixtures/old-library.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'

/** A row for every table of the first release, in an order in which each finds what it refers to. */
const ROWS = `
INSERT INTO articles VALUES ('a1', '桥𠮷', 0, 'zh-Hans', 'news', '2025-05', 'x', NULL, NULL, 1, 1, 7, 1, 2, NULL);
INSERT INTO articles VALUES ('a2', 'Bridge 😀', 1, 'en', 'news', NULL, NULL, NULL, NULL, 1, 1, 9, 1, 2, 3);
INSERT INTO originals VALUES ('a1', '桥.txt', 'utf-8', 'abc', 3, x'E6A1A5');
INSERT INTO speakers VALUES ('p1', 1);
INSERT INTO speaker_names VALUES ('p1', 'zh-Hans', '索海尔·汗', NULL);
INSERT INTO blocks VALUES ('k1', 'a1', 1024, 'paragraph', 0, 'p1');
INSERT INTO blocks VALUES ('k2', 'a2', 1024, 'paragraph', 0, NULL);
INSERT INTO segments VALUES ('s1', 'a1', 'k1', 1024, '桥是给人走的。', '[{"kind":"emphasis","start":0,"end":1}]');
INSERT INTO segments VALUES ('s2', 'a2', 'k2', 1024, 'A bridge.', '[]');
INSERT INTO pairs VALUES ('pair', 'parallel', 'a1', 'a2', 'length-1', 5, 1, 2, NULL);
INSERT INTO beads VALUES ('b1', 'pair', 1024, NULL, 'auto');
INSERT INTO beads VALUES ('b2', 'pair', 2048, 0.75, 'verified');
INSERT INTO bead_segments VALUES ('pair', 's1', 'b1', 'left', 0);
INSERT INTO bead_segments VALUES ('pair', 's2', 'b2', 'right', 0);
INSERT INTO highlights VALUES ('h1', 3, 1, 2);
INSERT INTO spans VALUES ('sp1', 'h1', 'primary', 'a1', '桥', '', '是', 'ok');
INSERT INTO span_parts VALUES ('sp1', 0, 'h1', 's1', 0, 1);
INSERT INTO tags VALUES ('t1', NULL, '治理', 2, '', 1, 2);
INSERT INTO highlight_tags VALUES ('h1', 't1', 1);
INSERT INTO notes VALUES ('n1', '**记**', 'h1', NULL, NULL, 1, 2);
INSERT INTO notes VALUES ('n2', 'free', NULL, NULL, 'b2', 1, 2);
INSERT INTO settings VALUES ('fontSize', '22');
INSERT INTO reading_positions VALUES ('pair:pair', 's1', 2, 9);
INSERT INTO command_log VALUES (1, 5, 'done', '{"kind":"note.save","subject":"","count":1}', '', NULL, 1, '[]', 2);
`

describe('a library of the first release', () => {
  it('gets every row it had, with the new columns at their defaults', () => {
    const folder = tempFolder()
    const before = writeOldLibrary(folder, 1, ROWS)
    // If a table were added to the first release's list, it must get a row here.
    for (const [table, rows] of Object.entries(before)) expect(rows.length, table).toBeGreaterThan(0)

    const database = new Database(join(folder, 'library.sqlite'))
    migrate(database, ALL_MIGRATIONS.slice(0, 2), () => undefined)
    const now = readTables(database)
    const added: Record<string, object> = {
      beads: { unmatched: 0, review: 0 },
      pairs: { locked_side: null },
    }
    for (const [table, rows] of Object.entries(before)) {
      expect(now[table], table).toEqual(rows.map((row) => ({ ...row, ...added[table] })))
    }
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
  })
})
