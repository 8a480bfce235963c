import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from './project.mjs'

const STAMP = inProject('out', '.stamp')
const INPUTS = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** Whether `out` was built from what the sources are now. An installation without sources is always fresh. */
export function isBuildFresh() {
  if (!existsSync(inProject('src'))) return true
  const builtAt = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs
  return builtAt !== undefined && INPUTS.every((input) => newest(inProject(input)) <= builtAt)
}

/** Notes that `out` was built from the sources as they were at `startedAt`. */
export function stampBuild(startedAt) {
  mkdirSync(inProject('out'), { recursive: true })
  writeFileSync(STAMP, '')
  // The start, not the end: what was edited during the build is not in it.
  utimesSync(STAMP, startedAt / 1000, startedAt / 1000)
}

function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  // A folder's own time changes when a file is removed from it.
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stats.mtimeMs)
}
