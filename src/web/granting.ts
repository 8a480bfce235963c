import type { IncomingMessage } from 'node:http'

/** Carries a file's name, percent-encoded, because headers hold Latin-1 only. */
export const NAME_HEADER = 'x-file-name'

const NAME_LIMIT = 255

/** The plain file name of an upload; null when there is none or it is not one. */
export function uploadName(headers: IncomingMessage['headers']): string | null {
  const header = headers[NAME_HEADER]
  if (typeof header !== 'string') return null
  let name: string
  try {
    name = decodeURIComponent(header)
  } catch {
    return null
  }
  // A name is shown and its extension looked at; it never becomes a path, but it shall not look like one.
  const isPlain =
    name !== '' && name.length <= NAME_LIMIT && name !== '.' && name !== '..' && !/[/\\\p{Cc}]/u.test(name)
  return isPlain ? name : null
}
