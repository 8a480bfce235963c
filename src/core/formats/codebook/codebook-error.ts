import { DuizhaoError } from '../../../shared/domain/error.ts'

/** Why a codebook's file is refused. */
export type CodebookProblem = 'root' | 'name' | 'text' | 'nesting' | 'count' | 'columns' | 'empty'

/**
 * The error for a file that is no codebook, or one that can't be kept.
 *
 * @param message what is wrong and where, and what to do
 */
export function codebookError(
  reason: CodebookProblem,
  message: string,
  details: Record<string, string | number> = {},
): DuizhaoError {
  return new DuizhaoError('corrupt_file', `${message} Nothing was imported.`, { reason, ...details })
}
