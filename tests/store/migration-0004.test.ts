import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src/core/store/migrate.ts'
import { ALL_MIGRATIONS } from '../../src/core/store/migrations/all-migrations.ts'
import { readTables, writeOldLibrary } from '../fixtures/old-library.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'

const ROWS = `
INSERT INTO articles (id, title, title_guessed, language, kind, block_count, segment_count, character_count, created_at, updated_at)
  VALUES ('a1', '桥', 0, 'zh-Hans', 'news', 0, 0, 0, 1, 2), ('a2', 'Bridge', 0, 'en', 'news', 0, 0, 0, 1, 2);
INSERT INTO pairs (id, kind, left_article_id, right_article_id, created_at, updated_at) VALUES ('p', 'parallel', 'a1', 'a2', 1, 2);
INSERT INTO beads VALUES ('b1', 'p', 1024, NULL, 'auto', 1, 0);
INSERT INTO beads VALUES ('b2', 'p', 2048, 0.75, 'verified', 0, 1);
`

it('beads of the third release stay as they are, and none of them counts as made by hand', () => {
  const folder = tempFolder()
  const before = writeOldLibrary(folder, 3, ROWS)
  expect(before['beads']?.length).toBe(2)
  const database = new Database(join(folder, 'library.sqlite'))
  migrate(database, ALL_MIGRATIONS.slice(0, 4), () => undefined)
  expect(readTables(database)['beads']).toEqual(before['beads']?.map((bead) => ({ ...bead, by_hand: 0 })))
  database.close()
})
