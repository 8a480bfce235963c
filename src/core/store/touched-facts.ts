import type Database from 'better-sqlite3'

/** Beyond this many, reading the whole table is quicker than asking for rows one by one. */
const MOST_TOUCHED = 20_000

/** Stands among the numbers of rows for the table of articles. */
export const ARTICLES_TOUCHED = 0

/** What happened to `highlight_facts` since one last asked. */
export interface FactsWatch {
  /** Numbers of rows that were made, changed or removed, `ARTICLES_TOUCHED` among them; null: any of them. */
  take(): ReadonlySet<number> | null
}

export interface TouchedFacts {
  /** Begins with `null`. */
  watch(): FactsWatch
  /** A transaction was rolled back: what was read inside it was never true. */
  touchAll(): void
}

/**
 * Tells who keeps `highlight_facts` in memory which rows to read again. Temporary triggers, as for the capture: they
 * see every write of this connection, the triggers' own, cascades and replayed steps included, and nothing of them
 * is in the file. The library's lock sees to it that there is no other writer.
 */
export function installTouchedFacts(database: Database.Database): TouchedFacts {
  const watches = new Set<{ touched: Set<number> | null }>()
  database.function('touch_fact', { directOnly: false }, (id) => {
    for (const watch of watches) {
      watch.touched?.add(Number(id))
      if (watch.touched !== null && watch.touched.size > MOST_TOUCHED) watch.touched = null
    }
    return null
  })
  const articleColumns = 'title, language, date, deleted_at'
  for (const [name, when, id] of [
    ['fact_made', 'INSERT ON main.highlight_facts', 'NEW.id'],
    ['fact_changed', 'UPDATE ON main.highlight_facts', 'NEW.id'],
    ['fact_gone', 'DELETE ON main.highlight_facts', 'OLD.id'],
    ['article_made', 'INSERT ON main.articles', ARTICLES_TOUCHED],
    ['article_changed', `UPDATE OF ${articleColumns} ON main.articles`, ARTICLES_TOUCHED],
    ['article_gone', 'DELETE ON main.articles', ARTICLES_TOUCHED],
  ] as const) {
    database.exec(`CREATE TEMP TRIGGER "touched_${name}" AFTER ${when} BEGIN SELECT touch_fact(${id}); END`)
  }
  return {
    watch() {
      const own: { touched: Set<number> | null } = { touched: null }
      watches.add(own)
      return {
        take() {
          const { touched } = own
          own.touched = new Set()
          return touched
        },
      }
    },
    touchAll() {
      for (const watch of watches) watch.touched = null
    },
  }
}
