import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Row } from '../../../shared/contract/schemas/reader.ts'
import { useT } from '../../i18n/i18n.ts'
import { Menu } from '../../ui/menu.tsx'
import { useAlignDesk } from './align-desk.ts'
import { AlignMenuItems } from './align-menu.tsx'
import { alignStore } from './align-store.ts'
import styles from './bead-gutter.module.css'
import { formatConfidence, isOneToOne, levelOf, shapeOf } from './bead-state.ts'

/** What both sides of a bead share: its number, how sure it is, and the way to its menu. */
export function BeadGutter({
  row,
  children,
}: {
  readonly row: Row
  /** The bars of the row's highlights. */
  readonly children: ReactNode
}): ReactNode {
  const t = useT('aligning')
  const { bead } = row
  if (bead === null) return children
  const level = levelOf(bead)
  const { left, right } = shapeOf(row)
  return (
    <div className={styles['gutter']}>
      <div className={styles['figures']} data-figures="">
        <RowMenuButton row={row} />
        {/* The row's own name tells all this to screen readers. */}
        <span className={styles['confidence']} data-level={level} aria-hidden="true">
          {level === 'verified' && '✓'}
          {level === 'hand' && t('bead.byHandShort')}
          {level === 'unknown' && '–'}
          {level !== 'hand' && bead.confidence !== null && ` ${formatConfidence(bead.confidence)}`}
        </span>
        {!isOneToOne(row) && (
          <span aria-hidden="true">
            {left}–{right}
          </span>
        )}
        {bead.review && (
          <span className={styles['review']} aria-hidden="true">
            ⚑
          </span>
        )}
      </div>
      <div className={styles['bars']}>{children}</div>
    </div>
  )
}

function RowMenuButton({ row }: { readonly row: Row }): ReactNode {
  const t = useT('aligning')
  const desk = useAlignDesk()
  const { bead } = row
  const isOpen = useStore(alignStore, ({ menu }) => menu !== null && menu === bead?.id)
  if (bead === null) return null
  const button = (
    <button
      type="button"
      className={styles['menu']}
      aria-label={t('bead.menu', { number: bead.number })}
      // One per row would make Tab useless; the keyboard has a key for it.
      tabIndex={-1}
      {...(isOpen ? {} : { onClick: () => alignStore.setState({ menu: bead.id }) })}
    >
      {bead.number}
      <span className={styles['dots']} aria-hidden="true">
        ⋯
      </span>
    </button>
  )
  // A closed menu costs a few listeners; a hundred of them would be felt.
  if (!isOpen) return button
  return (
    <Menu
      open
      align="center"
      onOpenChange={(open) => {
        if (open) return
        alignStore.setState({ menu: null })
        desk.backToText()
      }}
      trigger={button}
    >
      <AlignMenuItems
        of="row"
        onRun={() => {
          alignStore.setState({ menu: null })
          desk.choose(row)
        }}
      />
    </Menu>
  )
}
