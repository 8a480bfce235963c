import { DuizhaoError } from '../../shared/domain/error.ts'
import type { CapturedTable, RowChange } from './capture.ts'
import type { SqlValue, WriteDb } from './handles.ts'

type RowValues = Record<string, SqlValue>

const quoted = (name: string): string => `"${name}"`

function whereKey(table: CapturedTable): string {
  return table.key.map((column) => `${quoted(column)} = @${column}`).join(' AND ')
}

function keyOf(table: CapturedTable, row: RowValues): RowValues {
  return Object.fromEntries(table.key.map((column) => [column, row[column] ?? null]))
}

function conflict(): DuizhaoError {
  return new DuizhaoError(
    'conflict',
    'This step can no longer be taken back: what it changed has been changed since. Nothing was altered.',
  )
}

/** Turns one row from how it must be now into how it shall be; throws `conflict` if it is not so. */
function turnRow(db: WriteDb, table: CapturedTable, from: string | null, to: string | null): void {
  const fromRow = from === null ? null : (JSON.parse(from) as RowValues)
  const toRow = to === null ? null : (JSON.parse(to) as RowValues)
  const known = fromRow ?? toRow
  if (known === null) return
  const current = db.value<string>(
    `SELECT ${table.json('')} FROM ${quoted(table.name)} WHERE ${whereKey(table)}`,
    keyOf(table, known),
  )
  if ((current ?? null) !== from) throw conflict()

  if (toRow === null) {
    db.run(`DELETE FROM ${quoted(table.name)} WHERE ${whereKey(table)}`, keyOf(table, known))
  } else if (fromRow === null) {
    const columns = table.columns.map(quoted).join(', ')
    const values = table.columns.map((column) => `@${column}`).join(', ')
    db.run(`INSERT INTO ${quoted(table.name)} (${columns}) VALUES (${values})`, toRow)
  } else {
    const assignments = table.columns.map((column) => `${quoted(column)} = @${column}`).join(', ')
    const where = table.key.map((column) => `${quoted(column)} = @key_${column}`).join(' AND ')
    const key = Object.fromEntries(table.key.map((column) => [`key_${column}`, fromRow[column] ?? null]))
    db.run(`UPDATE ${quoted(table.name)} SET ${assignments} WHERE ${where}`, { ...toRow, ...key })
  }
}

/**
 * Applies recorded changes backwards (`undo`) or forwards again (`redo`). Every row must still be as the
 * record left it, so that nothing written since is overwritten; throws `conflict` otherwise, and the
 * surrounding transaction takes everything back.
 */
export function replay(
  db: WriteDb,
  tables: ReadonlyMap<string, CapturedTable>,
  changes: readonly RowChange[],
  direction: 'undo' | 'redo',
): void {
  const ordered = direction === 'undo' ? changes.toReversed() : changes
  for (const change of ordered) {
    const table = tables.get(change.table)
    if (table === undefined) throw conflict()
    if (direction === 'undo') turnRow(db, table, change.after, change.before)
    else turnRow(db, table, change.before, change.after)
  }
}
