import type { MouseEvent, ReactNode } from 'react'
import type { PairSummary } from '../../../shared/contract/schemas/pair.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatLanguage } from '../../i18n/format.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { rowTitle, type LibraryRow } from './library-row.ts'
import { RowMenu } from './row-menu.tsx'
import { RowStatus } from './row-status.tsx'
import { RowTitle } from './row-title.tsx'
import styles from './row.module.css'
import type { LibraryActions } from './use-library-actions.ts'

export interface RowProps {
  readonly row: LibraryRow
  readonly domId: string
  /** Its place in the whole list, from 1. */
  readonly place: number
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly isMenuOpen: boolean
  readonly actions: LibraryActions
  readonly onPress: (row: LibraryRow, event: MouseEvent) => void
  readonly onToggle: (row: LibraryRow) => void
  readonly onMenu: (row: LibraryRow, open: boolean) => void
}

export function Row({
  row,
  domId,
  place,
  isCurrent,
  isSelected,
  isMenuOpen,
  actions,
  onPress,
  onToggle,
  onMenu,
}: RowProps): ReactNode {
  const t = useT('library')
  return (
    // The grid itself has the keyboard (aria-activedescendant); the row answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={domId}
      role="row"
      aria-rowindex={place}
      aria-selected={isSelected}
      data-current={isCurrent || undefined}
      className={styles['row']}
      onClick={(event) => onPress(row, event)}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(row, true)
      }}
    >
      <div role="gridcell" className={styles['check']} {...DEAF}>
        <Checkbox
          label={t('row.select', { title: rowTitle(row) })}
          labelUnseen
          focusable={false}
          checked={isSelected}
          onChange={() => onToggle(row)}
        />
      </div>
      <Sides row={row} />
      <div role="gridcell" className={styles['statusCell']} {...DEAF}>
        <RowStatus row={row} onAlign={(pair: PairSummary) => actions.align(pair.id)} />
      </div>
      <div role="gridcell" className={styles['menu']} {...DEAF}>
        <RowMenu row={row} actions={actions} open={isMenuOpen} onOpenChange={(open) => onMenu(row, open)} />
      </div>
    </div>
  )
}

// A press on one of the cell's own buttons must not open the row.
const DEAF = {
  onClick: (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('button,[role="checkbox"],[role="menuitem"]'))
      event.stopPropagation()
  },
}

function Sides({ row }: { readonly row: LibraryRow }): ReactNode {
  const t = useT('library')
  if (row.kind === 'article') {
    return (
      <>
        <div role="gridcell" className={styles['left']}>
          <RowTitle article={row.article} />
        </div>
        <div role="gridcell" className={styles['lone']}>
          {formatLanguage(row.article.language)}
          {row.article.pairIds.length === 0 && row.article.deletedAt === null && ` · ${t('row.unpaired')}`}
        </div>
      </>
    )
  }
  const { left, right, kind } = row.pair
  const glyph =
    kind === 'parallel'
      ? { mark: '⇄', name: t('row.pairGlyph') }
      : { mark: '≈', name: t('row.comparableGlyph') }
  return (
    <>
      <div role="gridcell" className={styles['left']}>
        <RowTitle article={left} />
      </div>
      <div role="gridcell" className={styles['glyph']} title={glyph.name}>
        <span aria-hidden="true">{glyph.mark}</span>
        <span data-unseen="">{glyph.name}</span>
      </div>
      <div role="gridcell" className={styles['right']}>
        <RowTitle article={right} />
      </div>
    </>
  )
}
