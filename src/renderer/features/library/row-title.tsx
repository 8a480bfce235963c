import type { ReactNode } from 'react'
import type { ArticleSummary } from '../../../shared/contract/schemas/article.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './row.module.css'

/** A title in the face of its language, with date, place and source below. */
export function RowTitle({ article }: { readonly article: ArticleSummary }): ReactNode {
  const t = useT('library')
  const { title, titleGuessed, language, date, place, source } = article
  const facts = [place, source].filter((fact) => fact !== null)
  return (
    <div className={styles['text']}>
      <div className={styles['title']} lang={language} data-face="text" title={title}>
        {title}
      </div>
      <div className={styles['meta']}>
        {date !== null && <time dateTime={date}>{date}</time>}
        {date !== null && facts.length > 0 && ' · '}
        {facts.length > 0 && <span lang={language}>{facts.join(' · ')}</span>}
        {titleGuessed && <em className={styles['guessed']}>{t('row.titleGuessed')}</em>}
      </div>
    </div>
  )
}
