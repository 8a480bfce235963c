import type { ReactNode } from 'react'
import type { Outcome } from '../../../shared/contract/schemas/revision.ts'
import { formatCount } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './dialogs.module.css'

/** What becomes of the highlights and links, in three figures. */
export function OutcomeFigures({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const t = useT('revising')
  // What was in doubt already is not listed anew.
  const known = outcome.moved + outcome.lost - outcome.doubts.length
  return (
    <>
      <dl className={styles['figures']} aria-label={t('outcome.label')}>
        {(['ok', 'moved', 'lost'] as const).map((state) => (
          <div key={state} data-state={outcome[state] > 0 ? state : 'none'}>
            <dt>{t(`outcome.${state}`)}</dt>
            <dd>{formatCount(outcome[state])}</dd>
          </div>
        ))}
      </dl>
      {known > 0 && <p className={styles['hint']}>{t('outcome.known', { count: known })}</p>}
    </>
  )
}
