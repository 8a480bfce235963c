import { create } from 'zustand'
import type { Chord } from './chord.ts'

/** A key that works just now, for the key map and the command palette. */
export interface ListedKey {
  readonly chords: readonly Chord[]
  readonly label: string
  readonly run: () => void
}

export interface KeyGroup {
  readonly group: string
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
