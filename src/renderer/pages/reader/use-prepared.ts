import { useCallback, useEffect, useRef, useState } from 'react'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { onEvent } from '../../api/api.ts'
import { queryClient, reportError } from '../../data/query-client.ts'
import { prepareReading, type PreparedReading } from '../../features/reading/prepare-reading.ts'
import type { ReadingWindow, ViewPlace } from '../../features/reading/reading-window.ts'

export interface Prepared extends PreparedReading {
  /** The window the reading is looked at through; set once it is drawn, so that the next can begin there. */
  readonly shown: { view: ReadingWindow | null }
}

/** The reading on the page, and how to know that it is as the library has it. */
export interface Preparing {
  readonly prepared: Prepared | null
  /** Resolves when the page shows the text and the beads as they are in the library now. */
  readonly catchUp: () => Promise<void>
  /** Resolves when nothing that is known to have changed is still on its way to the page. */
  readonly settled: () => Promise<void>
}

/** After this the page goes on with what it has: the query tells of its failure itself. */
const GIVE_UP_MS = 4_000

/**
 * The reading, ready to be drawn. What changes within it (beads, sentences) comes into the rows that are here;
 * another article, mode or filter comes prepared at the place that is being read, and takes the other's place in
 * one step.
 */
export function usePrepared(
  reading: Reading | undefined,
  updatedAt: number,
  segmentId: SegmentId | null,
): Preparing {
  const [prepared, setPrepared] = useState<Prepared | null>(null)
  const latest = useRef<Prepared | null>(null)
  const stale = useRef(true)
  const running = useRef(0)
  const waiting = useRef<(() => void)[]>([])
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
    const jumped = wanted.current !== segmentId
    if (jumped) {
      wanted.current = segmentId
      stale.current = true
    }
    if (reading === undefined) return
    const before = latest.current
    const same = before !== null && shapeOf(before.source.reading) === shapeOf(reading)
    if (same && !stale.current) return
    stale.current = false
    running.current += 1
    let live = true
    let done = false
    const work =
      before !== null && !jumped && isSamePage(before.source.reading, reading)
        ? renew(before, reading)
        : prepareReading(reading, startOf(reading, before, segmentId)).then((next) => {
            if (!live) return
            const result = { ...next, shown: { view: null } }
            latest.current = result
            setPrepared(result)
          })
    work.catch(reportError).finally(() => {
      done = true
      running.current -= 1
      if (stale.current || running.current > 0) return
      for (const resolve of waiting.current.splice(0)) resolve()
    })
    return () => {
      live = false
      // What was cut off has to be done again.
      if (!done && latest.current === before) stale.current = true
    }
  }, [reading, updatedAt, segmentId])

  const settled = useCallback((): Promise<void> => {
    if (!stale.current && running.current === 0) return Promise.resolve()
    return new Promise((resolve) => {
      waiting.current.push(resolve)
      setTimeout(resolve, GIVE_UP_MS)
    })
  }, [])
  const catchUp = useCallback((): Promise<void> => {
    // The event of the change may still be on its way; where it has come, the question has been asked already.
    if (!stale.current) {
      stale.current = true
      void queryClient.invalidateQueries({ queryKey: ['reader.open'] })
    }
    return settled()
  }, [settled])

  return { prepared, catchUp, settled }
}

/** Brings what has changed into the rows around the window. */
async function renew({ source, shown }: Prepared, reading: Reading): Promise<void> {
  const span = shown.view?.span() ?? { first: 0, last: 2 }
  await source.renew(reading, span.first, span.last)
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
