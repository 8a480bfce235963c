import type { HTMLAttributes, MouseEvent, ReactNode } from 'react'
import { formatCount } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { ChevronDownIcon, ChevronRightIcon } from '../../ui/icons.tsx'
import { nameTag, setClosed } from './codebook-state.ts'
import styles from './codebook-tree.module.css'
import { NameInput } from './name-input.tsx'
import type { TagRow } from './tag-rows.ts'

export interface TagLineProps {
  readonly row: TagRow
  readonly isCurrent: boolean
  /** Its name is being typed. */
  readonly isNamed: boolean
  /** Something is dragged over it that may be dropped there. */
  readonly isOver: boolean
  readonly indent: number
  readonly onPick: () => void
  readonly onRename: (name: string) => void
  readonly onCancel: () => void
  readonly drag: HTMLAttributes<HTMLElement>
}

/** A tag's line in the tree. */
export function TagLine({
  row,
  isCurrent,
  isNamed,
  isOver,
  indent,
  onPick,
  onRename,
  onCancel,
  drag,
}: TagLineProps): ReactNode {
  const t = useT('codebook')
  const { tag, level, place, siblings, hasChildren, isOpen, isFound } = row
  const toggle = (event: MouseEvent): void => {
    event.stopPropagation()
    setClosed([tag.id], isOpen)
  }
  return (
    // Its keys are those of the tree it stands in.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      tabIndex={isCurrent && !isNamed ? 0 : -1}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-selected={isCurrent}
      aria-expanded={hasChildren ? isOpen : undefined}
      className={styles['line']}
      style={{ paddingInlineStart: indent }}
      data-tag={tag.id}
      data-current={isCurrent || undefined}
      data-over={isOver || undefined}
      data-aside={!isFound || undefined}
      title={tag.description === '' ? undefined : tag.description}
      draggable={!isNamed}
      onClick={onPick}
      onFocus={onPick}
      onDoubleClick={() => nameTag({ kind: 'rename', tagId: tag.id })}
      {...drag}
    >
      <span role="gridcell" className={styles['name']}>
        {/* For the mouse; the arrow keys do the same. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <span className={styles['twist']} aria-hidden="true" onClick={hasChildren ? toggle : undefined}>
          {hasChildren && (isOpen ? <ChevronDownIcon size={14} /> : <ChevronRightIcon size={14} />)}
        </span>
        <span
          className={styles['dot']}
          style={{ background: tag.color === null ? undefined : `var(--hue-${tag.color})` }}
          aria-hidden="true"
        />
        {isNamed ? (
          <NameInput
            label={t('name.of', { path: tag.path })}
            initial={tag.name}
            asPath={false}
            onDone={onRename}
            onCancel={onCancel}
          />
        ) : (
          <span className={styles['text']}>{tag.name}</span>
        )}
      </span>
      <span role="gridcell" className={styles['count']} data-none={tag.count === 0 || undefined}>
        {formatCount(tag.count)}
      </span>
      <span role="gridcell" className={styles['count']} data-none={tag.totalCount === 0 || undefined}>
        {hasChildren || tag.totalCount !== tag.count ? formatCount(tag.totalCount) : ''}
      </span>
    </div>
  )
}
