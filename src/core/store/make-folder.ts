import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it, for this user alone. (Node's own `recursive` never returns where the
 * system answers ENOENT for a folder that may not be made, as below `/proc`.)
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' && dirname(path) !== path) {
      makeFolder(dirname(path))
      mkdirSync(path, { mode: 0o700 })
    } else if (code !== 'EEXIST' || !statSync(path).isDirectory()) {
      throw error
    }
  }
}
