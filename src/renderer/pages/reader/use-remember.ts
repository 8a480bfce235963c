import { useEffect } from 'react'
import type { ReadingTarget } from '../../../shared/contract/schemas/reader.ts'
import { api } from '../../api/api.ts'
import type { Stage } from './reader-stage.ts'

const PAUSE = 700

/** Keeps where one is in the text, for the next time; and tells the status line. */
export function useRemember(stage: Stage, target: ReadingTarget): void {
  useEffect(() => {
    const { view, source, pointer } = stage
    let timer: ReturnType<typeof setTimeout> | null = null
    let known = ''

    const save = (): void => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      const place = view.topPlace()
      if (place === null || known === `${place.segmentId}:${place.offset}`) return
      known = `${place.segmentId}:${place.offset}`
      const { segmentId, offset } = place
      // A place that is lost costs a scroll; no need to trouble anyone.
      api.reader.remember({ target, segmentId, offset }).catch(() => undefined)
    }

    const stop = view.onPlace(() => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(save, PAUSE)
      const place = view.topPlace()
      const top = place === null ? null : (source.home(place.segmentId)?.rowIndex ?? null)
      const { rowIndex, seen } = pointer.getState()
      const next = view.isInView(rowIndex) ? rowIndex : (top ?? rowIndex)
      if (next !== seen) pointer.setState({ seen: next })
    })
    window.addEventListener('pagehide', save)
    return () => {
      stop()
      window.removeEventListener('pagehide', save)
      if (timer !== null) save()
    }
  }, [stage, target])
}
