import { createStore, type StoreApi } from 'zustand'
import type { SegmentId } from '../../../shared/domain/ids.ts'

/** What Enter does at the caret: divides the bead, the sentence, or the paragraph. */
export type SplitPurpose = 'bead' | 'sentence' | 'paragraph'

/** A point in a segment, where it would be split. */
export interface SplitCaret {
  readonly segmentId: SegmentId
  /** UTF-16 code units. */
  readonly offset: number
  /** The keyboard is moving it: arrows and Enter belong to it. */
  readonly isMoving: boolean
  readonly purpose: SplitPurpose
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

export interface TextState {
  /** What is open: a pair or an article. */
  readonly place: string | null
  readonly editing: SegmentId | null
  /** Null while what is edited is as it was. It outlives the field, which goes when its row scrolls away. */
  readonly draft: TextDraft | null
  readonly caret: SplitCaret | null
  /** The sentence whose paragraph's kind is being chosen. */
  readonly kindOf: SegmentId | null
}

const FRESH: TextState = { place: null, editing: null, draft: null, caret: null, kindOf: null }

/** What is under way with the text that is open, in reading and in the align layer alike. */
export const textStore: StoreApi<TextState> = createStore<TextState>(() => FRESH)

/** Another text has been opened: nothing of the last one's stays. */
export function resetText(place: string): void {
  if (textStore.getState().place !== place) textStore.setState({ ...FRESH, place })
}

/** Takes back what is half done: the text field, the caret. False: nothing was. */
export function backOutOfText(): boolean {
  const { caret, editing } = textStore.getState()
  if (editing !== null) textStore.setState({ editing: null, draft: null })
  else if (caret?.isMoving === true) textStore.setState({ caret: null })
  else return false
  return true
}
