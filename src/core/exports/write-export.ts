import { randomBytes } from 'node:crypto'
import { lstat, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ExportedFile } from '../../shared/export/export-model.ts'
import { numberedName } from '../../shared/export/file-name.ts'
import { isEarlierExport, mergeManaged } from '../../shared/export/merge-managed.ts'
import { bytesOf } from './zip-files.ts'

/** What stands at a path already. `foreign` is anything we must not touch; `same` needs no writing. */
type Occupant =
  | { readonly kind: 'none' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'same' }
  | { readonly kind: 'ours'; readonly content: string; readonly fresh: string }

/**
 * Writes files below a folder and tells what they are called there and what they hold. An earlier Markdown
 * export of the same thing is brought up to date (what the user wrote in it stays); any other file keeps its
 * place, an earlier export in another format too, since someone may have worked in it, and ours goes beside
 * it under a numbered name. Each file is there whole or not at all; what is
 * the same already is not touched. Throws `forbidden` where we may not write, `store_full` on a full disk.
 */
export async function writeExport(
  directory: string,
  files: readonly ExportedFile[],
): Promise<ExportedFile[]> {
  try {
    const written: ExportedFile[] = []
    for (const file of files) written.push(await writeOne(directory, file))
    return written
  } catch (error) {
    throw explainWriteError(error, directory)
  }
}

async function writeOne(directory: string, file: ExportedFile): Promise<ExportedFile> {
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? file.path : numberedName(file.path, number)
    const target = join(directory, ...path.split('/'))
    const occupant = await occupantOf(target, file)
    switch (occupant.kind) {
      case 'foreign':
        continue
      case 'same':
        return { path, content: file.content }
      case 'none':
        await writeWhole(target, file.content)
        return { path, content: file.content }
      case 'ours': {
        const content = mergeManaged(occupant.content, occupant.fresh)
        if (content !== occupant.content) await writeWhole(target, content)
        return { path, content }
      }
    }
  }
}

async function occupantOf(target: string, { path, content: fresh }: ExportedFile): Promise<Occupant> {
  try {
    const entry = await lstat(target)
    if (!entry.isFile()) return { kind: 'foreign' }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'none' }
    throw error
  }
  const bytes = await readFile(target)
  if (bytes.equals(bytesOf({ content: fresh }))) return { kind: 'same' }
  if (typeof fresh !== 'string' || !path.endsWith('.md')) return { kind: 'foreign' }
  try {
    // Bytes that aren't UTF-8 would not come back as they were.
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return isEarlierExport(content, fresh) ? { kind: 'ours', content, fresh } : { kind: 'foreign' }
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'foreign' }
    throw error
  }
}

/** A new file beside the target, safely on the disk, then given the target's name. */
async function writeWhole(target: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(target))
  const unfinished = join(dirname(target), `.duizhao-${randomBytes(8).toString('hex')}.unfinished`)
  try {
    const handle = await open(unfinished, 'wx')
    try {
      await handle.writeFile(content, 'utf8')
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/**
 * Makes a folder and those above it. (Node's own `recursive` never returns where the system answers ENOENT
 * for a folder that may not be made, as below `/proc`.)
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(path) !== path) {
      await makeFolder(dirname(path))
      await mkdir(path)
    } else if (codeOf(error) !== 'EEXIST' || !(await stat(path)).isDirectory()) {
      throw error
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function explainWriteError(error: unknown, directory: string): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new DuizhaoError(
        'store_full',
        'The disk is full. Free some space and export again; no file is half written.',
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new DuizhaoError('forbidden', `You may not write to ${directory}. Choose another folder.`)
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
      return new DuizhaoError(
        'invalid_input',
        `${directory} is not a folder and cannot be made one. Choose another.`,
      )
    default:
      return error
  }
}
