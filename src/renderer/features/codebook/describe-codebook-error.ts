import { ApiError } from '../../../shared/contract/client.ts'
import { getT } from '../../i18n/i18n.ts'

const REASONS = [
  'root',
  'name',
  'text',
  'nesting',
  'count',
  'columns',
  'empty',
  'xml',
  'entities',
  'quote',
] as const

/** Why a codebook's file is refused, in the user's words; null for a failure of another kind. */
export function describeCodebookError(error: unknown): string | null {
  if (!(error instanceof ApiError) || error.code !== 'corrupt_file') return null
  const reason = REASONS.find((each) => each === error.details['reason'])
  const { limit, line } = error.details
  return reason === undefined ? null : getT('codebook')(`import.problem.${reason}`, { limit, line })
}
