import { useMemo, useState, useSyncExternalStore } from 'react'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import { useSettings } from '../../data/settings.ts'
import type { TextMetrics } from '../../features/reading/estimate-height.ts'
import {
  columnWidth,
  DRAWER_MAX_WIDTH,
  layoutFor,
  type ReadingLayout,
} from '../../features/reading/reading-layout.ts'

export interface Layout {
  readonly layout: ReadingLayout
  readonly column: number
  readonly metrics: TextMetrics
  /** The side panel lies over the text rather than beside it. */
  readonly drawer: boolean
  /** Says how wide the text's room has turned out to be. */
  readonly setWidth: (width: number) => void
}

const RAIL = 52

/** How the text stands in the room there is. */
export function useLayout(reading: Reading): Layout {
  const settings = useSettings()
  const windowWidth = useSyncExternalStore(subscribeToSize, () => window.innerWidth)
  const [measured, setWidth] = useState(0)
  const drawer = windowWidth <= DRAWER_MAX_WIDTH
  const panel = settings.sidebarOpen && !drawer ? settings.sidebarWidth : 0
  // Until the room has been measured it is worked out, so that the first picture is right.
  const width = measured === 0 ? windowWidth - RAIL - panel : measured
  const layout = layoutFor(settings.readerMode, reading.right !== null, width)
  const column = Math.floor(columnWidth(layout, width, settings.measure))
  const { fontSize } = settings
  const leftLanguage = reading.left.language
  const rightLanguage = reading.right?.language ?? null
  const metrics = useMemo(
    () => ({ layout, columnWidth: column, fontSize, leftLanguage, rightLanguage }),
    [layout, column, fontSize, leftLanguage, rightLanguage],
  )
  return { layout, column, metrics, drawer, setWidth }
}

function subscribeToSize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}
