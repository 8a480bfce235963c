import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'

/** Bytes of the library file and of what was committed but not yet moved into it. */
function sizeOf(folder: string): number {
  return ['library.sqlite', 'library.sqlite-wal']
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0)
}

/** Pairs show, and can be restored, only while both of their articles are in the library. */
const PAIRS = `
  SELECT count(*) FROM pairs
  JOIN articles AS l ON l.id = left_article_id AND l.deleted_at IS NULL
  JOIN articles AS r ON r.id = right_article_id AND r.deleted_at IS NULL`

export function libraryHandlers({ store }: AreaContext, version: string): AreaHandlers<'library'> {
  const count = (sql: string): number => store.read.value<number>(sql) ?? 0
  return {
    'library.info': () => ({
      path: store.folder,
      version,
      articleCount: count('SELECT count(*) FROM articles WHERE deleted_at IS NULL'),
      pairCount: count(`${PAIRS} WHERE pairs.deleted_at IS NULL`),
      highlightCount: count('SELECT count(*) FROM highlights'),
      noteCount: count('SELECT count(*) FROM notes'),
      removedCount:
        count('SELECT count(*) FROM articles WHERE deleted_at IS NOT NULL') +
        count(`${PAIRS} WHERE pairs.deleted_at IS NOT NULL`),
      sizeBytes: sizeOf(store.folder),
      lastBackupAt: store.lastBackupAt(),
    }),
    'library.check': () => {
      const problems = store.check()
      return { ok: problems.length === 0, problems }
    },
    'library.backup': (_input, { origin }) => {
      const backup = store.backUp()
      store.announce(['backup'], origin)
      return { path: backup.path, at: backup.at, byteLength: backup.byteLength }
    },
  }
}
