import { useEffect, useEffectEvent, useState } from 'react'
import { currentSettings, updateSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { chordOf, formatChord, type Chord } from '../../ui/chord.ts'
import { isComposing } from '../../ui/keys.ts'
import type { UserKeys } from '../../ui/user-keys.ts'
import { conflictsOf, hasChord, refusalOf, swapped, withChords, type PlacedKey } from './key-changes.ts'

/** What is being done to the keys: one is waited for, or one that was chosen is something else already. */
export type KeyChange =
  | { readonly step: 'press'; readonly key: PlacedKey; readonly adds: boolean }
  | {
      readonly step: 'conflict'
      readonly key: PlacedKey
      readonly chords: readonly Chord[]
      readonly others: readonly PlacedKey[]
    }

export interface KeyChanges {
  readonly change: KeyChange | null
  /** What was done or why it was not, for all to read. */
  readonly said: string
  /** Whether a reset of all can be taken back. */
  readonly canTakeBack: boolean
  /** Waits for a key: instead of what the row has, or beside it. */
  readonly begin: (key: PlacedKey, adds: boolean) => void
  readonly cancel: () => void
  readonly swap: () => void
  readonly reset: (key: PlacedKey) => void
  readonly resetAll: () => void
  readonly takeBack: () => void
}

/** Changing keys: the next press becomes the key of a row. Esc leaves it, Backspace takes the key away. */
export function useKeyChanges(keys: readonly PlacedKey[], focusRow: (id: string) => void): KeyChanges {
  const t = useT('shell')
  const [change, setChange] = useState<KeyChange | null>(null)
  const [said, setSaid] = useState('')
  const [former, setFormer] = useState<UserKeys | null>(null)

  function write(next: UserKeys): void {
    const kept = Object.fromEntries(Object.entries(next).map(([id, chords]) => [id, [...chords]]))
    void updateSettings({ keys: kept })
  }

  function end(id: string): void {
    // Before what has the focus goes away, when the dialog would take it.
    focusRow(id)
    setChange(null)
  }

  function tell({ label }: PlacedKey, chords: readonly Chord[]): void {
    const shown = chords.map((chord) => formatChord(chord)).join(' ')
    setSaid(chords.length === 0 ? t('keys.cleared', { label }) : t('keys.changed', { label, key: shown }))
    setFormer(null)
  }

  function propose(key: PlacedKey, chords: readonly Chord[]): void {
    const fresh = chords.filter((chord) => !hasChord(key.bound, chord))
    const others = conflictsOf(keys, key, fresh)
    if (others.length > 0) {
      setSaid('')
      setChange({ step: 'conflict', key, chords, others })
      return
    }
    write(withChords(currentSettings().keys, key, chords))
    tell(key, chords)
    end(key.id)
  }

  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (change === null || isComposing(event)) return
    if (change.step === 'conflict' && event.code !== 'Escape') return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { key } = change
    if (event.code === 'Escape') {
      setSaid('')
      end(key.id)
      return
    }
    if (change.step === 'conflict') return
    const chord = chordOf(event)
    if (chord === null || event.repeat) return
    if (chord === 'Backspace') {
      propose(key, [])
      return
    }
    const refusal = refusalOf(chord)
    if (refusal === null)
      propose(key, !change.adds ? [chord] : hasChord(key.bound, chord) ? key.bound : [...key.bound, chord])
    else setSaid(t(`keys.refused.${refusal}`, { key: formatChord(chord) }))
  })
  const waits = change !== null
  useEffect(() => {
    if (!waits) return
    const listener = (event: KeyboardEvent): void => press(event)
    // Before the dialog, the page and the row: the key that is pressed is only named now.
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [waits])

  return {
    change,
    said,
    canTakeBack: former !== null,
    begin: (key, adds) => {
      focusRow(key.id)
      setSaid('')
      setChange({ step: 'press', key, adds })
    },
    cancel: () => {
      if (change?.step === 'conflict') focusRow(change.key.id)
      setChange(null)
    },
    swap: () => {
      if (change?.step !== 'conflict') return
      write(swapped(currentSettings().keys, change.key, change.chords, change.others))
      tell(change.key, change.chords)
      end(change.key.id)
    },
    reset: (key) => propose(key, key.builtIn),
    resetAll: () => {
      setFormer(currentSettings().keys)
      setSaid(t('keys.allReset'))
      write({})
    },
    takeBack: () => {
      if (former !== null) write(former)
      setSaid('')
      setFormer(null)
    },
  }
}
