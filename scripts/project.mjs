import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A path inside the project. */
export const inProject = (...steps) => join(root, ...steps)

const ownNode = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * The Node to run the project's code with: its own, whichever the machine has. The store's binary crashes
 * without a word below 22, and sources run as they are from 24 only.
 */
export function projectNode() {
  if (existsSync(ownNode)) return ownNode
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(
    `Duizhao needs Node 24 and brings its own, but it is not installed (this is ${process.versions.node}). Run "npm ci" in ${root}.`,
  )
}

/** Throws a sentence to act on when the dependencies are missing or not those of the lock file. */
export function assertInstalled() {
  if (!existsSync(inProject('node_modules', '.package-lock.json'))) {
    throw new Error(`The dependencies are not installed. Run "npm ci" in ${root} first.`)
  }
  if (!existsSync(inProject('node_modules', 'better-sqlite3', 'package.json'))) {
    throw new Error(`A dependency is missing: better-sqlite3. Run "npm ci" in ${root} again.`)
  }
}

/** Whether what is installed is what the lock file asks for. */
export function isInstallCurrent() {
  try {
    const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(inProject('node_modules', '.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(
      // Packages for other platforms are in the one list and not in the other.
      ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
    )
  } catch {
    return false
  }
}

/** Runs a script's main function; an expected failure ends as one line, not as a stack. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
