import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { acceleratorOf } from '../../../src/main/accelerator.ts'
import { MENU_LABELS } from '../../../src/main/menu-labels.ts'
import { menuTemplate } from '../../../src/main/menu-template.ts'
import { resources } from '../../../src/renderer/i18n/resources.ts'
import {
  ALIGN_GROUPS,
  ALIGN_OPERATIONS,
  operationsIn,
  type AlignMenuChoice,
} from '../../../src/shared/domain/align-action.ts'

const LANGUAGES = ['en', 'zh-Hans'] as const

interface Looked {
  readonly menus: readonly MenuItemConstructorOptions[]
  readonly align: readonly MenuItemConstructorOptions[]
  readonly chosen: AlignMenuChoice[]
}

function lookAt(language: (typeof LANGUAGES)[number], isMac: boolean): Looked {
  const chosen: AlignMenuChoice[] = []
  const nothing = (): void => undefined
  const labels = MENU_LABELS[language]
  const menus = menuTemplate({
    labels,
    isMac,
    developing: false,
    actions: {
      undo: nothing,
      redo: nothing,
      backUp: nothing,
      showLibrary: nothing,
      about: nothing,
      align: (choice) => void chosen.push(choice),
    },
  })
  const submenu = menus.find(({ label }) => label === labels.align)?.submenu
  return { menus, align: Array.isArray(submenu) ? submenu : [], chosen }
}

/** Presses an entry, as Electron does; it hands over things that no entry of ours looks at. */
function press({ click }: MenuItemConstructorOptions): void {
  const entry: unknown = click
  if (typeof entry === 'function') entry()
}

describe('the align menu', () => {
  it('has every operation of the window’s own menu, in its order, and opens the layer', () => {
    const { align, chosen } = lookAt('en', false)
    for (const entry of align) press(entry)
    const inWindow = ALIGN_GROUPS.flatMap((group) => operationsIn(group, 'pair').map(({ id }) => id))
    expect(chosen).toEqual(['open', ...inWindow])
    expect(inWindow.toSorted()).toEqual(ALIGN_OPERATIONS.map(({ id }) => id).toSorted())
    // A rule before each group.
    expect(align.filter(({ type }) => type === 'separator')).toHaveLength(ALIGN_GROUPS.length)
  })

  it.each(LANGUAGES)('says what the window’s own menu says: %s', (language) => {
    const words: Record<string, string> = resources[language].aligning.action
    const { alignLines } = MENU_LABELS[language]
    expect(alignLines).toEqual({
      open: words['toggle'],
      ...Object.fromEntries(ALIGN_OPERATIONS.map(({ id }) => [id, words[id]])),
    })
    const { align } = lookAt(language, false)
    const said = align.flatMap(({ label }) => (label === undefined ? [] : [label]))
    expect(new Set(said)).toEqual(new Set(Object.values(alignLines)))
  })

  it('shows the keys and takes none: they are letters where text is typed', () => {
    const keys = lookAt('en', false).align.filter(({ accelerator }) => accelerator !== undefined)
    expect(keys.length).toBeGreaterThan(20)
    expect(keys.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([])
    // There a key that is shown would be taken.
    expect(lookAt('en', true).align.filter(({ accelerator }) => accelerator !== undefined)).toEqual([])
  })

  it('stands between what is seen and the windows', () => {
    const labels = MENU_LABELS.en
    const names = lookAt('en', true).menus.map(({ label }) => label)
    expect(names).toEqual([
      'Duizhao',
      labels.file,
      labels.edit,
      labels.view,
      labels.align,
      labels.window,
      labels.help,
    ])
  })
})

it.each([
  ['KeyA', 'A'],
  ['Alt+Shift+KeyA', 'Alt+Shift+A'],
  ['Mod+ArrowUp', 'CmdOrCtrl+Up'],
  ['Mod+Backspace', 'CmdOrCtrl+Backspace'],
  ['Shift+Tab', 'Shift+Tab'],
  ['Control+Digit1', 'Ctrl+1'],
])('a key has Electron’s name: %s is %s', (chord, accelerator) => {
  expect(acceleratorOf(chord)).toBe(accelerator)
})
