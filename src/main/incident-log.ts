import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const LONGEST = 1024 * 1024

/** A log file for incidents, readable by its owner only; what is older than a megabyte ago goes. */
export function openIncidentLog(path: string): (line: string) => void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  return (line) => {
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LONGEST) renameSync(path, `${path}.old`)
      appendFileSync(path, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 })
    } catch {
      // A full disk must not turn an incident into a crash.
    }
  }
}
