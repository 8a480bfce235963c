import type Database from 'better-sqlite3'
import { CAPTURED_TABLES } from './tables.ts'

/** One changed row. `before`/`after` are the row as canonical JSON text, null where there was none. */
export interface RowChange {
  readonly table: string
  readonly before: string | null
  readonly after: string | null
}

/** How a captured table is written down and found again. */
export interface CapturedTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** SQL that gives a row of the table as JSON text, always with the same columns in the same order. */
  readonly json: (row: string) => string
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Reads the shape of the captured tables from the schema itself, so that no list can fall behind it. */
export function describeCapturedTables(database: Database.Database): ReadonlyMap<string, CapturedTable> {
  return new Map(
    Object.keys(CAPTURED_TABLES).map((name) => {
      const info = database.pragma(`table_info(${quoted(name)})`) as {
        name: string
        pk: number
        type: string
      }[]
      if (info.length === 0) throw new Error(`captured table ${name} does not exist`)
      if (info.some((column) => column.type === 'BLOB')) throw new Error(`captured table ${name} has a BLOB`)
      const columns = info.map((column) => column.name)
      const key = info
        .filter((column) => column.pk > 0)
        .toSorted((a, b) => a.pk - b.pk)
        .map((column) => column.name)
      const json = (row: string): string =>
        `json_object(${columns.map((column) => `'${column}', ${row}${quoted(column)}`).join(', ')})`
      return [name, { name, columns, key, json }]
    }),
  )
}

/**
 * Records row changes of one connection with temporary triggers, cascades included: SQLite fires a
 * parent's AFTER DELETE once its children are gone, so undoing in reverse restores parents first.
 * Temporary triggers live with the connection: another program's write to the file goes unseen, and
 * nothing of them is stored in it.
 */
export interface Capture {
  /** Starts recording, from nothing. */
  start(): void
  /** Stops recording; gives what was recorded, in order. */
  finish(): RowChange[]
  /** Stops recording and forgets. */
  abandon(): void
  /** Runs `work` unrecorded. */
  pause<Result>(work: () => Result): Result
}

export function installCapture(
  database: Database.Database,
  tables: ReadonlyMap<string, CapturedTable>,
): Capture {
  database.exec(`
    CREATE TEMP TABLE row_changes (seq INTEGER PRIMARY KEY, tbl TEXT NOT NULL, before TEXT, after TEXT);
    CREATE TEMP TABLE capturing (yes INTEGER NOT NULL);
    INSERT INTO capturing VALUES (0);
  `)
  for (const table of tables.values()) {
    const record = (before: string, after: string): string =>
      `BEGIN INSERT INTO row_changes (tbl, before, after) VALUES ('${table.name}', ${before}, ${after}); END`
    const when = 'WHEN (SELECT yes FROM capturing)'
    const on = `ON main.${quoted(table.name)}`
    const [old, fresh] = [table.json('OLD.'), table.json('NEW.')]
    database.exec(`
      CREATE TEMP TRIGGER "capture_${table.name}_insert" AFTER INSERT ${on} ${when} ${record('NULL', fresh)};
      CREATE TEMP TRIGGER "capture_${table.name}_update" AFTER UPDATE ${on} ${when} ${record(old, fresh)};
      CREATE TEMP TRIGGER "capture_${table.name}_delete" AFTER DELETE ${on} ${when} ${record(old, 'NULL')};
    `)
  }

  const turn = database.prepare('UPDATE capturing SET yes = ?')
  const clear = database.prepare('DELETE FROM row_changes')
  const list = database.prepare<[], RowChange>(
    'SELECT tbl AS "table", before, after FROM row_changes ORDER BY seq',
  )
  const isOn = database.prepare('SELECT yes FROM capturing').pluck()
  return {
    start() {
      clear.run()
      turn.run(1)
    },
    finish() {
      turn.run(0)
      const changes = list.all().filter((change) => change.before !== change.after)
      clear.run()
      return changes
    },
    abandon() {
      turn.run(0)
      clear.run()
    },
    pause(work) {
      const before = isOn.get() as number
      turn.run(0)
      try {
        return work()
      } finally {
        turn.run(before)
      }
    },
  }
}
