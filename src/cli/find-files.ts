import { readdir, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { DuizhaoError } from '../shared/domain/error.ts'

/** Extensions that are taken from a folder. A file that is named itself is always tried. */
const SUPPORTED: ReadonlySet<string> = new Set([
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.tmx',
  '.xlf',
  '.xliff',
  '.sdlxliff',
  '.mqxliff',
  '.mxliff',
  '.csv',
  '.tsv',
  '.ladder',
])

export interface FoundFiles {
  readonly files: readonly string[]
  /** What stands in a folder and is not taken: other formats, links to folders. */
  readonly skipped: readonly string[]
}

/**
 * The files that paths stand for: themselves, or what is in them and below, in a fixed order. Hidden files
 * are passed over. Throws `not_found` or `forbidden` for a path that can't be read.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files: string[] = []
  const skipped: string[] = []
  for (const path of paths) await look(path, true, files, skipped)
  const byPlace = new Map(files.map((path) => [resolve(path), path]))
  return { files: [...byPlace.values()], skipped }
}

async function look(path: string, isNamed: boolean, files: string[], skipped: string[]): Promise<void> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) {
      const entries = await readdir(path, { withFileTypes: true })
      for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        if (entry.name.startsWith('.')) continue
        const inside = join(path, entry.name)
        // A link to a folder could lead in a circle.
        if (entry.isSymbolicLink() && (await stat(inside).catch(() => null))?.isFile() !== true)
          skipped.push(inside)
        else await look(inside, false, files, skipped)
      }
    } else if (isNamed || (found.isFile() && SUPPORTED.has(extname(path).toLowerCase()))) {
      files.push(path)
    } else {
      skipped.push(path)
    }
  } catch (error) {
    throw explain(error, path)
  }
}

function explain(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new DuizhaoError('not_found', `There is no file or folder ${path}.`)
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new DuizhaoError(
      'forbidden',
      `You may not read ${path}. Change its permissions or copy it elsewhere.`,
    )
  }
  return error
}
