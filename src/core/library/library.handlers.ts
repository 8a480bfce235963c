import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'

export function libraryHandlers({ store }: AreaContext, version: string): AreaHandlers<'library'> {
  const count = (sql: string): number => store.read.value<number>(sql) ?? 0
  return {
    'library.info': () => ({
      path: store.folder,
      version,
      articleCount: count('SELECT count(*) FROM articles WHERE deleted_at IS NULL'),
      pairCount: count(`
        SELECT count(*) FROM pairs
        JOIN articles AS l ON l.id = left_article_id AND l.deleted_at IS NULL
        JOIN articles AS r ON r.id = right_article_id AND r.deleted_at IS NULL
        WHERE pairs.deleted_at IS NULL`),
      highlightCount: count('SELECT count(*) FROM highlights'),
      noteCount: count('SELECT count(*) FROM notes'),
      removedCount: count('SELECT count(*) FROM articles WHERE deleted_at IS NOT NULL'),
      sizeBytes: statSync(join(store.folder, 'library.sqlite')).size,
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
