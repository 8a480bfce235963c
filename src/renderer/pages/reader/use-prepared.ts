import { useEffect, useRef, useState } from 'react'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { onEvent } from '../../api/api.ts'
import { reportError } from '../../data/query-client.ts'
import { prepareReading, type PreparedReading } from '../../features/reading/prepare-reading.ts'
import type { ReadingWindow, ViewPlace } from '../../features/reading/reading-window.ts'

export interface Prepared extends PreparedReading {
  /** The window the reading is looked at through; set once it is drawn, so that the next can begin there. */
  readonly shown: { view: ReadingWindow | null }
}

/**
 * The reading, ready to be drawn. A new alignment, an edit or another article comes prepared at the place
 * that is being read, and takes the other's place in one step.
 */
export function usePrepared(
  reading: Reading | undefined,
  updatedAt: number,
  segmentId: SegmentId | null,
): Prepared | null {
  const [prepared, setPrepared] = useState<Prepared | null>(null)
  const latest = useRef<Prepared | null>(null)
  const stale = useRef(true)
  const wanted = useRef(segmentId)

  useEffect(
    () =>
      onEvent((event) => {
        if (event.name !== 'changed') return
        if (event.entities.includes('text') || event.entities.includes('bead')) stale.current = true
      }),
    [],
  )

  useEffect(() => {
    if (wanted.current !== segmentId) {
      wanted.current = segmentId
      stale.current = true
    }
    if (reading === undefined) return
    const before = latest.current
    const same = before !== null && shapeOf(before.source.reading) === shapeOf(reading)
    if (same && !stale.current) return
    stale.current = false
    let live = true
    prepareReading(reading, startOf(reading, before, segmentId))
      .then((next) => {
        if (!live) return
        const result = { ...next, shown: { view: null } }
        latest.current = result
        setPrepared(result)
      })
      .catch(reportError)
    return () => {
      live = false
      // What was cut off has to be done again.
      if (latest.current === before) stale.current = true
    }
  }, [reading, updatedAt, segmentId])

  return prepared
}

/** Equal for readings that have the same rows in the same chunks. */
function shapeOf({ target, aligned, rowCount, chunkSize, chunks }: Reading): string {
  return JSON.stringify([target, aligned, rowCount, chunkSize, chunks])
}

const AT_TOP = 4
const IN_VIEW = 160

function startOf(reading: Reading, before: Prepared | null, segmentId: SegmentId | null): ViewPlace | null {
  const place = before?.shown.view?.topPlace() ?? null
  if (place !== null && before !== null) return facingPlace(reading, before, place)
  if (segmentId !== null) return { segmentId, offset: 0, top: IN_VIEW }
  const { position } = reading
  // At the very beginning there is nothing to scroll to.
  if (position === null || (position.rowIndex === 0 && position.offset === 0)) return null
  return { ...position, top: AT_TOP }
}

/** The same place in the next reading; from one article of a pair to the other, through its bead. */
function facingPlace(reading: Reading, before: Prepared, place: ViewPlace): ViewPlace {
  const home = before.source.home(place.segmentId)
  const row = home === null ? null : before.source.row(home.rowIndex)
  if (home === null || row === null) return place
  const { left, right } = before.source.reading
  const article = home.side === 'left' ? left : (right ?? left)
  const articles = [reading.left.id, reading.right?.id]
  if (articles.includes(article.id)) return place
  const facing = row[home.side === 'left' ? 'right' : 'left'][0]?.segments[0]
  return facing === undefined ? place : { segmentId: facing.id, offset: 0, top: place.top }
}
