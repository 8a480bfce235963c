import { create } from 'zustand'
import { reportError } from '../../data/query-client.ts'

interface SaveState {
  /** Saves under way, and what is typed but not yet sent. */
  readonly pending: number
  /** The last save failed; what it held is still on the screen. */
  readonly failed: boolean
}

const useSaveStore = create<SaveState>(() => ({ pending: 0, failed: false }))

/** How the user's work stands: what the screen says is saved, is. */
export function useSaveState(): 'saved' | 'saving' | 'failed' {
  return useSaveStore(({ pending, failed }) => (pending > 0 ? 'saving' : failed ? 'failed' : 'saved'))
}

/** Counts something as unsaved until the answer is called. */
export function holdUnsaved(): (outcome: 'saved' | 'failed') => void {
  let open = true
  useSaveStore.setState(({ pending }) => ({ pending: pending + 1 }))
  return (outcome) => {
    if (!open) return
    open = false
    useSaveStore.setState(({ pending }) => ({ pending: pending - 1, failed: outcome === 'failed' }))
  }
}

/** Follows a command; a failure is told and comes back as null. */
export async function saving<Value>(work: Promise<Value>): Promise<Value | null> {
  const settle = holdUnsaved()
  try {
    const value = await work
    settle('saved')
    return value
  } catch (error) {
    settle('failed')
    reportError(error)
    return null
  }
}
