import { create } from 'zustand'

export interface ReviewState {
  /** The one that the keys are about, by its `doubtKey`; null: the first. */
  readonly current: string | null
  /** Where in the list it stood last: what takes its place when it is done is the next one. */
  readonly place: number
  readonly selected: ReadonlySet<string>
}

/** Where one is in the list of what is to be checked; kept while something is looked at in the reader. */
export const useReview = create<ReviewState>(() => ({ current: null, place: 0, selected: new Set() }))

export function setCurrentDoubt(current: string, place: number): void {
  useReview.setState({ current, place })
}

export function toggleDoubt(key: string): void {
  useReview.setState(({ selected }) => {
    const next = new Set(selected)
    if (!next.delete(key)) next.add(key)
    return { selected: next }
  })
}

export function selectDoubts(keys: readonly string[]): void {
  useReview.setState({ selected: new Set(keys) })
}

/** The key that is current in a list: the one that was, or what has come to its place. */
export function currentIn(keys: readonly string[], { current, place }: ReviewState): string | null {
  if (current !== null && keys.includes(current)) return current
  return keys[Math.min(place, keys.length - 1)] ?? null
}
