import type { CodebookEntry } from '../../../shared/domain/codebook-entry.ts'
import { DuizhaoError } from '../../../shared/domain/error.ts'
import { readCodebookTable } from './read-codebook-table.ts'
import { readQdc } from './read-qdc.ts'

/** A codebook has far less. */
export const MOST_CODEBOOK_BYTES = 16 * 1024 * 1024

/**
 * The tags of a codebook's file, parents before their children: REFI-QDA by its first character, else a table.
 *
 * @throws DuizhaoError `too_large`; `corrupt_file`, `unsupported_format` as the readers do
 */
export function readCodebook(bytes: Uint8Array): CodebookEntry[] {
  if (bytes.byteLength > MOST_CODEBOOK_BYTES) {
    const limitMegabytes = MOST_CODEBOOK_BYTES / (1024 * 1024)
    throw new DuizhaoError(
      'too_large',
      `The file is larger than a codebook can be (${limitMegabytes} MB). Choose the .qdc or .csv of a codebook.`,
      { limitMegabytes },
    )
  }
  // Also in UTF-16, where a NUL stands beside each character.
  const head = [...bytes.subarray(0, 256)].map((byte) => String.fromCharCode(byte)).join('')
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*</u.test(head)
    ? readQdc(bytes)
    : readCodebookTable(bytes)
}
