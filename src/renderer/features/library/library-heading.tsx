import type { ReactNode } from 'react'
import type { TagId } from '../../../shared/domain/ids.ts'
import { navigate, openReading } from '../../data/route.ts'
import type { LibraryView } from '../../data/route-format.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import styles from './library-heading.module.css'

export interface LibraryHeadingProps {
  readonly view: LibraryView
  readonly tagId: TagId | null
}

/** Above the list: where reading was left, or what the list is of. */
export function LibraryHeading({ view, tagId }: LibraryHeadingProps): ReactNode {
  const t = useT('library')
  if (tagId !== null) return <TagHeading tagId={tagId} />
  if (view === 'all') return <LastRead />
  return <h2 className={styles['title']}>{t(`views.${view}`)}</h2>
}

function LastRead(): ReactNode {
  const t = useT('library')
  const recent = useApiQuery('reader.recent', { limit: 1 })
  const last = recent.data?.[0]
  if (last === undefined) return <h2 className={styles['title']}>{t('views.all')}</h2>
  const { target, title, rowIndex, at } = last
  return (
    <div>
      <h2 className={styles['title']}>{t('lastRead.title')}</h2>
      <button
        type="button"
        className={styles['line']}
        title={t('lastRead.open', { title })}
        onClick={() => openReading(target)}
      >
        {t('lastRead.line', { title, row: rowIndex + 1 })} · {formatMoment(at)}
      </button>
    </div>
  )
}

function TagHeading({ tagId }: { readonly tagId: TagId }): ReactNode {
  const t = useT('library')
  const tag = useApiQuery('tags.list', {}).data?.find(({ id }) => id === tagId)
  return (
    <div>
      <h2 className={styles['title']}>{t('tags.heading', { path: tag?.path ?? '…' })}</h2>
      <p className={styles['line']}>
        {tag !== undefined && t('tags.count', { count: tag.totalCount })}
        <Button
          tone="quiet"
          small
          onClick={() => navigate({ name: 'export', scope: { kind: 'tag', tagId } })}
        >
          {t('exportTag')}
        </Button>
      </p>
      {tag !== undefined && tag.description !== '' && (
        <p className={styles['description']}>{tag.description}</p>
      )}
    </div>
  )
}
