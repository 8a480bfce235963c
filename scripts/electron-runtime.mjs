import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inProject, projectNode } from './project.mjs'
import { runLimited } from './run-process.mjs'

const FOLDER = inProject('node_modules', 'electron')
const ATTEMPT = inProject('node_modules', '.cache', 'duizhao', 'electron-attempt')
const LIMIT_MS = 60_000
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000

/** The Electron executable, or null. Asks the files: requiring the package would start a download. */
export function electronPath() {
  try {
    const path = join(FOLDER, 'dist', readFileSync(join(FOLDER, 'path.txt'), 'utf8').trim())
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** Why an Electron window can't open here, as a sentence; null when it can. */
export function electronObstacle() {
  if (process.platform !== 'linux') return null
  if (process.getuid() === 0) {
    return 'Electron does not run as root without giving up its sandbox, so Duizhao opens in a browser instead.'
  }
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return 'There is no screen here for a window, so Duizhao starts for a browser instead.'
  }
  return null
}

/** Finds the Electron executable, fetching it first where that is possible within a minute. */
export async function obtainElectron() {
  const present = electronPath()
  if (present !== null) return present
  if (!failedLately()) {
    console.log('Fetching the Electron runtime, for at most a minute …')
    const fetched = await runLimited(projectNode(), [join(FOLDER, 'install.js')], LIMIT_MS)
    if (fetched && electronPath() !== null) {
      rmSync(ATTEMPT, { force: true })
      return electronPath()
    }
    mkdirSync(dirname(ATTEMPT), { recursive: true })
    writeFileSync(ATTEMPT, '')
  }
  return null
}

function failedLately() {
  const failedAt = statSync(ATTEMPT, { throwIfNoEntry: false })?.mtimeMs
  return failedAt !== undefined && Date.now() - failedAt < RETRY_AFTER_MS
}
