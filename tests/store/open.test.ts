import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALL_MIGRATIONS } from '../../src/core/store/migrations/all-migrations.ts'
import { isBackupDue } from '../../src/core/library/daily-backup.ts'
import { BACKUPS_KEPT, openStore } from '../../src/core/store/store.ts'
import { openTestStore, step } from '../fixtures/open-test-store.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'

const TAG = "INSERT INTO tags (id, name, description, created_at, updated_at) VALUES (?, ?, '', 1, 1)"

function code(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'no error'
}

describe('opening a library', () => {
  it('syncs every commit to the disk, on a reopen too', () => {
    const folder = tempFolder()
    openTestStore(folder).close()
    const store = openTestStore(folder)
    expect(store.read.value('PRAGMA synchronous')).toBe(2)
    expect(store.read.value('PRAGMA journal_mode')).toBe('wal')
    expect(store.read.value('PRAGMA foreign_keys')).toBe(1)
    store.close()
  })

  it('refuses a library from a newer version, says so and leaves it alone', () => {
    const folder = tempFolder()
    openTestStore(folder).close()
    const path = join(folder, 'library.sqlite')
    const newer = new Database(path)
    newer.pragma('user_version = 99')
    newer.close()
    expect(code(() => openTestStore(folder))).toBe('store_from_future')
    expect(() => openTestStore(folder)).toThrow(/newer Duizhao.*99/u)
    const after = new Database(path, { readonly: true })
    expect(after.pragma('user_version', { simple: true })).toBe(99)
    after.close()
  })

  it('refuses another program’s database and a damaged file', () => {
    const folder = tempFolder()
    const foreign = new Database(join(folder, 'library.sqlite'))
    foreign.exec('CREATE TABLE somebody_elses (x)')
    foreign.close()
    expect(code(() => openTestStore(folder))).toBe('store_corrupt')

    const damaged = tempFolder()
    writeFileSync(
      join(damaged, 'library.sqlite'),
      'not a database at all, but long enough to have a header. '.repeat(40),
    )
    expect(code(() => openTestStore(damaged))).toBe('store_corrupt')
  })

  it('refuses a folder that cannot be made', () => {
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    expect(code(() => openTestStore(join(file, 'library')))).toBe('store_unavailable')
    if (process.platform === 'linux') {
      expect(code(() => openTestStore('/proc/nowhere/library'))).toBe('store_unavailable')
    }
  })

  it('is for one process: the second gets store_in_use, and a killed one leaves no lock', async () => {
    const folder = tempFolder()
    const store = openTestStore(folder)
    step(store, (db) => db.run(TAG, ['a', '治理']))
    const script = `
      const { openStore } = await import(${JSON.stringify(new URL('../../src/core/store/store.ts', import.meta.url).href)})
      const { ALL_MIGRATIONS } = await import(${JSON.stringify(new URL('../../src/core/store/migrations/all-migrations.ts', import.meta.url).href)})
      try {
        openStore({ folder: ${JSON.stringify(folder)}, migrations: ALL_MIGRATIONS, onChanged() {}, now: Date.now })
        console.log('open')
        setInterval(() => {}, 1000)
      } catch (error) { console.log(error.code) }
    `
    const start = (): { said: Promise<string>; kill: () => Promise<void> } => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      return {
        said: new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim()))),
        kill: async () => {
          child.kill('SIGKILL')
          await ended
        },
      }
    }
    const second = start()
    expect(await second.said).toBe('store_in_use')
    await second.kill()
    expect(store.read.value('SELECT name FROM tags')).toBe('治理')
    store.close()

    const holder = start()
    expect(await holder.said).toBe('open')
    expect(code(() => openTestStore(folder))).toBe('store_in_use')
    await holder.kill()
    openTestStore(folder).close()
  })
})

