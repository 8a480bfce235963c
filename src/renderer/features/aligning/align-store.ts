import { createStore, type StoreApi } from 'zustand'
import type { BeadFilter } from '../../../shared/domain/bead.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { BeadId, PairId, SegmentId } from '../../../shared/domain/ids.ts'

/** The first of two sentences that are to be brought together. */
export interface FirstHalf {
  readonly kind: 'pinpoint' | 'link'
  readonly side: Side
  readonly segmentId: SegmentId
}

export interface AlignState {
  readonly pairId: PairId | null
  readonly on: boolean
  readonly filter: BeadFilter
  /** The current segment of the current cell, where it is not its first. */
  readonly segmentId: SegmentId | null
  readonly firstHalf: FirstHalf | null
  /** The bead whose menu is open. */
  readonly menu: BeadId | null
}

export type AlignStore = StoreApi<AlignState>

const FRESH: AlignState = {
  pairId: null,
  on: false,
  filter: 'all',
  segmentId: null,
  firstHalf: null,
  menu: null,
}

/** The align layer of the pair that is open. It outlives changes of the text, of the beads and of the filter. */
export const alignStore: AlignStore = createStore<AlignState>(() => FRESH)

/** Another pair has been opened: nothing of the last one's stays. */
export function resetAligning(pairId: PairId | null): void {
  if (alignStore.getState().pairId !== pairId) alignStore.setState({ ...FRESH, pairId })
}

/** Opens or leaves the layer. */
export function setAligning(on: boolean): void {
  const { pairId } = alignStore.getState()
  alignStore.setState({ ...FRESH, pairId, on })
}

/** Takes back what is half done: the first of two sentences. False: nothing was. */
export function backOut(): boolean {
  if (alignStore.getState().firstHalf === null) return false
  alignStore.setState({ firstHalf: null })
  return true
}
