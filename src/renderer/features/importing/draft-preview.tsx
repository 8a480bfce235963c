import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'
import type { DraftId } from '../../../shared/domain/ids.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './draft-preview.module.css'

export interface DraftPreviewProps {
  readonly draftId: DraftId
  readonly language: string
  readonly speakers: readonly { readonly name: string }[]
}

/** The blocks that were found, each with its kind beside it. Only what is in sight is drawn. */
export function DraftPreview({ draftId, language, speakers }: DraftPreviewProps): ReactNode {
  const t = useT('importing')
  const scroller = useRef<HTMLElement>(null)
  const blocks = useApiQuery('imports.draftBlocks', { draftId }).data ?? []
  const virtualizer = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => 24 + Math.ceil((blocks[index]?.text.length ?? 0) / 40) * 26,
    overscan: 4,
  })

  return (
    // A region that scrolls must be within the keyboard's reach.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={scroller} className={styles['scroller']} aria-label={t('preview')} tabIndex={0}>
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
              style={{ transform: `translateY(${start}px)` }}
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
