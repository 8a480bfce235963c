import Database from 'better-sqlite3'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { Events } from '../../shared/contract/events.ts'
import type { CommandLabel } from '../../shared/domain/command-label.ts'
import { ENTITIES, type Entity } from '../../shared/domain/entity.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import { searchForm } from '../../shared/text/search-form.ts'
import { backUpDatabase, findProblems, lastBackupTime, pruneBackups, type Backup } from './backup.ts'
import { describeCapturedTables, installCapture, type RowChange } from './capture.ts'
import {
  appendCommand,
  firstUndone,
  lastDone,
  listCommands,
  markCommand,
  readChanges,
  rewriteCommand,
  type LoggedCommand,
} from './command-log.ts'
import { composeChanges } from './compose-changes.ts'
import { createReadDb, createStatementCache, createWriteDb, type ReadDb, type WriteDb } from './handles.ts'
import { acquireLibraryLock } from './library-lock.ts'
import { makeFolder } from './make-folder.ts'
import { latestVersion, migrate, type Migration } from './migrate.ts'
import { replay } from './replay.ts'
import { explainSqliteError } from './sqlite-error.ts'
import { CAPTURED_TABLES } from './tables.ts'
import { installTouchedFacts, type FactsWatch } from './touched-facts.ts'

export type ChangedEvent = Events['changed']

/** What a write is, for the history and for the windows. */
export interface WriteOptions {
  /** What the step says in the history; null for what is not undone (settings, reading positions). */
  readonly label: CommandLabel | null
  /** What the step was about: `article:ID`, `pair:ID` or ''. */
  readonly scope: string
  readonly origin: string | null
  /** A write with the same key as the newest step becomes part of that step (a note being typed). */
  readonly mergeKey?: string
  /** Entities whose rows were changed uncaptured. */
  readonly touches?: readonly Entity[]
}

/** A step that was taken back or done again, with what that changed. */
export interface ReplayedCommand extends LoggedCommand {
  readonly changes: readonly RowChange[]
}

export interface Store {
  readonly folder: string
  readonly read: ReadDb
  /**
   * The one way to change the library: runs `work` in a transaction, records what it changed, logs the
   * step and tells the windows after the commit. When `work` throws, nothing has happened. Not to be nested.
   */
  write<Result>(options: WriteOptions, work: (db: WriteDb) => Result): Result
  undo(origin: string | null): ReplayedCommand | null
  redo(origin: string | null): ReplayedCommand | null
  history(limit: number): LoggedCommand[]
  check(): string[]
  /** For who keeps `highlight_facts` in memory. */
  watchFacts(): FactsWatch
  /** Writes a checked copy into `backups`; older ones beyond {@link BACKUPS_KEPT} go. */
  backUp(): Backup
  lastBackupAt(): number | null
  /** Tells the windows that something outside the captured tables has changed. */
  announce(entities: readonly Entity[], origin: string | null): void
  close(): void
}

export interface StoreOptions {
  readonly folder: string
  readonly migrations: readonly Migration[]
  readonly onChanged: (event: ChangedEvent) => void
  readonly now: () => number
}

/** Dated backups that are kept: two weeks of daily ones. */
export const BACKUPS_KEPT = 14

/** More ids than this are not listed: readers refetch at large anyway. */
const MOST_IDS = 500

/**
 * Opens the library in a folder, making it if there is none. Throws `store_in_use`, `store_from_future`,
 * `store_corrupt`, `store_full` or `store_unavailable`; the library is then as it was.
 */
export function openStore(options: StoreOptions): Store {
  try {
    makeFolder(options.folder)
  } catch {
    throw new DuizhaoError(
      'store_unavailable',
      `The library folder ${options.folder} cannot be made. Check that you may write there.`,
    )
  }
  const undoSteps: (() => void)[] = []
  try {
    const lock = acquireLibraryLock(join(options.folder, 'library.lock'))
    undoSteps.push(() => lock.release())
    const path = join(options.folder, 'library.sqlite')
    const database = new Database(path)
    undoSteps.push(() => database.close())
    chmodSync(path, 0o600)
    configure(database)
    const backups = join(options.folder, 'backups')
    migrate(database, options.migrations, () => {
      backUpDatabase(database, backups, { at: options.now(), reason: 'before update' })
    })
    return createStore(database, options, backups, () => lock.release())
  } catch (error) {
    for (const step of undoSteps.toReversed()) step()
    throw explainSqliteError(error)
  }
}

/**
 * better-sqlite3 is built so that a WAL database reopens with `synchronous=NORMAL`, which may lose what
 * was committed last at a power cut. So it is set at every open and read back.
 */
function configure(database: Database.Database): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  if (process.platform === 'darwin') database.pragma('fullfsync = ON')
  database.pragma('foreign_keys = ON')
  database.pragma('temp_store = MEMORY')
  database.pragma('cache_size = -65536')
  // The schema's triggers fold what they keep for searching.
  database.function('search_form', { deterministic: true }, (text) => searchForm(String(text)))
  const synchronous = database.pragma('synchronous', { simple: true })
  const foreignKeys = database.pragma('foreign_keys', { simple: true })
  if (synchronous !== 2 || foreignKeys !== 1) {
    throw new DuizhaoError('store_unavailable', 'The library cannot be opened safely on this system.')
  }
}

