import type { ReadDb, WriteDb } from '../store/handles.ts'

/** The stored settings by key, as JSON values. */
export function readSettings(db: ReadDb): Record<string, unknown> {
  const rows = db.all<{ key: string; value: string }>('SELECT key, value FROM settings ORDER BY key')
  return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
}

export function writeSetting(db: WriteDb, key: string, value: unknown): void {
  db.run(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, JSON.stringify(value)],
  )
}
