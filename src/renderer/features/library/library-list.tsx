import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useRef, useState, type MouseEvent, type ReactNode, type RefObject } from 'react'
import { openReading } from '../../data/route.ts'
import { useT } from '../../i18n/i18n.ts'
import { useOffsetTop } from '../../ui/use-offset-top.ts'
import styles from './library-list.module.css'
import { rowRemovedAt, rowTarget, type LibraryRow, type RowId } from './library-row.ts'
import { extendTo, setCurrent, toggleRow, useLibraryState } from './library-state.ts'
import { Row } from './row.tsx'
import type { LibraryActions } from './use-library-actions.ts'
import { useListKeys } from './use-list-keys.ts'

const ROW_HEIGHT = 78

export interface LibraryListProps {
  readonly rows: readonly LibraryRow[]
  readonly actions: LibraryActions
  /** The element that scrolls; the list may begin below other things in it. */
  readonly scroller: RefObject<HTMLElement | null>
}

/** The rows, drawn only where they are in sight. One element has the focus; arrow keys walk the rows. */
export function LibraryList({ rows, actions, scroller }: LibraryListProps): ReactNode {
  const t = useT('library')
  const hintId = useId()
  const list = useRef<HTMLDivElement>(null)
  const margin = useOffsetTop(list, scroller)
  const selected = useLibraryState((state) => state.selected)
  const current = useLibraryState((state) => state.current)
  const [menuFor, setMenuFor] = useState<RowId | null>(null)

  // The virtualizer hands out functions that read its latest state; nothing here is memoised over them.
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    scrollMargin: margin,
    overscan: 6,
  })

  // A row out of sight has no element to point at.
  const items = virtualizer.getVirtualItems()
  const isDrawn = items.some(({ index }) => rows[index]?.id === current)

  const onKeyDown = useListKeys({
    rows,
    actions,
    isCurrentDrawn: isDrawn,
    openMenu: setMenuFor,
    reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  })

  const press = (row: LibraryRow, event: MouseEvent): void => {
    const order = rows.map(({ id }) => id)
    if (event.shiftKey) extendTo(row.id, order)
    else if (event.ctrlKey || event.metaKey) toggleRow(row.id)
    else {
      setCurrent(row.id)
      if (rowRemovedAt(row) === null) openReading(rowTarget(row))
    }
  }

  return (
    <>
      <p id={hintId} data-unseen="">
        {t('list.hint')}
      </p>
      <div
        ref={list}
        role="grid"
        tabIndex={0}
        aria-label={t('list.label')}
        aria-describedby={hintId}
        aria-multiselectable="true"
        aria-rowcount={rows.length}
        aria-activedescendant={current !== null && isDrawn ? domId(current) : undefined}
        className={styles['list']}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const [first] = rows
          const isThere = rows.some(({ id }) => id === current)
          if (event.target === event.currentTarget && !isThere && first !== undefined) setCurrent(first.id)
        }}
      >
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              role="presentation"
              className={styles['place']}
              style={{ transform: `translateY(${item.start - margin}px)` }}
            >
              <Row
                row={row}
                domId={domId(row.id)}
                place={item.index + 1}
                isCurrent={row.id === current}
                isSelected={selected.has(row.id)}
                isMenuOpen={menuFor === row.id}
                actions={actions}
                onPress={press}
                onToggle={({ id }) => toggleRow(id)}
                onMenu={({ id }, open) => setMenuFor(open ? id : null)}
              />
            </div>
          )
        })}
      </div>
    </>
  )
}

function domId(id: RowId): string {
  return `library-row-${id}`
}
