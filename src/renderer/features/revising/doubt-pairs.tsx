import type { ReactNode } from 'react'
import type { DoubtfulAnchor } from '../../../shared/contract/schemas/revision.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './dialogs.module.css'
import { doubtKey, doubtState } from './doubt-state.ts'
import { QuoteBefore, QuoteNow } from './doubt-text.tsx'

const MOST = 200

/** What would be in doubt: the old text beside the new one. */
export function DoubtPairs({
  doubts,
  language,
}: {
  readonly doubts: readonly DoubtfulAnchor[]
  readonly language: string
}): ReactNode {
  const t = useT('revising')
  return (
    <>
      <table className={styles['pairs']}>
        <thead>
          <tr>
            <th scope="col">{t('doubt.state')}</th>
            <th scope="col">{t('doubt.before')}</th>
            <th scope="col">{t('doubt.after')}</th>
          </tr>
        </thead>
        <tbody>
          {doubts.slice(0, MOST).map((doubt) => (
            <tr key={doubtKey(doubt)}>
              <td className={styles['state']} data-state={doubtState(doubt)}>
                {t(`doubt.${doubtState(doubt)}`)}
              </td>
              <td lang={language}>
                <QuoteBefore doubt={doubt} />
              </td>
              <td lang={doubt.state === 'lost' ? undefined : language}>
                <QuoteNow doubt={doubt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {doubts.length > MOST && (
        <p className={styles['hint']}>{t('doubt.more', { count: doubts.length - MOST })}</p>
      )}
    </>
  )
}
