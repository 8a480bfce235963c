import { DuizhaoError } from '../../shared/domain/error.ts'
import { MAX_TEXT_BYTES } from '../../shared/domain/text-limit.ts'

/**
 * Refuses a text file that is too large to be read at once.
 *
 * @param byteLength the file's size in bytes, as the file system or the upload tells it
 * @throws DuizhaoError `too_large`; the message says the limit and what to do
 */
export function assertTextSize(byteLength: number): void {
  if (byteLength <= MAX_TEXT_BYTES) return
  const limit = MAX_TEXT_BYTES / (1024 * 1024)
  const size = Math.ceil(byteLength / (1024 * 1024))
  throw new DuizhaoError(
    'too_large',
    `The file has ${size} MB; text files of up to ${limit} MB can be read. Split it, for example by chapter, and import the parts.`,
    { limitMegabytes: limit, sizeMegabytes: size },
  )
}
