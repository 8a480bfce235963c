import { createAccessToken } from './access-token.ts'

/** Long enough for a slow machine to start a browser. */
const LIFETIME_MS = 60_000

export interface OpeningCodes {
  /** A fresh code. */
  issue(): string
  /** Whether a code may be exchanged for the token now; it never may again. */
  redeem(code: string): boolean
}

/**
 * Codes to open the page with, each good once and not for long. The address a browser is started with
 * stands in the list of processes, which every user of the machine can read: the token must not.
 */
export function createOpeningCodes(now: () => number = Date.now): OpeningCodes {
  const expiries = new Map<string, number>()
  return {
    issue() {
      const code = createAccessToken()
      expiries.set(code, now() + LIFETIME_MS)
      return code
    },
    redeem(code) {
      const expiry = expiries.get(code)
      expiries.delete(code)
      return expiry !== undefined && now() < expiry
    },
  }
}
