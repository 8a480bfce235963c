import { useRef, type ReactNode } from 'react'
import { formatLanguage } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../ui/keys.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SORT_ORDERS } from './arrange-rows.ts'
import styles from './library-toolbar.module.css'
import { setFilter, useLibraryState } from './library-state.ts'

export interface LibraryToolbarProps {
  readonly languages: readonly string[]
  /** False where the rows have an order of their own. */
  readonly sortable: boolean
}

/** Filter by title and language, and sort. */
export function LibraryToolbar({ languages, sortable }: LibraryToolbarProps): ReactNode {
  const t = useT('library')
  const field = useRef<HTMLInputElement>(null)
  const text = useLibraryState((state) => state.text)
  const language = useLibraryState((state) => state.language)
  const sort = useLibraryState((state) => state.sort)
  useKeys(t('keys.group'), [
    { chord: 'Slash', id: 'library.filter', label: t('keys.filter'), run: () => field.current?.focus() },
  ])

  return (
    <div className={styles['toolbar']} role="search">
      <TextField
        ref={field}
        className={styles['text']}
        label={t('filter.text')}
        labelUnseen
        type="search"
        placeholder={t('filter.text')}
        value={text}
        onChange={(value) => setFilter({ text: value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
            setFilter({ text: '' })
            event.currentTarget.blur()
          }
        }}
      />
      {(languages.length > 1 || language !== '') && (
        <Select
          quiet
          label={t('filter.language')}
          value={language}
          options={[
            { value: '', label: t('filter.anyLanguage') },
            ...languages.map((tag) => ({ value: tag, label: formatLanguage(tag) })),
          ]}
          onChange={(value) => setFilter({ language: value })}
        />
      )}
      {sortable && (
        <Select
          quiet
          label={t('filter.sort')}
          value={sort}
          options={SORT_ORDERS.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(value) => setFilter({ sort: value })}
        />
      )}
    </div>
  )
}
