import type { ReactNode } from 'react'
import type { EnvelopeError } from '../../../shared/contract/envelope.ts'
import { describeEnvelopeError } from '../../i18n/describe-error.ts'
import { useT } from '../../i18n/i18n.ts'
import { importing } from '../../i18n/zh-Hans/importing.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './draft-detail.module.css'

export interface DraftFailureProps {
  readonly name: string
  readonly error: EnvelopeError
}

type Problem = keyof (typeof importing)['bitext']['problem']

/** Why a file could not be read, and where in it, if that is known. */
export function DraftFailure({ name, error }: DraftFailureProps): ReactNode {
  const t = useT('importing')
  const { title, todo } = describeEnvelopeError(error)
  const { reason } = error.details
  return (
    <div className={styles['detail']}>
      {isProblem(reason) ? (
        <EmptyState title={t('bitext.refused')}>
          <p>{name}</p>
          <p>{t(`bitext.problem.${reason}`, { ...error.details })}</p>
        </EmptyState>
      ) : (
        <EmptyState title={title}>
          <p>{name}</p>
          <p>{todo}</p>
        </EmptyState>
      )}
    </div>
  )
}

function isProblem(reason: string | number | undefined): reason is Problem {
  return typeof reason === 'string' && Object.hasOwn(importing.bitext.problem, reason)
}
