import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { DraftId } from '../../../shared/domain/ids.ts'
import { formatLanguage } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './draft-list.module.css'
import { titleOf, type Review, type ReviewEntry } from './review-state.ts'

const ROW_HEIGHT = 66

export interface DraftListProps {
  readonly review: Review
  readonly current: DraftId | null
  readonly onCurrent: (draftId: DraftId) => void
}

/** The files that were read: which are to be saved, and which need a look. */
export function DraftList({ review, current, onCurrent }: DraftListProps): ReactNode {
  const t = useT('importing')
  const scroller = useRef<HTMLDivElement>(null)
  const { entries } = review
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => entries[index]?.draft.id ?? index,
    overscan: 6,
  })

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    const index = entries.findIndex(({ draft }) => draft.id === current)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      const next = entries[Math.max(0, Math.min(entries.length - 1, index + step))]
      if (next === undefined) return
      onCurrent(next.draft.id)
      virtualizer.scrollToIndex(entries.indexOf(next))
    } else if (event.key === ' ') {
      const entry = entries[index]
      if (entry !== undefined && entry.draft.status !== 'failed')
        review.setIncluded(entry.draft.id, !entry.isIncluded)
    } else return
    event.preventDefault()
  }

  return (
    <div ref={scroller} className={styles['scroller']}>
      <div
        role="grid"
        tabIndex={0}
        aria-label={t('list')}
        aria-rowcount={entries.length}
        aria-activedescendant={current === null ? undefined : `draft-${current}`}
        className={styles['list']}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index]
          if (entry === undefined) return null
          return (
            // The grid has the keyboard; the row answers the pointer.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={entry.draft.id}
              ref={virtualizer.measureElement}
              data-index={index}
              id={`draft-${entry.draft.id}`}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={entry.draft.id === current}
              className={styles['row']}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onCurrent(entry.draft.id)}
            >
              <div role="gridcell">
                <Checkbox
                  label={t('include', { title: titleOf(entry) })}
                  labelUnseen
                  focusable={false}
                  disabled={entry.draft.status === 'failed'}
                  checked={entry.isIncluded}
                  onChange={(checked) => review.setIncluded(entry.draft.id, checked)}
                />
              </div>
              <div role="gridcell" className={styles['words']}>
                <EntryWords entry={entry} />
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}

function EntryWords({ entry }: { readonly entry: ReviewEntry }): ReactNode {
  const t = useT('importing')
  const { draft, metadata, sides, isIncluded, isComplete } = entry
  if (draft.status === 'failed') {
    return (
      <>
        <div className={styles['title']}>{draft.name}</div>
        <div className={styles['failed']}>{t('status.failed')}</div>
      </>
    )
  }
  const facts =
    sides === null
      ? [metadata?.date ?? '', formatLanguage(metadata?.language ?? '')].filter((fact) => fact !== '')
      : [
          `${formatLanguage(sides.left.language)} ⇄ ${formatLanguage(sides.right.language)}`,
          t('bitext.beads', { count: draft.status === 'bitext' ? draft.beadCount : 0 }),
        ]
  const remark =
    draft.duplicateOf !== null
      ? t('status.duplicate')
      : draft.sameAs !== null
        ? t('status.sameAs')
        : draft.warnings.length > 0
          ? t('status.warnings', { count: draft.warnings.length })
          : null
  return (
    <>
      <div
        className={styles['title']}
        lang={metadata?.language ?? sides?.left.language}
        data-face="text"
        data-muted={!isIncluded || undefined}
      >
        {titleOf(entry)}
      </div>
      <div className={styles['meta']}>
        {facts.join(' · ')}
        {isIncluded && !isComplete && <span className={styles['failed']}> · !</span>}
      </div>
      {remark !== null && <div className={styles['remark']}>{remark}</div>}
    </>
  )
}
