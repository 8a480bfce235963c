import { useCallback, useEffect, useRef, useState } from 'react'
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

/** The reading on the page, and how to know that it is as the library has it. */
export interface Preparing {
  readonly prepared: Prepared | null
  /** Resolves when the rows on the page are as they are in the library now. */
  readonly catchUp: () => Promise<void>
  /** Resolves when nothing that is known to have changed is still on its way to the page. */
  readonly settled: () => Promise<void>
}

/**
 * The reading, ready to be drawn. What changes within it (beads, sentences) comes into the rows that are here, at
 * once; how many rows there are then follows. Another article, mode or filter comes prepared at the place that is
 * being read, and takes the other's place in one step.
 */
export function usePrepared(
  reading: Reading | undefined,
  updatedAt: number,
  segmentId: SegmentId | null,
): Preparing {
  const [prepared, setPrepared] = useState<Prepared | null>(null)
  const latest = useRef<Prepared | null>(null)
  const stale = useRef(true)
  const renewing = useRef<Promise<void>>(Promise.resolve())
  const wanted = useRef(segmentId)

  const settled = useCallback(async (): Promise<void> => {
    // One that a later one has overtaken is done before its rows are here.
    for (let last: unknown = null; last !== renewing.current;) {
      last = renewing.current
      await renewing.current
    }
  }, [])
  const catchUp = useCallback((): Promise<void> => {
    const current = latest.current
    if (current === null) return Promise.resolve()
    stale.current = true
    renewing.current = renew(current, current.source.reading)
      .then((isDone) => {
        if (isDone && latest.current === current) stale.current = false
      })
      // The page's own query tells of it.
      .catch(() => undefined)
    return settled()
  }, [settled])

  useEffect(
    () =>
      onEvent((event) => {
        if (event.name !== 'changed') return
        if (!event.entities.includes('text') && !event.entities.includes('bead')) return
        // Asked for before the reading itself is, which takes longer in a long text.
        void catchUp()
      }),
    [catchUp],
  )

  useEffect(() => {
    const wantedBefore = wanted.current
    const jumped = wantedBefore !== segmentId
    if (jumped) {
      wanted.current = segmentId
      stale.current = true
    }
    if (reading === undefined) return
    const before = latest.current
    const same = before !== null && shapeOf(before.source.reading) === shapeOf(reading)
    if (same && !stale.current) return
    if (before !== null && !jumped && isSamePage(before.source.reading, reading)) {
      renewing.current = renew(before, reading)
        .then((isDone) => {
          if (isDone) stale.current = false
        })
        .catch(reportError)
      return
    }
    stale.current = false
    let live = true
    let done = false
    // Where it is gone to, the place that was being read is no beginning.
    prepareReading(reading, startOf(reading, jumped ? null : before, segmentId))
      .then((next) => {
        if (!live) return
        done = true
        const result = { ...next, shown: { view: null } }
        latest.current = result
        setPrepared(result)
      })
      .catch(reportError)
    return () => {
      live = false
      // What was cut off has to be done again, and goes where it was to go.
      if (!done) stale.current = true
      if (!done && jumped) wanted.current = wantedBefore
    }
  }, [reading, updatedAt, segmentId])

  return { prepared, catchUp, settled }
}

/** Brings what has changed into the rows around the window. False: it could not, or a later one has taken its place. */
function renew({ source, shown }: Prepared, reading: Reading): Promise<boolean> {
  const span = shown.view?.span() ?? { first: 0, last: 2 }
  return source.renew(reading, span.first, span.last)
}

/** Whether two readings are of the same texts, in the same kind of rows. */
function isSamePage(a: Reading, b: Reading): boolean {
  const keyOf = ({ target, left, right, aligned, chunkSize }: Reading): string =>
    JSON.stringify([target, left.id, right?.id, left.language, right?.language, aligned, chunkSize])
  return keyOf(a) === keyOf(b)
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
