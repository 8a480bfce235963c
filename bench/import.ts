import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBenchCore } from './bench-core.ts'
import { time, type Figure } from './figures.ts'
import { makeChineseText } from './make-text.ts'

const ARTICLES = 300
/** UTF-8 bytes: some 1,700 Chinese characters. */
const ARTICLE_CHARACTERS = 1700

/** The least that storing texts costs: one row each, in one transaction. */
async function storeBare(texts: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  const database = new Database(join(folder, 'bare.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO texts (text) VALUES (?)')
  const spent = await time(() => database.transaction(() => texts.forEach((text) => insert.run(text)))())
  database.close()
  rmSync(folder, { recursive: true, force: true })
  return spent
}

export async function benchImport(): Promise<Figure[]> {
  const texts = Array.from({ length: ARTICLES }, (_, index) => makeChineseText(ARTICLE_CHARACTERS, index + 1))
  const bench = await openBenchCore()
  // The worker's start is paid once a session, not per import.
  await bench.importTexts([{ name: 'warm-up.txt', text: makeChineseText(500, 999) }])
  const spent = await time(() =>
    bench.importTexts(texts.map((text, index) => ({ name: `${index}.txt`, text }))),
  )
  await bench.close()
  const bare = await storeBare(texts)
  return [
    {
      name: `import ${ARTICLES} articles of 5 kB`,
      value: spent,
      unit: 'ms',
      baseline: { name: 'one bare row each', value: bare },
    },
    { name: 'articles imported', value: (ARTICLES * 1000) / spent, unit: 'per s' },
  ]
}
