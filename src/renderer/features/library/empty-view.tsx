import type { ReactNode } from 'react'
import { goToLibrary } from '../../data/route.ts'
import type { LibraryView } from '../../data/route-format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { clearFilter } from './library-state.ts'

export interface EmptyViewProps {
  readonly view: LibraryView
  readonly isFiltered: boolean
  readonly isTag: boolean
}

/** In place of a list without rows: why, and what to do next. */
export function EmptyView({ view, isFiltered, isTag }: EmptyViewProps): ReactNode {
  const t = useT('library')
  if (isFiltered) {
    return (
      <EmptyState
        title={t('filter.noneTitle')}
        actions={<Button onClick={clearFilter}>{t('filter.clear')}</Button>}
      >
        {t('filter.none')}
      </EmptyState>
    )
  }
  const toAll = <Button onClick={() => goToLibrary('all')}>{t('empty.toAll')}</Button>
  if (isTag) {
    return (
      <EmptyState title={t('empty.tagTitle')} actions={toAll}>
        {t('empty.tag')}
      </EmptyState>
    )
  }
  if (view === 'all') return null
  return (
    <EmptyState
      title={t(`empty.${view}Title`)}
      actions={
        view === 'pairs' ? (
          <Button onClick={() => goToLibrary('unpaired')}>{t('empty.toUnpaired')}</Button>
        ) : (
          toAll
        )
      }
    >
      {t(`empty.${view}`)}
    </EmptyState>
  )
}
