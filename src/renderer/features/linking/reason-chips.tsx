import type { ReactNode } from 'react'
import type { LinkReason } from '../../../shared/domain/link.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './passage.module.css'
import { scoreFigure } from './score-figure.ts'

const MOST = 6

/** Why two passages are thought to say the same (what they share, as it stands in each), and how surely. */
export function ReasonChips({
  reasons,
  score,
}: {
  readonly reasons: readonly LinkReason[]
  /** Null where a person has said otherwise. */
  readonly score: number | null
}): ReactNode {
  const t = useT('aligning')
  return (
    <ul className={styles['chips']}>
      {reasons.slice(0, MOST).map(({ kind, from, to }) => (
        <li
          key={`${kind} ${from} ${to}`}
          className={styles['chip']}
          data-kind={kind}
          title={t(`links.reason.${kind}`)}
        >
          {from === to ? from : `${from} · ${to}`}
        </li>
      ))}
      {reasons.length > MOST && <li className={styles['more']}>+{reasons.length - MOST}</li>}
      {score !== null && (
        <li className={styles['score']}>{t('links.score', { figure: scoreFigure(score) })}</li>
      )}
    </ul>
  )
}
