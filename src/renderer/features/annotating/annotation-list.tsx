import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useRef, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import { useT } from '../../i18n/i18n.ts'
import { AnnotationCard } from './annotation-card.tsx'
import styles from './annotation-list.module.css'
import { useDesk } from './desk.ts'

const CARD_HEIGHT = 92

/** The highlights as cards, in the order of the text. Only those in view are drawn, ten thousand or not. */
export const AnnotationList = memo(function AnnotationList({
  list,
}: {
  readonly list: readonly Annotation[]
}): ReactNode {
  const t = useT('annotating')
  const { annotations } = useDesk()
  const active = useStore(annotations.store, (state) => state.active)
  const panel = useStore(annotations.store, (state) => state.panel)
  const scroller = useRef<HTMLDivElement>(null)
  // The same function for the same list, or all places would be reckoned anew at every render.
  const getItemKey = useCallback((index: number) => list[index]?.id ?? index, [list])
  const cards = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey,
    gap: 10,
    overscan: 4,
    paddingEnd: 40,
  })

  const activeIndex = active === null ? -1 : list.findIndex(({ id }) => id === active)
  useEffect(() => {
    if (activeIndex >= 0) cards.scrollToIndex(activeIndex, { align: 'auto' })
    // Only when another one has become active: cards that come and go above must not pull the panel along.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [active])

  return (
    // A list that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className={styles['scroller']} tabIndex={0} role="group" aria-label={t('list.label')}>
      <ul className={styles['list']} style={{ height: `${cards.getTotalSize()}px` }}>
        {cards.getVirtualItems().map((item) => {
          const annotation = list[item.index]
          return annotation === undefined ? null : (
            <li
              key={item.key}
              ref={cards.measureElement}
              data-index={item.index}
              aria-setsize={list.length}
              aria-posinset={item.index + 1}
              className={styles['item']}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <AnnotationCard
                annotation={annotation}
                active={annotation.id === active}
                panel={annotation.id === active ? panel : null}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
})
