import { memo, useEffect, useLayoutEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'
import type { ReadingWindow } from './reading-window.ts'
import { RowView, type RowLook } from './row-view.tsx'
import styles from './reading-list.module.css'
import type { SegmentPainter } from './segment-painter.ts'

/** A chunk of rows. Until they come it is a blank of its estimated height. */
export const SectionView = memo(function SectionView({
  index,
  view,
  painter,
  look,
}: {
  readonly index: number
  readonly view: ReadingWindow
  readonly painter: SegmentPainter
  readonly look: RowLook
}): ReactNode {
  const element = useRef<HTMLDivElement>(null)
  const { source } = view
  const rows = useSyncExternalStore(
    (listener) => source.subscribe(listener),
    () => source.rows(index),
  )

  const blank = rows === null

  useEffect(() => {
    // A failure is told by the page's own query; the blank stays, and is asked for again when scrolled to.
    if (blank) source.load(index).catch(() => undefined)
  }, [source, index, blank])

  useLayoutEffect(() => {
    const root = element.current
    if (root === null || rows === null) return
    painter.mount(index, root)
    // Rows that have changed must not move what is read.
    view.restore()
    return () => painter.unmount(index)
  }, [painter, view, index, rows, look])

  useLayoutEffect(() => {
    const root = element.current
    return root === null ? undefined : view.watch(index, root)
  }, [view, index])

  const height = `${view.heights.heightOf(index)}px`
  return (
    <div
      ref={element}
      className={styles['section']}
      data-section={index}
      style={rows === null ? { height } : { containIntrinsicBlockSize: `auto ${height}` }}
    >
      {rows?.map((row) => (
        <RowView key={row.bead?.id ?? row.index} row={row} look={look} />
      ))}
    </div>
  )
})
