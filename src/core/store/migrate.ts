import type Database from 'better-sqlite3'
import { DuizhaoError } from '../../shared/domain/error.ts'

/** One step of the schema. `version` grows by one from step to step. */
export interface Migration {
  readonly version: number
  readonly sql: string
}

/** Written into the file's header so that another program's database is never taken for a library: “DZH1”. */
export const APPLICATION_ID = 0x445a4831

/** The version a list of migrations leads to. Throws when the numbers don't run 1, 2, 3, … */
export function latestVersion(migrations: readonly Migration[]): number {
  for (const [index, migration] of migrations.entries()) {
    if (migration.version !== index + 1)
      throw new Error(`migration ${index + 1} is numbered ${migration.version}`)
  }
  return migrations.length
}

/**
 * Brings a library to the newest schema: all pending steps in one transaction, then a check of every
 * reference. `backUp` runs first when there is something to lose.
 *
 * Throws `store_from_future` for a library of a newer program and `store_corrupt` for a file that is
 * not a library; neither is touched.
 */
export function migrate(
  database: Database.Database,
  migrations: readonly Migration[],
  backUp: () => void,
): { readonly from: number; readonly to: number } {
  const latest = latestVersion(migrations)
  const from = database.pragma('user_version', { simple: true }) as number
  const applicationId = database.pragma('application_id', { simple: true }) as number
  const isNew = from === 0 && database.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0
  if (!isNew && applicationId !== APPLICATION_ID) {
    throw new DuizhaoError(
      'store_corrupt',
      'This file is not a Duizhao library. It was left as it is; choose another folder.',
    )
  }
  if (from > latest) {
    throw new DuizhaoError(
      'store_from_future',
      `This library was written by a newer Duizhao (library version ${from}, this program knows ${latest}). ` +
        'It was left as it is; update Duizhao to open it.',
      { libraryVersion: from, knownVersion: latest },
    )
  }
  if (from === latest) return { from, to: latest }
  if (!isNew) backUp()

  database.transaction(() => {
    for (const migration of migrations.slice(from)) database.exec(migration.sql)
    const broken = database.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`migration left ${broken.length} broken references`)
    database.pragma(`application_id = ${APPLICATION_ID}`)
    database.pragma(`user_version = ${latest}`)
  })()
  return { from, to: latest }
}
