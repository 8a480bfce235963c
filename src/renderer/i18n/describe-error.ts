import { ApiError } from '../../shared/contract/client.ts'
import type { EnvelopeError } from '../../shared/contract/envelope.ts'
import { assertNever, type ErrorCode } from '../../shared/domain/error.ts'
import { getT } from './i18n.ts'

/** What happened; that nothing was lost, and what to do. */
export interface Explanation {
  readonly title: string
  readonly todo: string
}

/** A failure in the user's words. */
export function describeError(error: unknown): Explanation {
  if (error instanceof ApiError) return explain(error.code, error.incidentId, error.details)
  const t = getT('errors')
  return { title: t('unknown.title'), todo: t('unknown.todo') }
}

/** A failure that came as a value: of a job, of a file that could not be read. */
export function describeEnvelopeError(error: EnvelopeError): Explanation {
  return explain(error.code, error.incidentId ?? null, error.details)
}

function explain(
  code: ErrorCode,
  incidentId: string | null,
  { reason }: EnvelopeError['details'],
): Explanation {
  const t = getT('errors')
  switch (code) {
    case 'invalid_input':
    case 'not_found':
    case 'conflict':
    case 'unsupported_format':
    case 'too_large':
    case 'cancelled':
    case 'store_full':
    case 'store_corrupt':
    case 'store_from_future':
    case 'store_in_use':
    case 'store_unavailable':
    case 'forbidden':
    case 'unknown_method':
      return { title: t(`${code}.title`), todo: t(`${code}.todo`) }
    case 'corrupt_file':
      // There is nothing to get again of a file that never held a word.
      return reason === 'empty'
        ? { title: t('empty_file.title'), todo: t('empty_file.todo') }
        : { title: t('corrupt_file.title'), todo: t('corrupt_file.todo') }
    case 'internal':
      return { title: t('internal.title'), todo: t('internal.todo', { incident: incidentId ?? '—' }) }
    default:
      return assertNever(code)
  }
}
