import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { mediaTypeOf } from './media-types.ts'
import { staticPath } from './static-path.ts'

export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
}

/** Reads the file below `root` that a URL's path names; null for everything else. */
export async function readStaticFile(root: string, urlPath: string): Promise<StaticFile | null> {
  const relative = staticPath(urlPath)
  if (relative === null) return null
  try {
    const realRoot = await realpath(root)
    // Links are followed before the check, so that one inside the folder can't lead out of it.
    const path = await realpath(join(realRoot, relative))
    if (!path.startsWith(realRoot + sep)) return null
    if (!(await stat(path)).isFile()) return null
    return { bytes: new Uint8Array(await readFile(path)), mediaType: mediaTypeOf(path) }
  } catch (error) {
    if (isAbsence(error)) return null
    throw error
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG'
}
