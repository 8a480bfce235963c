import type { ReactNode } from 'react'
import { useSaveState } from '../../features/annotating/save-state.ts'
import { SavedState } from '../../features/reading/reading-status.tsx'

/** How the user's work stands. Alone, so that a save under way draws a word anew and not the page. */
export function SavedWord(): ReactNode {
  return <SavedState state={useSaveState()} />
}
