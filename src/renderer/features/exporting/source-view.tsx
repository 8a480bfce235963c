import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, type ReactNode } from 'react'
import styles from './source-view.module.css'

export interface SourceViewProps {
  readonly label: string
  readonly content: string
  /** Headings, quotes and the like are told apart. */
  readonly isMarkdown: boolean
}

/** A file's text as it will be written, line by line; only the lines in sight are drawn. */
export function SourceView({ label, content, isMarkdown }: SourceViewProps): ReactNode {
  const scroller = useRef<HTMLElement>(null)
  const lines = useMemo(() => content.split('\n'), [content])
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => Math.max(1, Math.ceil((lines[index]?.length ?? 0) / 60)) * 22,
    overscan: 20,
  })
  return (
    // A region that scrolls must be within the keyboard's reach.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={scroller} className={styles['scroller']} aria-label={label} tabIndex={0}>
      <div className={styles['lines']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            ref={virtualizer.measureElement}
            data-index={index}
            className={styles['line']}
            data-kind={isMarkdown ? lineKind(lines[index] ?? '') : undefined}
            style={{ transform: `translateY(${start}px)` }}
          >
            {lines[index]}
          </div>
        ))}
      </div>
    </section>
  )
}

/** What sort of Markdown line it is, as far as its first characters say. */
function lineKind(line: string): string | undefined {
  if (line.startsWith('#')) return 'heading'
  if (line.startsWith('>')) return 'quote'
  // Records for a later export to merge by; long, and nothing to read.
  if (line.startsWith('<!-- duizhao:')) return 'record'
  if (/^(?:---|%%|<!--|\[\^)/u.test(line)) return 'mark'
  return undefined
}
