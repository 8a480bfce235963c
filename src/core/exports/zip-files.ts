import { zipSync, type Zippable } from 'fflate'
import type { ExportedFile } from '../../shared/export/export-model.ts'

/**
 * The files as a zip archive, the same bytes whenever and wherever it is made. The format stores local
 * times from 1980 on, so the one moment used for all of them is a local one.
 */
export function zipFiles(files: readonly ExportedFile[]): Uint8Array {
  const mtime = new Date(1980, 0, 1, 0, 0, 0)
  const entries: Zippable = Object.fromEntries(files.map((file) => [file.path, bytesOf(file)]))
  return zipSync(entries, { mtime, level: 6 })
}

/** A file as it is on a disk. */
export function bytesOf({ content }: Pick<ExportedFile, 'content'>): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
