import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A fresh secret of 256 bits, in characters that a URL fragment takes as they are. */
export function createAccessToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether an `Authorization` header carries the token. Takes the same time whatever was sent. */
export function isAuthorized(header: string | undefined, token: string): boolean {
  const given = header?.startsWith('Bearer ') === true ? header.slice('Bearer '.length) : ''
  // Digests are equally long, so that not even the length of a guess shows.
  return timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
