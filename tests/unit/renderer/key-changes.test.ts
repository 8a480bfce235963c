import { beforeAll, describe, expect, it, vi } from 'vitest'
import type * as Changes from '../../../src/renderer/features/help/key-changes.ts'
import type * as Shadowed from '../../../src/renderer/features/aligning/shadowed-chords.ts'
import type * as Keys from '../../../src/renderer/ui/keys.ts'
import type * as Chords from '../../../src/renderer/ui/chord.ts'
import { settings } from '../../../src/shared/contract/schemas/settings.ts'

let changes: typeof Changes
let keys: typeof Keys
let chords: typeof Chords
let shadowed: typeof Shadowed

beforeAll(async () => {
  vi.stubGlobal('navigator', { platform: 'Linux x86_64' })
  changes = await import('../../../src/renderer/features/help/key-changes.ts')
  keys = await import('../../../src/renderer/ui/keys.ts')
  chords = await import('../../../src/renderer/ui/chord.ts')
  shadowed = await import('../../../src/renderer/features/aligning/shadowed-chords.ts')
})

function key(id: string, bound: string[], more: Partial<Changes.PlacedKey> = {}): Changes.PlacedKey {
  return { id, label: id, bound, chords: bound, builtIn: bound, place: 'page', run: () => undefined, ...more }
}

describe('a chord that is pressed', () => {
  const press = (over: Partial<Chords.KeyPress>): Chords.KeyPress => ({
    code: '',
    key: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...over,
  })

  it('is named as bindings are', () => {
    const named = (over: Partial<Chords.KeyPress>, apple = false): string | null =>
      chords.chordOf(press(over), apple)
    expect(named({ code: 'KeyN', key: 'n' })).toBe('KeyN')
    expect(named({ code: 'KeyN', key: 'Process' })).toBe('KeyN')
    expect(named({ code: 'KeyN', ctrlKey: true, shiftKey: true, altKey: true })).toBe('Mod+Alt+Shift+KeyN')
    expect(named({ code: 'KeyN', ctrlKey: true, metaKey: true }, true)).toBe('Mod+Control+KeyN')
    expect(named({ code: 'Numpad3', key: '3' })).toBe('Digit3')
    expect(named({ code: 'Slash', key: '？', shiftKey: true })).toBe('?')
  })

  it('is none while only modifiers are held, or one that no binding can say', () => {
    expect(chords.chordOf(press({ code: 'ShiftLeft', key: 'Shift', shiftKey: true }), false)).toBeNull()
    expect(chords.chordOf(press({ code: 'KeyN', metaKey: true }), false)).toBeNull()
  })

  it('matches what it was named', () => {
    for (const code of ['KeyQ', 'Semicolon', 'F7', 'ArrowUp', 'NumpadAdd', 'Numpad7'])
      for (const modifiers of [{}, { ctrlKey: true }, { altKey: true, shiftKey: true }]) {
        const event = press({ code, ...modifiers })
        const chord = chords.chordOf(event, false)
        expect([code, chord !== null && chords.matchesChord(event, chord, false)]).toEqual([code, true])
      }
  })

  it('has one spelling, and Control is Mod but on Apple keyboards', () => {
    expect(chords.canonicalChord('Shift+Control+KeyY', false)).toBe('Mod+Shift+KeyY')
    expect(chords.canonicalChord('Control+KeyY', true)).toBe('Control+KeyY')
  })
})

describe('bindings with the user’s keys', () => {
  const run = (): undefined => undefined
  const note = { id: 'annotating.note', label: 'note', chord: 'KeyN', run } as const
  const chordsOf = (bindings: Keys.KeyBinding[], own: Record<string, string[]>): unknown[] =>
    keys.ownKeys(bindings, own).map(({ chord }) => chord)

  it('have the user’s, else the built-in ones', () => {
    expect(chordsOf([note], {})).toEqual([['KeyN']])
    expect(chordsOf([note], { 'annotating.note': ['KeyM', 'F7'] })).toEqual([['KeyM', 'F7']])
    expect(chordsOf([note], { 'annotating.note': [] })).toEqual([[]])
    expect(chordsOf([note], { 'no.such': ['KeyM'], constructor: ['KeyM'] })).toEqual([['KeyN']])
    expect(chordsOf([{ chord: 'Escape', run }], { undefined: ['KeyM'] })).toEqual([['Escape']])
  })

  it('leave out what means something else just now, however it is written', () => {
    const except = new Set([chords.canonicalChord('Control+KeyM')])
    expect(chordsOf([{ ...note, except }], { 'annotating.note': ['Mod+KeyM', 'KeyM'] })).toEqual([['KeyM']])
  })

  it('the align layer takes the keys that the user gave it, and leaves those it gave up', () => {
    const taken = shadowed.shadowedChords({ 'aligning.mergeNext': ['KeyY'], 'aligning.link': [] })
    expect([taken.has('KeyY'), taken.has('KeyM'), taken.has('KeyL'), taken.has('KeyA')]).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(taken.has('KeyN')).toBe(false)
  })
})

