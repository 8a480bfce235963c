import { assertNever, type ErrorCode } from '../shared/domain/error.ts'

/**
 * What a script can tell from how a command ended. Settled:
 * 0 done · 1 a fault of ours, or cancelled · 2 the command line makes no sense, or a question could not be
 * asked · 3 not found · 4 bad input · 5 the library cannot be opened, read or written.
 */
export const EXIT = { ok: 0, fault: 1, usage: 2, notFound: 3, badInput: 4, library: 5 } as const

export function exitCodeOf(code: ErrorCode): number {
  switch (code) {
    case 'not_found':
      return EXIT.notFound
    case 'invalid_input':
    case 'conflict':
    case 'unsupported_format':
    case 'corrupt_file':
    case 'too_large':
    case 'forbidden':
      return EXIT.badInput
    case 'store_full':
    case 'store_corrupt':
    case 'store_from_future':
    case 'store_in_use':
    case 'store_unavailable':
      return EXIT.library
    case 'cancelled':
    case 'unknown_method':
    case 'internal':
      return EXIT.fault
    default:
      return assertNever(code)
  }
}
