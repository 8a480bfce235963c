import Database from 'better-sqlite3'
import { chmodSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DuizhaoError } from '../../shared/domain/error.ts'
import { makeFolder } from './make-folder.ts'

export interface Backup {
  readonly path: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly byteLength: number
}

const NAME = /^\d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.\d{2}.*\.sqlite$/u

const DATED = /^\d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.\d{2}\.sqlite$/u

/** A name that sorts by time and reads as one, in local time, with nothing a file system forbids. */
function backupName(at: number, reason: string): string {
  const date = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  const time = [two(date.getHours()), two(date.getMinutes()), two(date.getSeconds())].join('.')
  return `${day} ${time}${reason === '' ? '' : ` ${reason}`}.sqlite`
}

/** What SQLite finds wrong with a database; an empty list when it is sound. */
export function findProblems(database: Database.Database): string[] {
  const integrity = (database.pragma('integrity_check(20)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  const references = database.pragma('foreign_key_check') as { table: string; parent: string }[]
  return [...integrity, ...references.map((row) => `${row.table} refers to a missing row of ${row.parent}`)]
}

/**
 * Writes a whole copy of an open library into `folder`, reads it back, checks it, and only then gives it
 * its name: a file with a backup's name is a good backup. Throws `store_corrupt` when the copy is not sound.
 */
export function backUpDatabase(
  database: Database.Database,
  folder: string,
  options: { readonly at: number; readonly reason?: string },
): Backup {
  makeFolder(folder)
  const path = join(folder, backupName(options.at, options.reason ?? ''))
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    database.prepare('VACUUM INTO ?').run(unfinished)
    chmodSync(unfinished, 0o600)
    verifyCopy(unfinished)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  return { path, at: options.at, byteLength: statSync(path).size }
}

function verifyCopy(path: string): void {
  const copy = new Database(path, { readonly: true })
  try {
    const problems = findProblems(copy)
    if (problems.length > 0) {
      throw new DuizhaoError('store_corrupt', `The backup is not sound (${problems[0]}). It was not kept.`)
    }
  } finally {
    copy.close()
  }
}

/** Removes all but the newest dated backups. Those made before an update are kept: they may be the only way back. */
export function pruneBackups(folder: string, keep: number): void {
  const dated = readdirSync(folder).filter((name) => DATED.test(name))
  for (const name of dated.toSorted().slice(0, Math.max(0, dated.length - keep))) rmSync(join(folder, name))
}

/** When the newest backup in `folder` was made; null when there is none. */
export function lastBackupTime(folder: string): number | null {
  let names: string[]
  try {
    names = readdirSync(folder).filter((name) => NAME.test(name))
  } catch {
    return null
  }
  const newest = names.toSorted().at(-1)
  return newest === undefined ? null : Math.round(statSync(join(folder, newest)).mtimeMs)
}
