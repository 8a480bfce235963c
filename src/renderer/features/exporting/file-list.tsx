import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'
import { formatBytes } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './file-list.module.css'

const ROW_HEIGHT = 30

export interface FileListProps {
  readonly files: readonly { readonly path: string; readonly byteLength: number }[]
  readonly current: string
  readonly onCurrent: (path: string) => void
}

/** The files an export would write. */
export function FileList({ files, current, onCurrent }: FileListProps): ReactNode {
  const t = useT('exporting')
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  })
  return (
    <div ref={scroller} className={styles['scroller']}>
      <ul aria-label={t('files')} className={styles['list']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const file = files[index]
          if (file === undefined) return null
          return (
            <li key={file.path} className={styles['item']} style={{ transform: `translateY(${start}px)` }}>
              <button
                type="button"
                className={styles['file']}
                aria-current={file.path === current ? 'true' : undefined}
                title={file.path}
                onClick={() => onCurrent(file.path)}
              >
                <span className={styles['path']}>{file.path}</span>
                <span className={styles['size']}>{formatBytes(file.byteLength)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
