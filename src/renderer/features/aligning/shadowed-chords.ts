import { useMemo } from 'react'
import { ALIGN_ACTIONS } from '../../../shared/domain/align-action.ts'
import { canonicalChord, type Chord } from '../../ui/chord.ts'
import { resolveChords, useUserKeys, type UserKeys } from '../../ui/user-keys.ts'
import { alignKeyId } from './align-key-id.ts'

/**
 * Keys that mean something else while the layer is on, as the user has them; canonical. The key of the next one that is
 * not 1:1 (N) stays with notes while something is selected.
 */
export function shadowedChords(keys: UserKeys): ReadonlySet<Chord> {
  const actions = ALIGN_ACTIONS.filter(({ id }) => id !== 'nextNotOneToOne').flatMap(({ id, chords }) =>
    resolveChords(keys, alignKeyId(id), chords),
  )
  return new Set(
    [...actions, ...resolveChords(keys, alignKeyId('toggle'), ['KeyA'])].map((chord) =>
      canonicalChord(chord),
    ),
  )
}

const NONE: ReadonlySet<Chord> = new Set()

/** The same, as the user changes them; none while the layer is off. */
export function useShadowedChords(on: boolean): ReadonlySet<Chord> {
  const keys = useUserKeys()
  return useMemo(() => (on ? shadowedChords(keys) : NONE), [on, keys])
}
