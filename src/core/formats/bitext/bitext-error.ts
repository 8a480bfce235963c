import { DuizhaoError } from '../../../shared/domain/error.ts'

/** Why a file of aligned texts is refused; the page has a sentence for each. */
export type BitextProblem =
  | 'empty'
  | 'xml'
  | 'entities'
  | 'nesting'
  | 'root'
  | 'json'
  | 'json-format'
  | 'json-version'
  | 'beads'
  | 'quote'
  | 'table'
  | 'numeric-ladder'
  | 'no-units'
  | 'one-language'

/**
 * The error for a file that cannot become a pair.
 *
 * @param message what is wrong and where; what to do follows it
 * @param details `line` and `column` (from 1), names and numbers, never text of the file
 */
export function bitextError(
  reason: BitextProblem,
  message: string,
  details: Record<string, string | number> = {},
): DuizhaoError {
  return new DuizhaoError('corrupt_file', `${message} Nothing was imported.`, { reason, ...details })
}
