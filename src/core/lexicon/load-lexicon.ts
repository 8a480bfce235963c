import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { Lexicon } from '../../shared/lexicon/lexicon.ts'
import { unpackLexicon } from '../../shared/lexicon/unpack-lexicon.ts'

/** The bundled lexicon's place below the folder of the program's resources. */
export const LEXICON_FILE = 'lexicon/zh-en.bin.br'

/** No lexicon unpacks to more; a larger one is a wrong file. */
const MOST_BYTES = 64 << 20

/**
 * The lexicon in a packed file (`resources/lexicon/zh-en.bin.br`). Takes about a quarter of a second and keeps
 * the thread busy, so workers call it, once. Throws `not_found` when there is no such file and `corrupt_file`
 * when it is no lexicon, is damaged or of another version.
 */
export function loadLexicon(path: string): Lexicon {
  return unpackLexicon(decompress(readPacked(path)))
}

/** The lexicon that `load` gives; null where it is missing, damaged or of another version. */
export function lexiconOrNone(load: () => Lexicon): Lexicon | null {
  try {
    return load()
  } catch (error) {
    if (error instanceof DuizhaoError) return null
    throw error
  }
}

function readPacked(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw new DuizhaoError(
      'not_found',
      'The dictionary that belongs to Duizhao is missing. Install Duizhao again, or run "npm ci" in its folder.',
    )
  }
}

function decompress(packed: Uint8Array): Uint8Array {
  try {
    return brotliDecompressSync(packed, { maxOutputLength: MOST_BYTES })
  } catch {
    throw new DuizhaoError(
      'corrupt_file',
      'The dictionary that belongs to Duizhao is damaged. Install Duizhao again.',
    )
  }
}
