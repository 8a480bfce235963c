import { useEffect } from 'react'
import type { EvidenceMark } from '../../../shared/contract/schemas/alignment.ts'
import type { Row } from '../../../shared/contract/schemas/reader.ts'
import type { BeadId, PairId, SegmentId } from '../../../shared/domain/ids.ts'
import { api, onEvent } from '../../api/api.ts'
import { alignStore } from '../../features/aligning/align-store.ts'
import { paintOf } from '../../features/aligning/evidence-paint.ts'
import { segmentsOf } from '../../features/reading/row-source.ts'
import type { Paint } from '../../features/reading/segment-painter.ts'
import { currentCell } from './align-place.ts'
import type { Stage } from './reader-stage.ts'

/** Paints the current segment of a cell that has several, and the first of two that are to be brought together. */
export function useCaretPaint(stage: Stage, on: boolean): void {
  useEffect(() => {
    if (!on) return
    const { painter, pointer, source } = stage
    let painted = new Map<SegmentId, string>()
    painter.setLayer('align', (id) => {
      const name = painted.get(id)
      const length = source.home(id)?.segment.text.trimEnd().length ?? 0
      return name === undefined ? [] : [{ name, start: 0, end: length }]
    })
    const repaint = (): void => {
      const next = new Map<SegmentId, string>()
      const cell = currentCell(stage)
      if (cell !== null && cell.segment !== null && cell.segments.length > 1) {
        next.set(cell.segment.id, 'align-segment')
      }
      const { firstHalf } = alignStore.getState()
      if (firstHalf !== null) next.set(firstHalf.segmentId, 'align-half')
      const changed = [...new Set([...painted.keys(), ...next.keys()])].filter(
        (id) => painted.get(id) !== next.get(id),
      )
      painted = next
      painter.repaint('align', changed)
    }
    repaint()
    const stops = [pointer.subscribe(repaint), alignStore.subscribe(repaint), source.subscribe(repaint)]
    return () => {
      for (const stop of stops) stop()
      painter.setLayer('align', null)
    }
  }, [stage, on])
}

/** Wait for scrolling to pause, then ask for what is on the page: never more than that. */
const PAUSE_MS = 120
const MOST_AT_ONCE = 200
const MOST_KEPT = 5_000

interface Known {
  /** Ids and texts the marks were found in: others make them void. */
  readonly key: string
  readonly segmentIds: readonly SegmentId[]
}

/** Marks numbers, dates, names and terms of the rows on the page, fetched as they come into sight. */
export function useEvidencePaint(stage: Stage, pairId: PairId | null, on: boolean): void {
  useEffect(() => {
    if (!on || pairId === null) return
    const { painter, source, view } = stage
    const known = new Map<BeadId, Known>()
    const paints = new Map<SegmentId, readonly Paint[]>()
    let timer: ReturnType<typeof setTimeout> | null = null
    let live = true
    painter.setLayer('evidence', (id) => paints.get(id) ?? [])

    const forget = (): void => {
      known.clear()
      paints.clear()
    }

    const rowsInSight = (): Row[] => {
      const span = view.span()
      if (span === null) return []
      const rows: Row[] = []
      for (let chunk = span.first; chunk <= span.last; chunk += 1) rows.push(...(source.rows(chunk) ?? []))
      return rows
    }

    const ask = async (): Promise<void> => {
      timer = null
      if (known.size > MOST_KEPT) forget()
      const wanted = new Map<BeadId, Row>()
      for (const row of rowsInSight()) {
        if (row.bead !== null && known.get(row.bead.id)?.key !== keyOf(row)) wanted.set(row.bead.id, row)
        if (wanted.size >= MOST_AT_ONCE) break
      }
      if (wanted.size === 0) return
      const answer = await api.alignment.evidence({ pairId, beadIds: [...wanted.keys()] })
      if (!live) return
      const changed = new Set<SegmentId>()
      const marksOf = new Map(answer.map(({ beadId, marks }) => [beadId, marks]))
      for (const [beadId, row] of wanted) {
        for (const id of known.get(beadId)?.segmentIds ?? []) if (paints.delete(id)) changed.add(id)
        const segments = [...segmentsOf(row, 'left'), ...segmentsOf(row, 'right')]
        known.set(beadId, { key: keyOf(row), segmentIds: segments.map(({ id }) => id) })
        for (const [id, list] of bySegment(row, marksOf.get(beadId) ?? [])) {
          paints.set(id, list)
          changed.add(id)
        }
      }
      painter.repaint('evidence', changed)
      soon()
    }

    const soon = (): void => {
      if (timer !== null) clearTimeout(timer)
      // Evidence is a help: where it fails the text is as it was.
      timer = setTimeout(() => void ask().catch(() => undefined), PAUSE_MS)
    }
    soon()
    const stops = [
      view.subscribe(soon),
      source.subscribe(soon),
      onEvent((event) => {
        if (event.name !== 'changed' || !event.entities.includes('term')) return
        forget()
        soon()
      }),
    ]
    return () => {
      live = false
      if (timer !== null) clearTimeout(timer)
      for (const stop of stops) stop()
      painter.setLayer('evidence', null)
    }
  }, [stage, pairId, on])
}

function bySegment(row: Row, marks: readonly EvidenceMark[]): Map<SegmentId, Paint[]> {
  const oneSided = row.left.length === 0 || row.right.length === 0
  const found = new Map<SegmentId, Paint[]>()
  for (const mark of marks) {
    const list = found.get(mark.segmentId) ?? []
    list.push({ name: paintOf(mark, oneSided), start: mark.start, end: mark.end })
    found.set(mark.segmentId, list)
  }
  return found
}

function keyOf(row: Row): string {
  const side = (runs: Row['left']): string =>
    runs.flatMap(({ segments }) => segments.map(({ id, text }) => `${id}${text}`)).join('')
  return `${side(row.left)}|${side(row.right)}`
}
