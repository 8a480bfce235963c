import type { ReactNode } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import { formatPercent } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './bitext-preview.module.css'

export interface BitextPreviewProps {
  readonly rows: Output<'imports.draftRows'>['rows']
  /** How many there are in all. */
  readonly total: number
  readonly leftLanguage: string
  readonly rightLanguage: string
}

/** The first rows side by side. An empty cell is a bead of one side. */
export function BitextPreview({ rows, total, leftLanguage, rightLanguage }: BitextPreviewProps): ReactNode {
  const t = useT('importing')
  return (
    <section className={styles['preview']} aria-label={t('bitext.preview')}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>
          {rows.length < total ? t('bitext.firstRows', { shown: rows.length, total }) : t('bitext.allRows')}
        </caption>
        <colgroup>
          <col />
          <col />
          <col className={styles['stateColumn']} />
        </colgroup>
        <thead className={styles['unseen']}>
          <tr>
            <th scope="col">{t('bitext.left')}</th>
            <th scope="col">{t('bitext.right')}</th>
            <th scope="col">{t('bitext.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ left, right, confidence, status }, index) => (
            // Rows of a file have no names; they never change places.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <Side segments={left} language={leftLanguage} />
              <Side segments={right} language={rightLanguage} />
              <td className={styles['state']}>
                {status === 'verified'
                  ? t('bitext.isVerified')
                  : confidence === null
                    ? ''
                    : formatPercent(confidence)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Side({
  segments,
  language,
}: {
  readonly segments: readonly string[]
  readonly language: string
}): ReactNode {
  const t = useT('importing')
  if (segments.length === 0) return <td className={styles['none']}>{t('bitext.none')}</td>
  return (
    <td lang={language} data-face="text" className={styles['text']}>
      {segments.map((text, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={styles['segment']}>
          {text}
        </span>
      ))}
    </td>
  )
}
