import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode, type RefObject } from 'react'
import type { DraftId } from '../../../shared/domain/ids.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { useOffsetTop } from '../../ui/use-offset-top.ts'
import styles from './draft-preview.module.css'

export interface DraftPreviewProps {
  readonly draftId: DraftId
  readonly language: string
  readonly speakers: readonly { readonly name: string }[]
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLElement | null>
}

/** The blocks that were found, each with its kind beside it. Only what is in sight is drawn. */
export function DraftPreview({ draftId, language, speakers, scroller }: DraftPreviewProps): ReactNode {
  const t = useT('importing')
  const section = useRef<HTMLElement>(null)
  const margin = useOffsetTop(section, scroller)
  const blocks = useApiQuery('imports.draftBlocks', { draftId }).data ?? []
  const virtualizer = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => 24 + Math.ceil((blocks[index]?.text.length ?? 0) / 40) * 26,
    scrollMargin: margin,
    overscan: 4,
  })

  return (
    <section ref={section} className={styles['preview']} aria-label={t('preview')}>
      <div className={styles['blocks']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const block = blocks[index]
          if (block === undefined) return null
          const speaker = block.speaker === null ? undefined : speakers[block.speaker]
          const isFirstOfSpeaker = speaker !== undefined && blocks[index - 1]?.speaker !== block.speaker
          return (
            <div
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              data-kind={block.kind}
              className={styles['block']}
              style={{ transform: `translateY(${start - margin}px)` }}
            >
              <span className={styles['kind']}>
                {t(`block.${block.kind}`)}
                {isFirstOfSpeaker && <span className={styles['speaker']}>{speaker.name}</span>}
              </span>
              <p lang={language} data-face="text" className={styles['text']}>
                {block.text}
              </p>
            </div>
          )
        })}
      </div>
    </section>
  )
}
