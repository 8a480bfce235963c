import type { Row } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { BeadId, SegmentId } from '../../../shared/domain/ids.ts'
import { api } from '../../api/api.ts'
import { alignStore } from '../../features/aligning/align-store.ts'
import type { RowBead } from '../../features/aligning/bead-state.ts'
import { describeBead } from '../../features/aligning/describe-bead.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { locate } from '../../features/reading/prepare-reading.ts'
import { otherSide } from '../../features/reading/reading-layout.ts'
import { segmentsOf } from '../../features/reading/row-source.ts'
import { textStore } from '../../features/revising/text-store.ts'
import { formatLanguage } from '../../i18n/format.ts'
import { getT } from '../../i18n/i18n.ts'
import type { Stage } from './reader-stage.ts'

type Segment = ReturnType<typeof segmentsOf>[number]

/** Where the align layer's caret is: a cell, and a segment inside it unless it is empty. */
export interface Cell {
  readonly row: Row
  readonly bead: RowBead
  readonly side: Side
  readonly segments: readonly Segment[]
  readonly segment: Segment | null
  /** The how-manieth of the cell's segments it is, from 0. */
  readonly at: number
}

/** The current cell; null where the current row has not come or is no bead. */
export function currentCell({ source, pointer }: Stage): Cell | null {
  const { rowIndex, side } = pointer.getState()
  const row = source.row(rowIndex)
  if (row === null || row.bead === null) return null
  const segments = segmentsOf(row, side)
  const { segmentId } = alignStore.getState()
  const at = Math.max(
    0,
    segments.findIndex(({ id }) => id === segmentId),
  )
  return { row, bead: row.bead, side, segments, segment: segments[at] ?? null, at }
}

export interface MoveOptions {
  readonly side?: Side
  readonly segmentId?: SegmentId | null
  /** Says what is there now; not where something else has just been said. */
  readonly aloud?: boolean
}

/** Makes a row the current one and keeps it in sight. Resolves when it is current, not when the window is still. */
export async function moveToRow(stage: Stage, rowIndex: number, options: MoveOptions = {}): Promise<void> {
  const { source, view, pointer } = stage
  const index = Math.max(0, Math.min(rowIndex, source.reading.rowCount - 1))
  if (source.row(index) === null) await source.load(source.chunkOf(index))
  const row = source.row(index)
  if (row === null) return
  const side = options.side ?? pointer.getState().side
  pointer.setState({ rowIndex: index, seen: index, side, shown: true })
  const { caret } = textStore.getState()
  const segmentId = options.segmentId ?? null
  alignStore.setState({ segmentId })
  if (caret !== null && caret.segmentId !== segmentId) textStore.setState({ caret: null })
  const segment =
    segmentsOf(row, side).find(({ id }) => id === segmentId) ??
    segmentsOf(row, side)[0] ??
    segmentsOf(row, otherSide(side))[0]
  if (segment === undefined) view.rowElement(index)?.scrollIntoView({ block: 'nearest' })
  else void view.show({ segmentId: segment.id, offset: 0 }, index, 'row')
  if (options.aloud ?? true) sayPlace(stage)
}

/** Goes to a bead that an answer of the core names by its row among all beads, also while a filter is on. */
export async function moveToBead(
  stage: Stage,
  place: { readonly beadId: BeadId; readonly rowIndex: number },
  options: MoveOptions = {},
): Promise<boolean> {
  const { source } = stage
  const { target } = source.reading
  const known = source.rowOfBead(place.beadId)
  if (known !== null) {
    await moveToRow(stage, known.index, options)
    return true
  }
  if (target.kind === 'pair' && target.filter !== undefined && target.filter !== 'all') {
    const whole = { kind: 'pair' as const, pairId: target.pairId }
    const [row] = await api.reader.rows({ target: whole, from: place.rowIndex, limit: 1 })
    const segment = row?.left[0]?.segments[0] ?? row?.right[0]?.segments[0]
    const found = segment === undefined ? null : await locate(target, segment.id)
    if (found === null) return false
    await moveToRow(stage, found, options)
    return true
  }
  await moveToRow(stage, place.rowIndex, options)
  return true
}

/** Steps to the next or previous segment of the current side, over the borders of beads. */
export async function stepSegment(stage: Stage, step: 1 | -1): Promise<void> {
  const { source } = stage
  const cell = currentCell(stage)
  if (cell === null) return
  const next = cell.segments[cell.at + step]
  if (next !== undefined && cell.segment !== null) {
    await moveToRow(stage, cell.row.index, { segmentId: next.id })
    return
  }
  for (let index = cell.row.index + step; index >= 0 && index < source.reading.rowCount; index += step) {
    if (source.row(index) === null) await source.load(source.chunkOf(index))
    const row = source.row(index)
    if (row === null) return
    const segments = segmentsOf(row, cell.side)
    const segment = step === 1 ? segments[0] : segments.at(-1)
    if (segment === undefined) continue
    await moveToRow(stage, index, { segmentId: segment.id })
    return
  }
}

/** Says where the caret is. */
export function sayPlace(stage: Stage): void {
  const words = placeInWords(stage)
  if (words !== '') announce(words)
}

const SAID = 200

export function placeInWords(stage: Stage): string {
  const cell = currentCell(stage)
  if (cell === null) return ''
  const t = getT('aligning')
  const { left, right } = stage.source.reading
  const language = formatLanguage((cell.side === 'left' ? left : (right ?? left)).language)
  const side =
    cell.segment === null
      ? t('bead.sideEmpty', { language })
      : t('bead.side', {
          language,
          at: cell.at + 1,
          count: cell.segments.length,
          text: cell.segment.text.trim().slice(0, SAID),
        })
  return `${describeBead(cell.row)}. ${side}`
}

/** Keeps the caret on its bead while rows come and go around it. Returns what ends it. */
export function keepPlace({ source, pointer }: Stage): () => void {
  let current = source.row(pointer.getState().rowIndex)?.bead?.id ?? null
  const stopPointer = pointer.subscribe(({ rowIndex }) => {
    current = source.row(rowIndex)?.bead?.id ?? null
  })
  const stopRows = source.subscribe(() => {
    const { rowIndex, seen } = pointer.getState()
    const here = source.row(rowIndex)?.bead?.id ?? null
    const last = Math.max(0, source.reading.rowCount - 1)
    if (current === null || here === current) {
      current = here
      if (rowIndex > last || seen > last) pointer.setState({ rowIndex: last, seen: last })
      return
    }
    const moved = source.rowOfBead(current)
    if (moved !== null) pointer.setState({ rowIndex: moved.index, seen: moved.index })
    else if (rowIndex > last) pointer.setState({ rowIndex: last, seen: last })
    else current = here
  })
  return () => {
    stopPointer()
    stopRows()
  }
}
