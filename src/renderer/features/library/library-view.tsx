import { useMemo, useRef, type ReactNode } from 'react'
import type { TagId } from '../../../shared/domain/ids.ts'
import type { LibraryView as View } from '../../data/route-format.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { describeError } from '../../i18n/describe-error.ts'
import { nameOrder } from '../../i18n/format.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { filterRows, languagesOf, sortRows } from './arrange-rows.ts'
import { EmptyView } from './empty-view.tsx'
import { FirstStart } from './first-start.tsx'
import { LibraryHeading } from './library-heading.tsx'
import { LibraryList } from './library-list.tsx'
import { useLibraryState } from './library-state.ts'
import { LibraryToolbar } from './library-toolbar.tsx'
import styles from './library-view.module.css'
import { SelectionBar } from './selection-bar.tsx'
import { useLibraryActions } from './use-library-actions.ts'
import { useLibraryRows } from './use-library-rows.ts'

export interface LibraryViewProps {
  readonly view: View
  readonly tagId: TagId | null
  readonly onImport: () => void
  readonly onPaste: () => void
}

/** The list of the library under its heading, or what stands there instead. */
export function LibraryView({ view, tagId, onImport, onPaste }: LibraryViewProps): ReactNode {
  const shell = useT('shell')
  const language = useUiLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, isPending, error, retry } = useLibraryRows(view, tagId)
  const info = useApiQuery('library.info', {}).data
  const text = useLibraryState((state) => state.text)
  const languageFilter = useLibraryState((state) => state.language)
  const sort = useLibraryState((state) => state.sort)
  const selected = useLibraryState((state) => state.selected)
  const actions = useLibraryActions()

  const sortable = view !== 'recent' && view !== 'removed'
  const shown = useMemo(() => {
    const filtered = filterRows(rows, { text, language: languageFilter })
    return sortable ? sortRows(filtered, sort, nameOrder()) : filtered
    // The order of names follows the language of the interface.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rows, text, languageFilter, sort, sortable, language])

  if (error !== null) {
    const { title, todo } = describeError(error)
    return (
      <div className={styles['scroller']}>
        <EmptyState title={title} actions={<Button onClick={retry}>{shell('action.retry')}</Button>}>
          {todo}
        </EmptyState>
      </div>
    )
  }
  if (info?.articleCount === 0 && view !== 'removed' && !isPending && rows.length === 0) {
    return (
      <div className={styles['scroller']}>
        <FirstStart onImport={onImport} onPaste={onPaste} />
      </div>
    )
  }
  const isFiltered = text !== '' || languageFilter !== ''
  return (
    <>
      <div ref={scroller} className={styles['scroller']}>
        <LibraryHeading view={view} tagId={tagId} />
        {(rows.length > 0 || isFiltered) && (
          <LibraryToolbar languages={languagesOf(rows)} sortable={sortable} />
        )}
        {shown.length === 0 && !isPending && (
          <EmptyView view={view} isFiltered={isFiltered} isTag={tagId !== null} />
        )}
        {shown.length > 0 && <LibraryList rows={shown} actions={actions} scroller={scroller} />}
        <div className={styles['foot']} />
      </div>
      <SelectionBar rows={shown.filter(({ id }) => selected.has(id))} actions={actions} />
    </>
  )
}