describe('migrations', () => {
  it('back the library up first, then run all in one transaction', () => {
    const folder = tempFolder()
    const old = openTestStore(folder)
    step(old, (db) => db.run(TAG, ['a', '治理']))
    old.close()
    const options = { folder, onChanged: () => undefined, now: () => 1_700_000_000_000 }
    const next = { version: ALL_MIGRATIONS.length + 1, sql: 'CREATE TABLE fresh (x TEXT) STRICT;' }
    const broken = {
      version: ALL_MIGRATIONS.length + 2,
      sql: 'CREATE TABLE half (x TEXT) STRICT; CREATE NONSENSE;',
    }

    expect(() => openStore({ ...options, migrations: [...ALL_MIGRATIONS, next, broken] })).toThrow(/syntax/u)
    const untouched = openTestStore(folder)
    expect(untouched.read.value("SELECT count(*) FROM sqlite_master WHERE name IN ('fresh', 'half')")).toBe(0)
    untouched.close()

    const store = openStore({ ...options, migrations: [...ALL_MIGRATIONS, next] })
    expect(store.read.value('SELECT name FROM tags')).toBe('治理')
    expect(store.read.value('PRAGMA user_version')).toBe(next.version)
    // Steps recorded under the old schema are not replayed on the new one.
    expect(store.undo(null)).toBeNull()
    store.close()
    const backups = readdirSync(join(folder, 'backups'))
    expect(backups).toEqual([expect.stringMatching(/before update\.sqlite$/u)])
    const copy = new Database(join(folder, 'backups', String(backups[0])), { readonly: true })
    expect(copy.prepare('SELECT name FROM tags').pluck().get()).toBe('治理')
    copy.close()
  })

  it('are numbered without a gap', () => {
    expect(() =>
      openStore({
        folder: tempFolder(),
        migrations: [{ version: 2, sql: '' }],
        onChanged: () => undefined,
        now: Date.now,
      }),
    ).toThrow(/numbered 2/u)
  })
})

describe('backups', () => {
  it('are kept for two weeks, those before an update for good', () => {
    const store = openTestStore()
    const folder = join(store.folder, 'backups')
    mkdirSync(folder)
    writeFileSync(join(folder, '2020-01-01 00.00.00 before update.sqlite'), '')
    writeFileSync(join(folder, 'mine.sqlite'), '')
    for (let day = 1; day <= 20; day += 1) {
      writeFileSync(join(folder, `2020-02-${String(day).padStart(2, '0')} 09.00.00.sqlite`), '')
    }
    const { path } = store.backUp()
    const left = readdirSync(folder)
    expect(left).toHaveLength(BACKUPS_KEPT + 2)
    expect(left).toContain('mine.sqlite')
    expect(left).toContain('2020-01-01 00.00.00 before update.sqlite')
    expect(left).toContain(basename(path))
    expect(left).not.toContain('2020-02-07 09.00.00.sqlite')
    store.close()
  })

  it('are due once a day, when there is something to lose', () => {
    const store = openTestStore()
    const day = 24 * 60 * 60_000
    expect(isBackupDue({ store, now: Date.now })).toBe(false)
    step(store, (db) =>
      db.run(`INSERT INTO articles (id, title, title_guessed, language, kind, block_count, segment_count,
        character_count, created_at, updated_at) VALUES ('a', '桥', 0, 'zh-Hans', 'news', 0, 0, 0, 1, 1)`),
    )
    expect(isBackupDue({ store, now: Date.now })).toBe(true)
    store.backUp()
    expect(isBackupDue({ store, now: Date.now })).toBe(false)
    expect(isBackupDue({ store, now: () => Date.now() + day + 1000 })).toBe(true)
    store.close()
  })

  it('are whole, checked copies with a date for a name', () => {
    const store = openTestStore()
    step(store, (db) => db.run(TAG, ['a', '治理']))
    expect(store.lastBackupAt()).toBeNull()
    const backup = store.backUp()
    expect(store.lastBackupAt()).not.toBeNull()
    const copy = new Database(backup.path, { readonly: true })
    expect(copy.prepare('SELECT name FROM tags').pluck().get()).toBe('治理')
    copy.close()
    store.close()
  })
})
