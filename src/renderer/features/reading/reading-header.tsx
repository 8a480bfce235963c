import type { ReactNode } from 'react'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import { formatLanguage } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { HeaderTitle } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { LookPopover } from './look-popover.tsx'
import type { ReadingLayout } from './reading-layout.ts'
import styles from './reading-header.module.css'

export interface ReadingHeaderProps {
  /** The pair's reading, or the article's. */
  readonly reading: Reading
  readonly sides: readonly [Side, Side]
  readonly mode: ReadingLayout
  readonly onMode: (mode: ReadingLayout) => void
  /** The side that is read alone. */
  readonly singleSide: Side
  readonly onSingleSide: (side: Side) => void
  /** Stands between the way of reading and the find box. */
  readonly tools: ReactNode
  readonly find: ReactNode
  /** Stands at the very end. */
  readonly end: ReactNode
}

/** What is read and how: titles, the way of reading, the find box. */
export function ReadingHeader(props: ReadingHeaderProps): ReactNode {
  const t = useT('reading')
  const { reading, sides, mode } = props
  const articles = sides.flatMap((side) => {
    const article = side === 'left' ? reading.left : reading.right
    return article === null ? [] : [{ side, article }]
  })
  const [first, second] = articles
  const modes = (['facing', 'stacked', 'single'] as const).map((value) => ({
    value,
    label: t(`mode.${value}`),
  }))

  return (
    <>
      <div className={styles['titles']}>
        <HeaderTitle
          title={<TitleOf article={first?.article} />}
          {...(second === undefined ? {} : { detail: <TitleOf article={second.article} /> })}
        />
      </div>
      <div className={styles['tools']}>
        {articles.length > 1 && mode === 'single' && (
          <Segmented
            label={t('mode.side')}
            value={props.singleSide}
            options={articles.map(({ side, article }) => ({
              value: side,
              label: formatLanguage(article.language),
            }))}
            onChange={props.onSingleSide}
          />
        )}
        {articles.length > 1 && (
          <>
            <span className={styles['modes']}>
              <Segmented label={t('mode.label')} value={mode} options={modes} onChange={props.onMode} />
            </span>
            <span className={styles['modesInShort']}>
              <Select quiet label={t('mode.label')} value={mode} options={modes} onChange={props.onMode} />
            </span>
          </>
        )}
        {props.tools}
        {props.find}
        <LookPopover paired={articles.length > 1} />
        {props.end}
      </div>
    </>
  )
}

/** A title, whole also where there is only room for its beginning. */
function TitleOf({ article }: { readonly article: Reading['left'] | undefined }): ReactNode {
  return (
    <span lang={article?.language} title={article?.title}>
      {article?.title}
    </span>
  )
}
