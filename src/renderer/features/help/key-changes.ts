import { canonicalChord, type Chord } from '../../ui/chord.ts'
import type { KeyGroup, KeyPlace, ListedKey } from '../../ui/key-list.ts'
import type { UserKeys } from '../../ui/user-keys.ts'

/** A key of the list, with where it works. */
export interface PlacedKey extends ListedKey {
  readonly place: KeyPlace
}

export function placedKeys(groups: Iterable<KeyGroup>): PlacedKey[] {
  return [...groups].flatMap(({ place, keys }) => keys.map((key) => ({ ...key, place })))
}

/** Keys that press buttons and lead from one to the next: taking them would lock out who has no mouse. */
const NEEDED: ReadonlySet<Chord> = new Set(['Tab', 'Shift+Tab', 'Enter', 'Space'])
/** What the window, the browser or the text fields do, whatever we say. */
const TAKEN: ReadonlySet<Chord> = new Set(
  ['KeyC', 'KeyV', 'KeyX', 'KeyW', 'KeyQ', 'KeyT', 'Shift+KeyT', 'KeyN', 'Shift+KeyN'].map(
    (code) => `Mod+${code}`,
  ),
)

/** Why a chord can't be chosen; null: it can. */
export function refusalOf(chord: Chord): 'needed' | 'taken' | null {
  if (NEEDED.has(chord)) return 'needed'
  return TAKEN.has(canonicalChord(chord)) ? 'taken' : null
}

function canMeet(one: KeyPlace, other: KeyPlace): boolean {
  return one === other || one === 'everywhere' || other === 'everywhere'
}

/** Whether the chord is among them, however it is written. */
export function hasChord(chords: readonly Chord[], wanted: Chord): boolean {
  return chords.some((chord) => canonicalChord(chord) === canonicalChord(wanted))
}

export function sameChords(one: readonly Chord[], other: readonly Chord[]): boolean {
  return one.length === other.length && one.every((chord) => hasChord(other, chord))
}

/**
 * What else the chords would bring about where the key works. Two things that share a key as they are built (N is one
 * thing in the text, another with something selected) are no conflict for it.
 */
export function conflictsOf(
  keys: readonly PlacedKey[],
  key: PlacedKey,
  chords: readonly Chord[],
): PlacedKey[] {
  return keys.filter((other) => {
    if (other.id === key.id || !canMeet(other.place, key.place)) return false
    return chords.some(
      (chord) =>
        hasChord(other.bound, chord) && !(hasChord(key.builtIn, chord) && hasChord(other.builtIn, chord)),
    )
  })
}

/** The user's keys with other chords for one thing; the built-in ones need no entry. */
export function withChords(
  keys: UserKeys,
  { id, builtIn }: Pick<ListedKey, 'id' | 'builtIn'>,
  chords: readonly Chord[],
): UserKeys {
  const { [id]: _before, ...rest } = keys
  return sameChords(chords, builtIn) ? rest : { ...rest, [id]: chords }
}

/**
 * Gives a key its chords and takes them from the others; the first of these gets what the key had in their place, if
 * that is not wanted again.
 */
export function swapped(
  keys: UserKeys,
  key: PlacedKey,
  chords: readonly Chord[],
  others: readonly PlacedKey[],
): UserKeys {
  const freed = key.bound.filter((chord) => !hasChord(chords, chord))
  return others.reduce(
    (so, other, index) => {
      const left = other.bound.filter((chord) => !hasChord(chords, chord))
      const given = index === 0 ? freed.slice(0, 1).filter((chord) => !hasChord(left, chord)) : []
      return withChords(so, other, [...left, ...given])
    },
    withChords(keys, key, chords),
  )
}
