import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { DuizhaoError } from '../shared/domain/error.ts'

/** Writes a file whole or not at all; what is there stays unless it is the same or may be replaced. */
export async function writeOneFile(path: string, bytes: Buffer, mayReplace: boolean): Promise<void> {
  const existing = await readFile(path).catch(() => null)
  if (existing?.equals(bytes) === true) return
  if (!mayReplace && (await stat(path).catch(() => null)) !== null) {
    throw new DuizhaoError(
      'conflict',
      `${path} is there already and holds something else. Give another name, or add --force to replace it.`,
    )
  }
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.unfinished`
  try {
    await writeFile(unfinished, bytes, { flag: 'wx' })
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new DuizhaoError('invalid_input', `${path} cannot be written${reason}. Choose another place.`)
  }
}
