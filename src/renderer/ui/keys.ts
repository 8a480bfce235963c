import { useEffect, useEffectEvent, useId } from 'react'
import { hasCommandModifier, isTypingChord, matchesChord, type Chord } from './chord.ts'
import { listKeys, unlistKeys, type KeyPlace, type ListedKey } from './key-list.ts'
import { hasModal } from './modal-stack.ts'
import { resolveChords, useUserKeys, withoutTaken, type UserKeys } from './user-keys.ts'

/**
 * The one keyboard rule. A shortcut is deaf while an input method composes; while a dialog is open (unless it
 * belongs to it); and, without Mod, Control or Alt, where text is typed. Single-letter keys can be switched off.
 */

export interface KeyOptions {
  /** Asked at each press. */
  readonly when?: () => boolean
  /** True: also while a dialog is open. */
  readonly inDialogs?: boolean
}

interface BoundKey extends KeyOptions {
  /** One chord or several that do the same. See {@link Chord}. */
  readonly chord: Chord | readonly Chord[]
  /** Canonical chords that mean something else just now. */
  readonly except?: ReadonlySet<Chord>
  /**
   * False where Mod+… must leave text fields alone (they have an undo of their own); true to work there without Mod.
   * A key that types never works there.
   */
  readonly inTextFields?: boolean
  /** Return false to let the key go on as if unbound. */
  readonly run: (event: KeyboardEvent) => void | boolean
}

/**
 * What the user may learn, call from the palette and give another key has a label, in the user's words, and an id that
 * never changes (`annotating.note`), by which the settings remember the user's key. With an id alone it follows that
 * key without being listed again; the rest is fixed.
 */
export type KeyBinding = BoundKey &
  ({ readonly id: string; readonly label?: string } | { readonly id?: undefined; readonly label?: undefined })

let singleKeys = true

/** Switches single-letter keys on or off for the whole app. */
export function setSingleKeys(enabled: boolean): void {
  singleKeys = enabled
}

/** Whether an input method has the key just now. On macOS Enter arrives with 229 after the composition ended. */
export function isComposing(event: {
  readonly isComposing?: boolean
  readonly keyCode: number
  readonly nativeEvent?: { readonly isComposing: boolean }
}): boolean {
  return event.isComposing === true || event.nativeEvent?.isComposing === true || event.keyCode === 229
}

const TEXT_INPUTS = new Set(['text', 'search', 'email', 'number', 'password', 'tel', 'url', 'date', 'month'])

/** Whether keys typed into the element make text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && TEXT_INPUTS.has(target.type)
}

/** Menus and list popups read letters as typeahead. */
function ownsLetters(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], [data-own-keys]') !== null
}

function allowed(event: KeyboardEvent, binding: KeyBinding, chord: Chord): boolean {
  const typing = isTypingChord(chord)
  if (typing && (!singleKeys || ownsLetters(event.target))) return false
  const inTextFields = !typing && (binding.inTextFields ?? hasCommandModifier(chord))
  if (!inTextFields && isTextField(event.target)) return false
  if (hasModal() && binding.inDialogs !== true) return false
  return binding.when?.() ?? true
}

/** Runs the first binding that the press matches. Returns whether one did. */
export function dispatchKey(event: KeyboardEvent, bindings: readonly KeyBinding[]): boolean {
  if (event.defaultPrevented || isComposing(event)) return false
  for (const binding of bindings) {
    const chord = chordsIn(binding).find((each) => matchesChord(event, each))
    if (chord === undefined || !allowed(event, binding, chord)) continue
    if (binding.run(event) === false) continue
    event.preventDefault()
    return true
  }
  return false
}

/** Binds chords on the window: `onKeyChord({ KeyJ: next, 'Mod+KeyK': open }, { when })`. Returns the unbinding. */
export function onKeyChord(
  map: Readonly<Record<Chord, KeyBinding['run']>>,
  options: KeyOptions = {},
): () => void {
  const bindings = Object.entries(map).map(([chord, run]): KeyBinding => ({ ...options, chord, run }))
  const listener = (event: KeyboardEvent): void => {
    dispatchKey(event, bindings)
  }
  window.addEventListener('keydown', listener)
  return () => window.removeEventListener('keydown', listener)
}

function chordsIn({ chord }: KeyBinding): readonly Chord[] {
  return typeof chord === 'string' ? [chord] : chord
}

/** The bindings with the user's own keys, without those that mean something else just now. */
export function ownKeys(bindings: readonly KeyBinding[], keys: UserKeys): KeyBinding[] {
  return bindings.map((binding) => {
    const { id, except } = binding
    const bound = id === undefined ? chordsIn(binding) : resolveChords(keys, id, chordsIn(binding))
    return { ...binding, chord: except === undefined ? bound : withoutTaken(bound, except) }
  })
}

/** What the key map knows of the bindings: not those all of whose chords mean something else just now. */
function listedKeys(bindings: readonly KeyBinding[], keys: UserKeys): Omit<ListedKey, 'run'>[] {
  return ownKeys(bindings, keys).flatMap((own, index) => {
    const binding = bindings[index]
    if (binding === undefined || own.id === undefined || own.label === undefined) return []
    const builtIn = chordsIn(binding)
    const bound = resolveChords(keys, own.id, builtIn)
    const chords = chordsIn(own)
    return bound.length > 0 && chords.length === 0
      ? []
      : [{ id: own.id, label: own.label, chords, bound, builtIn }]
  })
}

/**
 * Binds keys while the component is mounted, each as the user wants it, and lists those with a label under `group` in
 * the key map and the command palette. The bindings may be new objects at every render.
 */
export function useKeys(group: string, bindings: readonly KeyBinding[], place: KeyPlace = 'page'): void {
  const id = useId()
  const userKeys = useUserKeys()
  const press = useEffectEvent((event: KeyboardEvent) => {
    dispatchKey(event, ownKeys(bindings, userKeys))
  })
  const runListed = useEffectEvent((keyId: string) => {
    bindings
      .find(({ id: each, label }) => each === keyId && label !== undefined)
      ?.run(new KeyboardEvent('keydown'))
  })
  const known = JSON.stringify(listedKeys(bindings, userKeys))

  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  useEffect(() => {
    const keys = (JSON.parse(known) as readonly Omit<ListedKey, 'run'>[]).map((key): ListedKey => ({
      ...key,
      run: () => runListed(key.id),
    }))
    // In its place, where it was listed before: the key map must not jump while keys are changed in it.
    listKeys(id, { group, place, keys })
  }, [id, group, place, known])
  useEffect(() => () => unlistKeys(id), [id])
}
