import { DuizhaoError } from '../../shared/domain/error.ts'

function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null
}

/** Turns SQLite's failures into sentences a person can act on; anything else is given back as it is. */
export function explainSqliteError(error: unknown): unknown {
  const code = sqliteCode(error)
  if (code === null) return error
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') {
    return new DuizhaoError(
      'store_full',
      'The disk is full. Nothing was changed; free some space and try again.',
    )
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new DuizhaoError(
      'store_corrupt',
      'The library file is damaged. Close Duizhao and restore a copy from the folder “backups”.',
    )
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new DuizhaoError(
      'store_in_use',
      'The library is in use by another program. Close it and try again.',
    )
  }
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_IOERR')
  ) {
    return new DuizhaoError(
      'store_unavailable',
      'The library cannot be read or written. Check that its folder exists and that you may write to it.',
    )
  }
  return error
}
