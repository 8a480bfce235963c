import type { Row } from '../../../shared/contract/schemas/reader.ts'
import type { BeadFilter } from '../../../shared/domain/bead.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import type { AlignActionId } from '../../../shared/domain/align-action.ts'
import type { Stage } from './reader-stage.ts'

/** The neighbours that an action changes besides the bead it is done to. */
const REACHES: Partial<Record<AlignActionId, readonly ('before' | 'after')[]>> = {
  pull: ['before', 'after'],
  push: ['after'],
  shift: ['before'],
  pop: ['after'],
  mergePrevious: ['before'],
  mergeNext: ['after'],
  swap: ['after'],
}

/** Which beads of the pair are shown. */
export function filterOf({ source }: Stage): BeadFilter {
  const { target } = source.reading
  return target.kind === 'pair' ? (target.filter ?? 'all') : 'all'
}

/** How many beads a filter has left out between a row and the one before it (or the beginning). */
export function hiddenBefore({ source }: Pick<Stage, 'source'>, row: Row): number {
  if (row.bead === null) return 0
  const before = row.index === 0 ? 0 : source.row(row.index - 1)?.bead?.number
  return before === undefined ? 0 : row.bead.number - before - 1
}

function hiddenAfter(stage: Stage, row: Row): number {
  const { reading } = stage.source
  const next = stage.source.row(row.index + 1)
  if (next !== null) return hiddenBefore(stage, next)
  const isLast = row.index === reading.rowCount - 1
  return isLast ? Math.max(0, (reading.pair?.beadCount ?? 0) - (row.bead?.number ?? 0)) : 0
}

/** Whether an action would change beads that a filter hides. */
export function needsHidden(stage: Stage, id: AlignActionId, row: Row): boolean {
  if (filterOf(stage) === 'all') return false
  return (REACHES[id] ?? []).some((side) =>
    side === 'before' ? hiddenBefore(stage, row) > 0 : hiddenAfter(stage, row) > 0,
  )
}

/** Whether a filter hides beads between two rows. */
export function hasGap(stage: Stage, one: number, other: number): boolean {
  if (filterOf(stage) === 'all') return false
  const numberAt = (index: number): number | undefined => stage.source.row(index)?.bead?.number
  const [first, last] = [numberAt(Math.min(one, other)), numberAt(Math.max(one, other))]
  if (first === undefined || last === undefined) return true
  return last - first !== Math.abs(one - other)
}

/** Whether a filter hides beads between two segments. */
export function isApart(stage: Stage, one: SegmentId, other: SegmentId): boolean {
  const [first, last] = [stage.source.home(one)?.rowIndex, stage.source.home(other)?.rowIndex]
  return first !== undefined && last !== undefined && hasGap(stage, first, last)
}
