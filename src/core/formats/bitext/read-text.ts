import { DuizhaoError } from '../../../shared/domain/error.ts'
import { assertReadable, chooseEncoding } from '../decode-bytes.ts'
import type { BitextBuilder } from './bitext-builder.ts'

/** Below this an encoding is worth a warning. */
const ENCODING_SURE = 0.8

export interface RawText {
  /** As it stands in the file, control characters and line ends included. */
  readonly text: string
  readonly encoding: string
}

/**
 * A whole text file of rows or of JSON. Not cleaned: what was written beside a text counts its characters.
 * Throws as the decoder does, and `corrupt_file` for an empty file.
 */
export function readText(bytes: Uint8Array, builder: BitextBuilder): RawText {
  const { encoding, confidence } = chooseEncoding(bytes)
  const decoded = new TextDecoder(encoding).decode(bytes)
  const text = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded
  const replaced = text.split('\ufffd').length - 1
  assertReadable(replaced, text.length)
  if (text.trim() === '') {
    throw new DuizhaoError('corrupt_file', 'The file is empty: it holds no text. Nothing was imported.', {
      reason: 'empty',
    })
  }
  if (replaced > 0) builder.warn('replaced-characters', String(replaced))
  if (confidence < ENCODING_SURE) builder.warn('encoding-uncertain', encoding)
  return { text, encoding }
}
