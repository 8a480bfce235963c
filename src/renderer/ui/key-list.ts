import { create } from 'zustand'
import type { Chord } from './chord.ts'

/** A key that works just now, for the key map and the command palette. */
export interface ListedKey {
  /** What the user's changes of keys know it by. */
  readonly id: string
  /** What works now. */
  readonly chords: readonly Chord[]
  /** What is bound, chords included that mean something else just now. */
  readonly bound: readonly Chord[]
  /** What is bound until the user says otherwise. */
  readonly builtIn: readonly Chord[]
  readonly label: string
  readonly run: () => void
}

/**
 * Where keys work: `page` on the page that is open, `everywhere` on each, anything else in a panel of that name while
 * the focus is in it, where they come before those of the page.
 */
export type KeyPlace = string

export interface KeyGroup {
  readonly group: string
  readonly place: KeyPlace
  readonly keys: readonly ListedKey[]
}

interface KeyList {
  readonly groups: ReadonlyMap<string, KeyGroup>
}

const useKeyListStore = create<KeyList>(() => ({ groups: new Map() }))

export function listKeys(id: string, group: KeyGroup): void {
  useKeyListStore.setState(({ groups }) => ({ groups: new Map(groups).set(id, group) }))
}

export function unlistKeys(id: string): void {
  useKeyListStore.setState(({ groups }) => {
    const rest = new Map(groups)
    rest.delete(id)
    return { groups: rest }
  })
}

/** What is listed now, in the order it was mounted. */
export function useKeyGroups(): ReadonlyMap<string, KeyGroup> {
  return useKeyListStore(({ groups }) => groups)
}

/** The key that does what has the id, as long as it works on this page; null: none does. */
export function useKeyOf(id: string | null): Chord | null {
  return useKeyListStore(({ groups }) => {
    if (id === null) return null
    for (const { keys } of groups.values()) {
      const found = keys.find((key) => key.id === id)
      if (found !== undefined) return found.chords[0] ?? null
    }
    return null
  })
}
