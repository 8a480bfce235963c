import type { CommandLabel } from '../../shared/domain/command-label.ts'
import type { RowChange } from './capture.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/** How much history is kept: steps, and bytes of their changes (UTF-16 code units of JSON). */
export const HISTORY_STEPS = 1000
export const HISTORY_SIZE = 128 * 1024 * 1024
/** The history is counted now and then, and after a step larger than this; so it may run over by a little. */
const COUNT_EVERY = 64
const LARGE_STEP = 1024 * 1024

export interface LoggedCommand {
  readonly seq: number
  readonly at: number
  readonly state: 'done' | 'undone'
  readonly label: CommandLabel
  readonly scope: string
  readonly mergeKey: string | null
}

interface Row {
  seq: number
  at: number
  state: 'done' | 'undone'
  label: string
  scope: string
  mergeKey: string | null
}

const COLUMNS = 'seq, at, state, label, scope, merge_key AS mergeKey'

function fromRow(row: Row): LoggedCommand {
  return { ...row, label: JSON.parse(row.label) as CommandLabel }
}

/** The newest steps first. Steps of another schema version can't be replayed and are not offered. */
export function listCommands(db: ReadDb, schemaVersion: number, limit: number): LoggedCommand[] {
  const sql = `SELECT ${COLUMNS} FROM command_log WHERE schema_version = ? ORDER BY seq DESC LIMIT ?`
  return db.all<Row>(sql, [schemaVersion, limit]).map(fromRow)
}

/** The step that undo would take back. */
export function lastDone(db: ReadDb, schemaVersion: number): LoggedCommand | null {
  const row = db.get<Row>(`SELECT ${COLUMNS} FROM command_log WHERE state = 'done' ORDER BY seq DESC LIMIT 1`)
  return row === undefined || !isOfVersion(db, row.seq, schemaVersion) ? null : fromRow(row)
}

/** The step that redo would do again. */
export function firstUndone(db: ReadDb, schemaVersion: number): LoggedCommand | null {
  const row = db.get<Row>(`SELECT ${COLUMNS} FROM command_log WHERE state = 'undone' ORDER BY seq LIMIT 1`)
  return row === undefined || !isOfVersion(db, row.seq, schemaVersion) ? null : fromRow(row)
}

function isOfVersion(db: ReadDb, seq: number, schemaVersion: number): boolean {
  return db.value<number>('SELECT schema_version FROM command_log WHERE seq = ?', [seq]) === schemaVersion
}

export function readChanges(db: ReadDb, seq: number): RowChange[] {
  const json = db.value<string>('SELECT changes FROM command_log WHERE seq = ?', [seq])
  return JSON.parse(json ?? '[]') as RowChange[]
}

/** Adds a step; what had been undone can't be redone any more. */
export function appendCommand(
  db: WriteDb,
  command: {
    readonly at: number
    readonly label: CommandLabel
    readonly scope: string
    readonly mergeKey: string | null
    readonly schemaVersion: number
    readonly changes: readonly RowChange[]
  },
): void {
  db.run("DELETE FROM command_log WHERE state = 'undone'")
  const changes = JSON.stringify(command.changes)
  db.run(
    `INSERT INTO command_log (at, state, label, scope, merge_key, schema_version, changes, byte_length)
     VALUES (?, 'done', ?, ?, ?, ?, ?, ?)`,
    [
      command.at,
      JSON.stringify(command.label),
      command.scope,
      command.mergeKey,
      command.schemaVersion,
      changes,
      changes.length,
    ],
  )
  const seq = db.value<number>('SELECT max(seq) FROM command_log') ?? 0
  if (seq % COUNT_EVERY === 0 || changes.length > LARGE_STEP) forgetOldest(db)
}

/** Replaces the changes of the newest step; with none left, the step goes. */
export function rewriteCommand(
  db: WriteDb,
  seq: number,
  rewritten: { readonly label: CommandLabel; readonly at: number; readonly changes: readonly RowChange[] },
): void {
  if (rewritten.changes.length === 0) {
    db.run('DELETE FROM command_log WHERE seq = ?', [seq])
    return
  }
  const changes = JSON.stringify(rewritten.changes)
  db.run('UPDATE command_log SET label = ?, at = ?, changes = ?, byte_length = ? WHERE seq = ?', [
    JSON.stringify(rewritten.label),
    rewritten.at,
    changes,
    changes.length,
    seq,
  ])
}

export function markCommand(db: WriteDb, seq: number, state: 'done' | 'undone'): void {
  db.run('UPDATE command_log SET state = ? WHERE seq = ?', [state, seq])
}

/** Keeps the newest step whatever its size; older ones as far as the bounds allow. */
function forgetOldest(db: WriteDb): void {
  const kept = db.get<{ steps: number; size: number }>(
    'SELECT count(*) AS steps, sum(byte_length) AS size FROM command_log INDEXED BY command_log_by_state',
  )
  if (kept === undefined || (kept.steps <= HISTORY_STEPS && kept.size <= HISTORY_SIZE)) return
  db.run(
    `DELETE FROM command_log WHERE seq IN (
       SELECT seq FROM (
         SELECT seq, row_number() OVER newest AS rank, sum(byte_length) OVER newest AS size
         FROM command_log WINDOW newest AS (ORDER BY seq DESC)
       ) WHERE (rank > ? OR size > ?) AND rank > 1
     )`,
    [HISTORY_STEPS, HISTORY_SIZE],
  )
}
