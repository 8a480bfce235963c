import type Database from 'better-sqlite3'

export type SqlValue = string | number | null | Uint8Array
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>

/** A handle that can only read. A function that takes one can't change the library. */
export interface ReadDb {
  /** All rows. The caller's `Row` must list the selected columns truthfully. */
  all<Row>(sql: string, params?: SqlParams): Row[]
  /** All rows as lists of their columns: for a hundred thousand of them, half the time of `all`. */
  tuples<Row extends readonly SqlValue[]>(sql: string, params?: SqlParams): Row[]
  get<Row>(sql: string, params?: SqlParams): Row | undefined
  /** The first column of the first row. */
  value<Value extends SqlValue>(sql: string, params?: SqlParams): Value | undefined
}

declare const writable: unique symbol

/** A handle that can write; only `write()` gives one, and it is good until that call returns. */
export interface WriteDb extends ReadDb {
  readonly [writable]: true
  /** Runs a statement; answers how many rows it changed (cascades not counted). */
  run(sql: string, params?: SqlParams): number
  /** Runs `work` without recording row changes: for bulk rows whose undo is one soft delete. */
  uncaptured<Result>(work: () => Result): Result
}

/** Prepared once per SQL text: preparing costs more than most of our statements. */
export interface StatementCache {
  statement(sql: string): Database.Statement
}

export function createStatementCache(database: Database.Database): StatementCache {
  const statements = new Map<string, Database.Statement>()
  return {
    statement(sql) {
      let statement = statements.get(sql)
      if (statement === undefined) {
        statement = database.prepare(sql)
        statements.set(sql, statement)
      }
      return statement
    },
  }
}

/** The read-only view of a connection. */
export function createReadDb(cache: StatementCache): ReadDb {
  return {
    all: <Row>(sql: string, params: SqlParams = []) => cache.statement(sql).all(params) as Row[],
    // A statement gives either objects or lists; the same SQL is not asked for in both ways.
    tuples: <Row extends readonly SqlValue[]>(sql: string, params: SqlParams = []) =>
      cache.statement(sql).raw().all(params) as Row[],
    get: <Row>(sql: string, params: SqlParams = []) => cache.statement(sql).get(params) as Row | undefined,
    value<Value extends SqlValue>(sql: string, params: SqlParams = []) {
      const row = cache.statement(sql).get(params) as Record<string, Value> | undefined
      return row === undefined ? undefined : Object.values(row)[0]
    },
  }
}

/** Adds writing to a read handle. To be called by `write()` alone. */
export function createWriteDb(
  cache: StatementCache,
  read: ReadDb,
  uncaptured: <Result>(work: () => Result) => Result,
): WriteDb {
  const handle: Omit<WriteDb, typeof writable> = {
    ...read,
    run: (sql: string, params: SqlParams = []) => cache.statement(sql).run(params).changes,
    uncaptured,
  }
  // The brand exists for the type checker only.
  return handle as WriteDb
}