function createStore(
  database: Database.Database,
  options: StoreOptions,
  backups: string,
  releaseLock: () => void,
): Store {
  const schemaVersion = latestVersion(options.migrations)
  const tables = describeCapturedTables(database)
  const capture = installCapture(database, tables)
  const facts = installTouchedFacts(database)
  const cache = createStatementCache(database)
  const read = createReadDb(cache)
  const writeDb = createWriteDb(cache, read, (work) => capture.pause(work))

  /** One transaction with its record of changes; `settle` runs inside it, after the work. */
  function transact<Result>(
    work: (db: WriteDb) => Result,
    settle: (changes: RowChange[]) => void,
  ): { result: Result; changes: RowChange[] } {
    if (database.inTransaction) throw new Error('writes must not be nested')
    try {
      return database
        .transaction(() => {
          capture.start()
          const result = work(writeDb)
          const changes = capture.finish()
          settle(changes)
          return { result, changes }
        })
        .immediate()
    } catch (error) {
      capture.abandon()
      facts.touchAll()
      throw explainSqliteError(error)
    }
  }

  function log(write: WriteOptions, label: CommandLabel, changes: RowChange[]): void {
    // What was made and unmade again inside one step is no step.
    if (composeChanges(tables, [], changes).length === 0) return
    const at = options.now()
    const mergeKey = write.mergeKey ?? null
    const last = lastDone(read, schemaVersion)
    if (mergeKey !== null && last?.mergeKey === mergeKey && firstUndone(read, schemaVersion) === null) {
      const composed = composeChanges(tables, readChanges(read, last.seq), changes)
      rewriteCommand(writeDb, last.seq, { label, at, changes: composed })
    } else {
      appendCommand(writeDb, { at, label, scope: write.scope, mergeKey, schemaVersion, changes })
    }
  }

  function tell(changes: readonly RowChange[], touches: readonly Entity[], origin: string | null): void {
    const event = describeChanges(changes, touches, origin)
    if (event.entities.length > 0) options.onChanged(event)
  }

  function replayStep(direction: 'undo' | 'redo', origin: string | null): ReplayedCommand | null {
    const step = direction === 'undo' ? lastDone(read, schemaVersion) : firstUndone(read, schemaVersion)
    if (step === null) return null
    const state = direction === 'undo' ? 'undone' : 'done'
    const { changes } = transact(
      (db) => {
        // Rows come back one by one, so references may dangle until the last of them is there.
        db.run('PRAGMA defer_foreign_keys = ON')
        replay(db, tables, readChanges(db, step.seq), direction)
      },
      () => markCommand(writeDb, step.seq, state),
    )
    tell(changes, ['history'], origin)
    return { ...step, state, changes }
  }

  return {
    folder: options.folder,
    read,
    write(write, work) {
      const { result, changes } = transact(work, (recorded) => {
        if (write.label !== null) log(write, write.label, recorded)
      })
      const history: Entity[] = write.label !== null && changes.length > 0 ? ['history'] : []
      tell(changes, [...(write.touches ?? []), ...history], write.origin)
      return result
    },
    undo: (origin) => replayStep('undo', origin),
    redo: (origin) => replayStep('redo', origin),
    history: (limit) => listCommands(read, schemaVersion, limit),
    check: () => findProblems(database),
    watchFacts: () => facts.watch(),
    backUp() {
      try {
        const backup = backUpDatabase(database, backups, { at: options.now() })
        pruneBackups(backups, BACKUPS_KEPT)
        return backup
      } catch (error) {
        throw explainSqliteError(error)
      }
    },
    lastBackupAt: () => lastBackupTime(backups),
    announce: (entities, origin) => tell([], entities, origin),
    close() {
      if (!database.open) return
      database.close()
      releaseLock()
    },
  }
}

function describeChanges(
  changes: readonly RowChange[],
  touches: readonly Entity[],
  origin: string | null,
): ChangedEvent {
  const ids = new Map<Entity, Set<string>>()
  const atLarge = new Set<Entity>(touches)
  for (const change of changes) {
    const row = JSON.parse(change.after ?? change.before ?? '{}') as Record<string, unknown>
    for (const { entity, column } of CAPTURED_TABLES[change.table] ?? []) {
      const id = row[column]
      if (typeof id !== 'string') continue
      const known = ids.get(entity) ?? new Set()
      ids.set(entity, known.add(id))
    }
  }
  const listed = [...ids].filter(([entity, known]) => !atLarge.has(entity) && known.size <= MOST_IDS)
  return {
    entities: ENTITIES.filter((entity) => atLarge.has(entity) || ids.has(entity)),
    ids: Object.fromEntries(listed.map(([entity, known]) => [entity, [...known]])),
    origin,
  }
}
