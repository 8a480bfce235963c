import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { ArticleSummary } from '../../../shared/contract/schemas/article.ts'
import type { ArticleId } from '../../../shared/domain/ids.ts'
import { formatLanguage } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { TextField } from '../../ui/text-field.tsx'
import styles from './article-picker.module.css'
import { articleRow } from './library-row.ts'
import { matchesText } from './arrange-rows.ts'
import { RowTitle } from './row-title.tsx'

const ROW_HEIGHT = 62

export interface ArticlePickerProps {
  readonly articles: readonly ArticleSummary[]
  /** Articles likely to belong to this one come first: of another language, of about the same date. */
  readonly near: ArticleSummary
  readonly onPick: (articleId: ArticleId) => void
}

export function ArticlePicker({ articles, near, onPick }: ArticlePickerProps): ReactNode {
  const t = useT('library')
  const [text, setText] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const shown = useMemo(
    () =>
      articles
        .filter((article) => matchesText(articleRow(article), text))
        .toSorted((a, b) => distance(a, near) - distance(b, near)),
    [articles, near, text],
  )
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  })

  if (articles.length === 0) return <p>{t('pair.none')}</p>
  return (
    <>
      <TextField
        label={t('pair.search')}
        labelUnseen
        type="search"
        placeholder={t('pair.search')}
        value={text}
        onChange={setText}
      />
      <div ref={scroller} className={styles['scroller']}>
        {shown.length === 0 && <p className={styles['none']}>{t('pair.noMatch')}</p>}
        <ul style={{ height: virtualizer.getTotalSize() }} className={styles['list']}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const article = shown[index]
            if (article === undefined) return null
            return (
              <li key={article.id} className={styles['item']} style={{ transform: `translateY(${start}px)` }}>
                <button type="button" className={styles['button']} onClick={() => onPick(article.id)}>
                  <RowTitle article={article} />
                  <span className={styles['language']}>{formatLanguage(article.language)}</span>
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </>
  )
}

/** Smaller for what is likelier to be the counterpart. */
function distance(article: ArticleSummary, near: ArticleSummary): number {
  const sameLanguage = article.language === near.language ? 4 : 0
  const otherDate = article.date !== null && article.date === near.date ? 0 : 2
  const paired = article.pairIds.length > 0 ? 1 : 0
  return sameLanguage + otherDate + paired
}
