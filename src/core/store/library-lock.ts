import Database from 'better-sqlite3'
import { DuizhaoError } from '../../shared/domain/error.ts'

export interface LibraryLock {
  release(): void
}

/**
 * Makes sure that one process alone uses a library. The lock is SQLite's own file lock, held by an open
 * transaction on a file of its own: the system frees it when the process dies, however it dies, so there
 * is no stale lock to clean up. Throws `store_in_use`.
 */
export function acquireLibraryLock(path: string): LibraryLock {
  const database = new Database(path, { timeout: 0 })
  try {
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') {
      throw new DuizhaoError(
        'store_in_use',
        'This library is open in another window or command. Close that one first; nothing was changed.',
      )
    }
    throw error
  }
  return {
    release() {
      if (database.open) {
        database.exec('ROLLBACK')
        database.close()
      }
    },
  }
}
