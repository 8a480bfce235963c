import { useLayoutEffect } from 'react'
import type { Reading, ReadingTarget } from '../../../shared/contract/schemas/reader.ts'
import { api } from '../../api/api.ts'
import { queryClient } from '../../data/query-client.ts'
import { alignStore } from '../../features/aligning/align-store.ts'
import { otherSide } from '../../features/reading/reading-layout.ts'
import { segmentsOf } from '../../features/reading/row-source.ts'
import type { Place } from '../../features/reading/text-position.ts'
import type { Stage } from './reader-stage.ts'

const PAUSE = 700
/** The status line tells the row this often while scrolling: told at every frame, it has all highlights painted anew. */
const TELL_EVERY = 150

/** The beginning of the current row, while it is in view. */
function currentPlace({ view, source, pointer }: Stage): Place | null {
  const { rowIndex, side, shown } = pointer.getState()
  const row = shown && view.isInView(rowIndex) ? source.row(rowIndex) : null
  if (row === null) return null
  const segment = segmentsOf(row, side)[0] ?? segmentsOf(row, otherSide(side))[0]
  return segment === undefined ? null : { segmentId: segment.id, offset: 0 }
}

/** Keeps where one is in the text, for the next time; and tells the status line. */
export function useRemember(stage: Stage, target: ReadingTarget): void {
  // A layout effect: when it is cleaned up on leaving, the text is still there to say where one was.
  useLayoutEffect(() => {
    const { view, source, pointer } = stage
    let timer: ReturnType<typeof setTimeout> | null = null
    let telling: ReturnType<typeof setTimeout> | null = null
    let known = ''

    const save = (): void => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      const place = currentPlace(stage) ?? view.topPlace()
      if (place === null || known === `${place.segmentId}:${place.offset}`) return
      known = `${place.segmentId}:${place.offset}`
      const { segmentId, offset } = place
      const rowIndex = source.home(segmentId)?.rowIndex ?? 0
      // The answer that opened this text says where one began; whoever comes back begins here.
      queryClient.setQueryData<Reading>(['reader.open', { target }], (reading) =>
        reading === undefined
          ? reading
          : { ...reading, position: { segmentId, offset, rowIndex, at: Date.now() } },
      )
      // A place that is lost costs a scroll; no need to trouble anyone.
      api.reader.remember({ target, segmentId, offset }).catch(() => undefined)
    }

    const tell = (): void => {
      telling = null
      const place = view.topPlace()
      const top = place === null ? null : (source.home(place.segmentId)?.rowIndex ?? null)
      const { rowIndex, seen } = pointer.getState()
      // In the align layer keys act on the current bead, wherever it is: that is the one to be told.
      const isCurrent = alignStore.getState().on || view.isInView(rowIndex)
      const next = isCurrent ? rowIndex : (top ?? rowIndex)
      if (next !== seen) pointer.setState({ seen: next })
    }

    const moved = (): void => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(save, PAUSE)
      telling ??= setTimeout(tell, TELL_EVERY)
    }
    const stops = [view.onPlace(moved), pointer.subscribe(moved)]
    window.addEventListener('pagehide', save)
    return () => {
      for (const stop of stops) stop()
      if (telling !== null) clearTimeout(telling)
      window.removeEventListener('pagehide', save)
      if (timer !== null) save()
    }
  }, [stage, target])
}
