import { readFile, stat } from 'node:fs/promises'
import { DuizhaoError } from '../../shared/domain/error.ts'
import { assertTextSize } from '../formats/text-limit.ts'
import type { GrantedSource } from '../grants.ts'

/**
 * The bytes of a granted file. Throws `too_large` (before reading), `not_found`, `forbidden` or
 * `unsupported_format` for what is no file.
 */
export async function readSource(source: GrantedSource): Promise<Uint8Array> {
  if (source.kind === 'bytes') {
    assertTextSize(source.bytes.byteLength)
    return source.bytes
  }
  try {
    const found = await stat(source.path)
    if (!found.isFile())
      throw new DuizhaoError('unsupported_format', 'This is not a file. Choose a text file.')
    assertTextSize(found.size)
    return new Uint8Array(await readFile(source.path))
  } catch (error) {
    throw explainFileError(error)
  }
}

function explainFileError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new DuizhaoError('not_found', 'The file does not exist (any more). Check its name and place.')
    case 'EACCES':
    case 'EPERM':
      return new DuizhaoError(
        'forbidden',
        'You may not read this file. Change its permissions or copy it elsewhere.',
      )
    default:
      return error
  }
}
