import { memo, useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { formatCount } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { CloseIcon, SearchIcon } from '../../ui/icons.tsx'
import { PanelEmpty, PanelFrame } from '../../ui/panel-frame.tsx'
import { filterAnnotations, isFiltering, NO_FILTER, type AnnotationFilter } from './annotation-filter.ts'
import { AnnotationList } from './annotation-list.tsx'
import type { AnnotationState } from './annotation-store.ts'
import styles from './annotation-sidebar.module.css'
import { useDesk } from './desk.ts'
import { FilterChips } from './filter-chips.tsx'

/** Highlights and notes beside the text: the way to them for the eye, the keyboard and a screen reader. */
export function AnnotationSidebar({
  inLayer,
  notice,
  onHide,
}: {
  /** The align layer is on, where some keys mean something else. */
  readonly inLayer: boolean
  /** Stands above the list. */
  readonly notice?: ReactNode
  readonly onHide: () => void
}): ReactNode {
  const { annotations } = useDesk()
  const status = useStore(annotations.store, (state) => state.status)
  const version = useStore(annotations.store, (state) => state.version)
  // The text is painted first; ten thousand cards are counted and laid out when there is time.
  return (
    <SidebarContent
      status={useDeferredValue(status)}
      version={useDeferredValue(version)}
      inLayer={inLayer}
      notice={notice}
      onHide={onHide}
    />
  )
}

const SidebarContent = memo(function SidebarContent({
  status,
  version,
  inLayer,
  notice,
  onHide,
}: {
  readonly status: AnnotationState['status']
  readonly version: number
  readonly inLayer: boolean
  readonly notice: ReactNode
  readonly onHide: () => void
}): ReactNode {
  const t = useT('annotating')
  const { annotations, tags, speakersOf } = useDesk()
  const [filter, setFilter] = useState<AnnotationFilter>(NO_FILTER)
  const [searching, setSearching] = useState(false)
  const all = annotations.book.ordered
  const list = useMemo(() => {
    const paths = new Map(tags.map((tag) => [tag.id, tag.path]))
    return filterAnnotations(all, filter, (id) => paths.get(id) ?? '', speakersOf).slice()
    // The book is changed in place: its version says when.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [all, version, filter, tags, speakersOf])
  const filtering = isFiltering(filter)

  return (
    <PanelFrame
      title={t('sidebar.title')}
      count={
        filtering
          ? t('sidebar.countOf', {
              count: list.length,
              shown: formatCount(list.length),
              all: formatCount(all.length),
            })
          : t('sidebar.count', { shown: formatCount(all.length) })
      }
      actions={
        <>
          <IconButton
            label={t('filter.text')}
            aria-pressed={searching}
            onClick={() => {
              setSearching(!searching)
              if (searching) setFilter({ ...filter, text: '' })
            }}
          >
            <SearchIcon size={15} />
          </IconButton>
          <IconButton label={t('sidebar.hide')} keyId="annotating.sidebar" onClick={onHide}>
            <CloseIcon size={15} />
          </IconButton>
        </>
      }
    >
      {searching && (
        <input
          className={styles['search']}
          type="search"
          aria-label={t('filter.text')}
          placeholder={t('filter.text')}
          // The field opens because the user asked to type into it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          spellCheck={false}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
      )}
      {notice}
      {all.length > 0 && <FilterChips all={all} version={version} filter={filter} onFilter={setFilter} />}
      {list.length > 0 && <AnnotationList list={list} />}
      {status === 'ready' && all.length === 0 && (
        <PanelEmpty>
          <p>{t('sidebar.empty')}</p>
          <p>{t(inLayer ? 'sidebar.emptyHintLayer' : 'sidebar.emptyHint')}</p>
        </PanelEmpty>
      )}
      {filtering && list.length === 0 && all.length > 0 && (
        <PanelEmpty>
          <p>{t('sidebar.noMatch')}</p>
          <Button small onClick={() => setFilter(NO_FILTER)}>
            {t('filter.clear')}
          </Button>
        </PanelEmpty>
      )}
      {status === 'failed' && (
        <PanelEmpty>
          <p>{t('sidebar.failed')}</p>
          <Button small onClick={() => void annotations.load()}>
            {t('sidebar.retry')}
          </Button>
        </PanelEmpty>
      )}
    </PanelFrame>
  )
})