describe('changing keys', () => {
  it('names what has the key where the two can meet', () => {
    const note = key('annotating.note', ['KeyN'])
    const all = [
      note,
      key('reading.next', ['KeyJ']),
      key('links.next', ['KeyJ'], { place: 'links' }),
      key('everywhere.redo', ['Mod+Shift+KeyZ', 'Control+KeyY'], { place: 'everywhere' }),
    ]
    const conflicts = (chord: string): string[] => changes.conflictsOf(all, note, [chord]).map(({ id }) => id)
    expect(conflicts('KeyJ')).toEqual(['reading.next'])
    expect(conflicts('Mod+KeyY')).toEqual(['everywhere.redo'])
    expect(conflicts('KeyN')).toEqual([])
  })

  it('does not call a conflict what shares a key as it is built', () => {
    const next = key('aligning.nextNotOneToOne', ['KeyN'])
    const note = key('annotating.note', ['KeyM'], { builtIn: ['KeyN'] })
    expect(changes.conflictsOf([next, note], note, ['KeyN'])).toEqual([])
  })

  it('keeps no entry for the built-in keys, and entries it knows nothing of', () => {
    const note = key('annotating.note', ['KeyM'], { builtIn: ['KeyN'] })
    expect(changes.withChords({ 'other.thing': ['F9'] }, note, ['KeyM'])).toEqual({
      'other.thing': ['F9'],
      'annotating.note': ['KeyM'],
    })
    expect(
      changes.withChords({ 'other.thing': ['F9'], 'annotating.note': ['KeyM'] }, note, ['KeyN']),
    ).toEqual({ 'other.thing': ['F9'] })
  })

  it('swaps: each has what the other had, and doing it again is as before', () => {
    const note = key('annotating.note', ['KeyN'])
    const tags = key('annotating.tags', ['KeyT'])
    const once = changes.swapped({}, note, ['KeyT'], [tags])
    expect(once).toEqual({ 'annotating.note': ['KeyT'], 'annotating.tags': ['KeyN'] })
    const again = changes.swapped(
      once,
      { ...note, bound: ['KeyT'] },
      ['KeyN'],
      [{ ...tags, bound: ['KeyN'] }],
    )
    expect(again).toEqual({})
  })

  it('leaves the other its further keys when swapping', () => {
    const find = key('reading.find', ['Slash', 'Mod+KeyF'])
    const note = key('annotating.note', [])
    expect(changes.swapped({}, note, ['Slash'], [find])).toEqual({
      'annotating.note': ['Slash'],
      'reading.find': ['Mod+KeyF'],
    })
  })

  it('refuses keys that press buttons and those that never arrive', () => {
    expect(['Tab', 'Enter', 'Control+KeyC', 'KeyC'].map((chord) => changes.refusalOf(chord))).toEqual([
      'needed',
      'needed',
      'taken',
      null,
    ])
  })
})

describe('the setting', () => {
  it('takes any id, of whatever version, and no nonsense', () => {
    const parse = (value: unknown): boolean => settings.shape.keys.safeParse(value).success
    expect(parse({ 'annotating.note': ['Mod+Shift+KeyN', '?'], 'future.thing': [] })).toBe(true)
    expect(parse({ '<b>': ['KeyN'] })).toBe(false)
    expect(parse({ 'annotating.note': ['Key N'] })).toBe(false)
    expect(parse({ 'annotating.note': 'KeyN' })).toBe(false)
  })
})
