import type { ReactNode } from 'react'
import type { PairId } from '../../../shared/domain/ids.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { formatCount } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './align-counts.module.css'

/** How the alignment stands, in figures. */
export function AlignCounts({ pairId }: { readonly pairId: PairId }): ReactNode {
  const t = useT('aligning')
  const counts = useApiQuery('alignment.counts', { pairId }).data
  if (counts === undefined || counts.total === 0) return null
  const figures = [
    ['oneToOne', counts.oneToOne],
    ['other', counts.other],
    ['oneSided', counts.oneSided],
    ['verified', counts.verified],
    ['uncertain', counts.uncertain],
    ...(counts.review > 0 ? ([['review', counts.review]] as const) : []),
  ] as const
  return (
    <ul className={styles['counts']} aria-label={t('counts.label')}>
      {figures.map(([kind, count]) => (
        <li key={kind} data-kind={kind} data-some={count > 0 || undefined}>
          {t(`counts.${kind}`)} <b>{formatCount(count)}</b>
        </li>
      ))}
    </ul>
  )
}
