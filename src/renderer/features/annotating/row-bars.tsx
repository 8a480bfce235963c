import { useCallback, useSyncExternalStore, type CSSProperties, type ReactNode } from 'react'
import type { Color } from '../../../shared/domain/highlight.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { hue } from './color-buttons.tsx'
import type { Annotations } from './annotation-store.ts'
import styles from './row-bars.module.css'

const MOST = 4

/** The colors of a row's highlights, as bars both languages share; a dot where there are none. */
export function RowBars({
  annotations,
  segmentIds,
}: {
  readonly annotations: Annotations
  readonly segmentIds: readonly SegmentId[]
}): ReactNode {
  const { book } = annotations
  const subscribe = useCallback(
    (listener: () => void) =>
      // Of a hundred rows on the page, a change concerns one or two.
      annotations.onSegments((changed) => {
        if (segmentIds.some((id) => changed.has(id))) listener()
      }),
    [annotations, segmentIds],
  )
  // As a string, so that a row is drawn again only when its own bars have changed.
  const colors = useSyncExternalStore(subscribe, () => {
    const found = new Set<Color>()
    for (const id of segmentIds) for (const part of book.partsIn(id)) found.add(part.color)
    return [...found]
      .toSorted((a, b) => a - b)
      .slice(0, MOST)
      .join('')
  })
  if (colors === '') return <span className={styles['dot']} aria-hidden="true" />
  return (
    <span className={styles['bars']} aria-hidden="true">
      {[...colors].map((digit) => (
        <span key={digit} className={styles['bar']} style={barStyle(digit)} />
      ))}
    </span>
  )
}

function barStyle(digit: string): CSSProperties {
  // Made from a color above.
  return hue(Number(digit) as Color)
}
