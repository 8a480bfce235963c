/** Every way in which a call may fail. The renderer and the command line switch over it exhaustively. */
export const ERROR_CODES = [
  'invalid_input',
  'not_found',
  'conflict',
  'unsupported_format',
  'corrupt_file',
  'too_large',
  'cancelled',
  'store_full',
  'store_corrupt',
  'store_from_future',
  'store_in_use',
  'store_unavailable',
  'forbidden',
  'unknown_method',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * An expected failure with a code a program can switch on and a sentence a person can act on.
 * Anything else that is thrown is a fault of ours and leaves the core as `internal`.
 */
export class DuizhaoError extends Error {
  override readonly name = 'DuizhaoError'
  readonly code: ErrorCode
  /** Small facts for a translated message: names and numbers, never document text. */
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: ErrorCode, message: string, details: Record<string, string | number> = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}

/** For the `default` of a switch over a closed union: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`)
}
