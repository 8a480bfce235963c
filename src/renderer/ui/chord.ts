import { isApple } from './platform.ts'

/**
 * A key with its modifiers, e.g. `Mod+KeyK`, `Shift+Digit1`, `ArrowDown`, `?`. Keys are named by
 * `event.code` (where the key lies), so that a Chinese input method or another layout can't hide them;
 * `?` alone is named by what it types, because layouts disagree on where it lies. `Mod` is Command on
 * Apple keyboards and Control elsewhere.
 */
export type Chord = string

interface ParsedChord {
  readonly code: string
  readonly mod: boolean
  readonly control: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly code: string
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const parsed = new Map<Chord, ParsedChord>()

function parse(chord: Chord): ParsedChord {
  const known = parsed.get(chord)
  if (known !== undefined) return known
  const parts = chord.split('+')
  const has = (name: string): boolean => parts.includes(name)
  const result = {
    code: parts.at(-1) ?? '',
    mod: has('Mod'),
    control: has('Control'),
    shift: has('Shift'),
    alt: has('Alt'),
  }
  parsed.set(chord, result)
  return result
}

export function matchesChord(event: KeyPress, chord: Chord, apple: boolean = isApple): boolean {
  const { code, mod, control, shift, alt } = parse(chord)
  const wantsControl = control || (mod && !apple)
  const wantsMeta = mod && apple
  if (event.ctrlKey !== wantsControl || event.metaKey !== wantsMeta || event.altKey !== alt) return false
  if (code === '?') return event.key === '?' || event.key === '？'
  return event.shiftKey === shift && sameKey(event.code, code)
}

/** Keys that only change what others mean, or are no keys at all. */
const NO_KEYS = /^(?:(?:Control|Shift|Alt|Meta|OS)(?:Left|Right)|CapsLock|NumLock|Fn|FnLock|)$/u

/** The chord that was pressed, as bindings write it; null: none yet, or one that no binding can say. */
export function chordOf(event: KeyPress, apple: boolean = isApple): Chord | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  if (NO_KEYS.test(event.code) || (metaKey && !apple)) return null
  const mod = apple ? metaKey : ctrlKey
  const control = apple && ctrlKey
  if (!mod && !control && !altKey && (key === '?' || key === '？')) return '?'
  const code = event.code.replace(/^Numpad(?=\d$)/u, 'Digit').replace(/^NumpadEnter$/u, 'Enter')
  return spell({ code, mod, control, shift: shiftKey, alt: altKey })
}

/** The one spelling of a chord: two chords are the same press if and only if these are equal. */
export function canonicalChord(chord: Chord, apple: boolean = isApple): Chord {
  const { code, mod, control, shift, alt } = parse(chord)
  const isMod = mod || (control && !apple)
  return spell({ code, mod: isMod, control: control && !isMod, shift, alt })
}

function spell({ code, mod, control, shift, alt }: ParsedChord): Chord {
  const parts = [mod && 'Mod', control && 'Control', alt && 'Alt', shift && 'Shift', code]
  return parts.filter((part) => part !== false).join('+')
}

function sameKey(pressed: string, wanted: string): boolean {
  if (pressed === wanted) return true
  const digit = /^Digit(\d)$/u.exec(wanted)
  if (digit !== null) return pressed === `Numpad${digit[1] ?? ''}`
  return wanted === 'Enter' && pressed === 'NumpadEnter'
}

/** Whether the chord is one that types a character: those fall silent in text fields and can be switched off. */
export function isTypingChord(chord: Chord): boolean {
  const { code, mod, control, alt } = parse(chord)
  if (mod || control || alt) return false
  return /^(?:Key[A-Z]|Digit\d|Slash|Numpad\w+|Bracket(?:Left|Right)|Comma|Period|Semicolon|Quote|Backquote|Backslash|IntlBackslash|Minus|Equal|Space|\?)$/u.test(
    code,
  )
}

export function hasCommandModifier(chord: Chord): boolean {
  const { mod, control, alt } = parse(chord)
  return mod || control || alt
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
  Slash: '/',
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Period: '.',
  Minus: '-',
  Equal: '=',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
  Backspace: '⌫',
  Space: 'Space',
}

/** The chord as it is shown on a key cap: `⌘K`, `Ctrl+K`. */
export function formatChord(chord: Chord, apple: boolean = isApple): string {
  const { code, mod, control, shift, alt } = parse(chord)
  const name = NAMES[code] ?? code.replace(/^(?:Key|Digit)/u, '')
  if (apple) {
    return `${control ? '⌃' : ''}${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`
  }
  const parts = [mod || control ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name]
  return parts.filter((part) => part !== '').join('+')
}
