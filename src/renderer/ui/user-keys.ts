import { create } from 'zustand'
import { canonicalChord, type Chord } from './chord.ts'

/** The user's own keys by the id of what they do; without an entry the built-in ones hold, an empty list is none. */
export type UserKeys = Readonly<Record<string, readonly Chord[]>>

const useUserKeysStore = create<{ readonly keys: UserKeys }>(() => ({ keys: {} }))

/** Sets the user's keys for the whole app. */
export function setUserKeys(keys: UserKeys): void {
  useUserKeysStore.setState({ keys })
}

export function useUserKeys(): UserKeys {
  return useUserKeysStore(({ keys }) => keys)
}

/** The chords that bring about what has the id. */
export function resolveChords(keys: UserKeys, id: string, builtIn: readonly Chord[]): readonly Chord[] {
  return Object.hasOwn(keys, id) ? (keys[id] ?? builtIn) : builtIn
}

/** Those of the chords that mean nothing else just now. `taken` holds canonical chords. */
export function withoutTaken(chords: readonly Chord[], taken: ReadonlySet<Chord>): readonly Chord[] {
  return taken.size === 0 ? chords : chords.filter((chord) => !taken.has(canonicalChord(chord)))
}
