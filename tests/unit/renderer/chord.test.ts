import { beforeAll, describe, expect, it, vi } from 'vitest'
import type * as ChordModule from '../../../src/renderer/ui/chord.ts'
import type { KeyPress } from '../../../src/renderer/ui/chord.ts'

let chords: typeof ChordModule

beforeAll(async () => {
  vi.stubGlobal('navigator', { platform: 'Linux x86_64' })
  chords = await import('../../../src/renderer/ui/chord.ts')
})

const press = (over: Partial<KeyPress>): KeyPress => ({
  code: '',
  key: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...over,
})

describe('matchesChord', () => {
  it('goes by where a key lies, not by what it types', () => {
    expect(chords.matchesChord(press({ code: 'KeyJ', key: 'о' }), 'KeyJ', false)).toBe(true)
    expect(chords.matchesChord(press({ code: 'KeyJ', key: 'J', shiftKey: true }), 'KeyJ', false)).toBe(false)
  })

  it('takes Mod for Command on Apple keyboards and for Control elsewhere', () => {
    const control = press({ code: 'KeyK', ctrlKey: true })
    const command = press({ code: 'KeyK', metaKey: true })
    expect(chords.matchesChord(control, 'Mod+KeyK', false)).toBe(true)
    expect(chords.matchesChord(command, 'Mod+KeyK', false)).toBe(false)
    expect(chords.matchesChord(command, 'Mod+KeyK', true)).toBe(true)
    expect(chords.matchesChord(control, 'Mod+KeyK', true)).toBe(false)
  })

  it('knows the question mark of a Chinese keyboard', () => {
    expect(chords.matchesChord(press({ code: 'Slash', key: '？', shiftKey: true }), '?', false)).toBe(true)
  })

  it('takes digits from the number pad', () => {
    expect(chords.matchesChord(press({ code: 'Numpad3', key: '3' }), 'Digit3', false)).toBe(true)
  })
})

describe('isTypingChord', () => {
  it.each(['KeyJ', 'Digit1', '?', 'Slash', 'BracketLeft', 'Shift+KeyA'])('%s types', (chord) => {
    expect(chords.isTypingChord(chord)).toBe(true)
  })

  it.each(['Mod+KeyK', 'Alt+KeyJ', 'Escape', 'ArrowDown', 'Delete', 'Tab'])('%s types nothing', (chord) => {
    expect(chords.isTypingChord(chord)).toBe(false)
  })
})

describe('formatChord', () => {
  it('writes chords as the platform does', () => {
    expect(chords.formatChord('Mod+Shift+KeyZ', true)).toBe('⇧⌘Z')
    expect(chords.formatChord('Mod+Shift+KeyZ', false)).toBe('Ctrl+Shift+Z')
  })
})
