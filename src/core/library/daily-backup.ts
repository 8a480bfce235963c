import type { AreaContext } from '../area-context.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Whether a backup is due: there is something to lose, and the newest copy is a day old or there is none. */
export function isBackupDue({ store, now }: AreaContext): boolean {
  const last = store.lastBackupAt()
  if (last !== null && now() - last < DAY) return false
  return (store.read.value<number>('SELECT count(*) FROM articles') ?? 0) > 0
}

/**
 * Looks now and then whether a backup is due, first a minute after the start, when the window is up. A
 * failure is logged and tried again later: a full disk must not keep anyone from reading. Returns the way to stop.
 */
export function startDailyBackup(context: AreaContext, log: (line: string) => void): () => void {
  function backUpIfDue(): void {
    try {
      if (!isBackupDue(context)) return
      context.store.backUp()
      context.store.announce(['backup'], null)
    } catch (error) {
      log(`daily backup failed: ${error instanceof Error ? error.name : 'unknown'}`)
    }
  }
  const first = setTimeout(backUpIfDue, MINUTE)
  const later = setInterval(backUpIfDue, 30 * MINUTE)
  first.unref()
  later.unref()
  return () => {
    clearTimeout(first)
    clearInterval(later)
  }
}
