import { createStore, type StoreApi } from 'zustand'
import type { BeadFilter } from '../../../shared/domain/bead.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { BeadId, PairId, SegmentId } from '../../../shared/domain/ids.ts'

/** A point in a segment, where it would be split. */
export interface SplitCaret {
  readonly segmentId: SegmentId
  /** UTF-16 code units. */
  readonly offset: number
  /** The keyboard is moving it: arrows and Enter belong to it. */
  readonly isMoving: boolean
}

/** The first of two sentences that are to be brought together. */
export interface FirstHalf {
  readonly kind: 'pinpoint' | 'link'
  readonly side: Side
  readonly segmentId: SegmentId
}

/** What has been typed into a sentence and is not in the library yet. */
export interface TextDraft {
  readonly segmentId: SegmentId
  /** The text as it was when it was opened. */
  readonly opened: string
  readonly text: string
  /** In words, why it could not be saved; null while nobody has tried. */
  readonly problem: string | null
}

export interface AlignState {
  readonly pairId: PairId | null
  readonly on: boolean
  readonly filter: BeadFilter
  /** The current segment of the current cell, where it is not its first. */
  readonly segmentId: SegmentId | null
  readonly caret: SplitCaret | null
  readonly firstHalf: FirstHalf | null
  readonly editing: SegmentId | null
  /** Null while what is edited is as it was. It outlives the field, which goes when its row scrolls away. */
  readonly draft: TextDraft | null
  /** The bead whose menu is open. */
  readonly menu: BeadId | null
}

export type AlignStore = StoreApi<AlignState>

const FRESH: AlignState = {
  pairId: null,
  on: false,
  filter: 'all',
  segmentId: null,
  caret: null,
  firstHalf: null,
  editing: null,
  draft: null,
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
  const { pairId, editing, draft } = alignStore.getState()
  // What could not be saved is not thrown away with the layer.
  alignStore.setState({ ...FRESH, pairId, on, editing, draft })
}

/** Takes back what is half done: the caret, the first of two sentences, the text field. False: nothing was. */
export function backOut(): boolean {
  const { caret, firstHalf, editing } = alignStore.getState()
  if (editing !== null) alignStore.setState({ editing: null, draft: null })
  else if (caret?.isMoving === true) alignStore.setState({ caret: null })
  else if (firstHalf !== null) alignStore.setState({ firstHalf: null })
  else return false
  return true
}
