import { useEffect, useEffectEvent, useId } from 'react'
import { hasCommandModifier, isTypingChord, matchesChord, type Chord } from './chord.ts'
import { listKeys, unlistKeys, type ListedKey } from './key-list.ts'
import { hasModal } from './modal-stack.ts'

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

export interface KeyBinding extends KeyOptions {
  /** One chord or several that do the same. See {@link Chord}. */
  readonly chord: Chord | readonly Chord[]
  /** What it does, in the user's words: for the key map and the command palette. Without one it is not listed. */
  readonly label?: string
  /** False where Mod+… must leave text fields alone (they have an undo of their own); true to work there without Mod. */
  readonly inTextFields?: boolean
  /** Return false to let the key go on as if unbound. */
  readonly run: (event: KeyboardEvent) => void | boolean
}

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
  const inTextFields = binding.inTextFields ?? hasCommandModifier(chord)
  if (!inTextFields && isTextField(event.target)) return false
  if (hasModal() && binding.inDialogs !== true) return false
  return binding.when?.() ?? true
}

/** Runs the first binding that the press matches. Returns whether one did. */
export function dispatchKey(event: KeyboardEvent, bindings: readonly KeyBinding[]): boolean {
  if (event.defaultPrevented || isComposing(event)) return false
  for (const binding of bindings) {
    const chords = typeof binding.chord === 'string' ? [binding.chord] : binding.chord
    const chord = chords.find((each) => matchesChord(event, each))
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

/**
 * Binds keys while the component is mounted, and lists those with a label under `group` in the key map and the
 * command palette. The bindings may be new objects at every render.
 */
export function useKeys(group: string, bindings: readonly KeyBinding[]): void {
  const id = useId()
  const press = useEffectEvent((event: KeyboardEvent) => {
    dispatchKey(event, bindings)
  })
  const runListed = useEffectEvent((index: number) => {
    bindings[index]?.run(new KeyboardEvent('keydown'))
  })
  const labels = JSON.stringify(bindings.map(({ chord, label }) => [chord, label ?? null]))

  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  useEffect(() => {
    const pairs = JSON.parse(labels) as readonly (readonly [Chord | readonly Chord[], string | null])[]
    const listed = pairs.flatMap(([chord, label], index): ListedKey[] => {
      if (label === null) return []
      const chords = typeof chord === 'string' ? [chord] : chord
      return [{ chords, label, run: () => runListed(index) }]
    })
    listKeys(id, { group, keys: listed })
    return () => unlistKeys(id)
  }, [id, group, labels])
}
