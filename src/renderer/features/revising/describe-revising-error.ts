import { ApiError } from '../../../shared/contract/client.ts'
import { conflictReason } from '../../../shared/domain/conflict-reason.ts'
import { describeError, type Explanation } from '../../i18n/describe-error.ts'
import { getT } from '../../i18n/i18n.ts'

/** Why a text could not be brought up to date or restored. */
export function describeRevisingError(error: unknown): Explanation {
  const t = getT('revising')
  if (error instanceof ApiError && error.code === 'conflict') {
    if (conflictReason(error.details) === 'locked')
      return { title: t('locked.title'), todo: t('locked.todo') }
  }
  if (error instanceof ApiError && error.code === 'unsupported_format')
    return { title: t('unsupported.title'), todo: t('unsupported.todo') }
  return describeError(error)
}
