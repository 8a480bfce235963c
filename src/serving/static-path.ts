import { posix } from 'node:path'

const INDEX = 'index.html'

/**
 * The relative path of the file that a URL's path names, or null when it may name none. Pure: whether the
 * file exists is asked later. `urlPath` is as it came over the wire, still percent-encoded.
 */
export function staticPath(urlPath: string): string | null {
  if (!urlPath.startsWith('/')) return null
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  // Decoded once; what still looks encoded is a double encoding, and none of our files has a `%`.
  if (/[\0\\%:]/u.test(decoded)) return null
  const relative = decoded.slice(1)
  if (relative === '') return INDEX
  const steps = relative.split('/')
  // Covers `.`, `..`, dotfiles, and the empty steps of `//server/share`.
  if (steps.some((step) => step === '' || step.startsWith('.'))) return null
  return posix.join(...steps)
}
