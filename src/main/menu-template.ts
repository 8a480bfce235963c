import type { MenuItemConstructorOptions } from 'electron'
import { ALIGN_GROUPS, operationsIn, type AlignMenuChoice } from '../shared/domain/align-action.ts'
import { acceleratorOf } from './accelerator.ts'
import type { MenuLabels } from './menu-labels.ts'

export interface MenuActions {
  readonly undo: () => void
  readonly redo: () => void
  readonly backUp: () => void
  readonly showLibrary: () => void
  readonly about: () => void
  /** Asks the page for something of the align layer. */
  readonly align: (choice: AlignMenuChoice) => void
}

export interface MenuOptions {
  readonly labels: MenuLabels
  readonly actions: MenuActions
  readonly isMac: boolean
  /** Also offers what only developers need. */
  readonly developing: boolean
}

type Items = MenuItemConstructorOptions[]

/** The native menu. Pure, so that it can be looked at without a screen. */
export function menuTemplate(options: MenuOptions): Items {
  const menus = [
    fileMenu(options),
    editMenu(options),
    viewMenu(options),
    alignMenu(options),
    windowMenu(options),
    helpMenu(options),
  ]
  return options.isMac ? [appMenu(options), ...menus] : menus
}

function appMenu({ labels, actions }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: 'Duizhao',
    submenu: [
      { label: labels.about, click: actions.about },
      { type: 'separator' },
      { role: 'hide', label: labels.hide },
      { role: 'hideOthers', label: labels.hideOthers },
      { role: 'unhide', label: labels.showAll },
      { type: 'separator' },
      { role: 'quit', label: labels.quit },
    ],
  }
}

function fileMenu({ labels, actions, isMac }: MenuOptions): MenuItemConstructorOptions {
  const quit: Items = isMac ? [] : [{ type: 'separator' }, { role: 'quit', label: labels.quit }]
  return {
    label: labels.file,
    submenu: [
      { label: labels.backUp, click: actions.backUp },
      { label: labels.showLibrary, click: actions.showLibrary },
      ...quit,
    ],
  }
}

function editMenu({ labels, actions }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: labels.edit,
    submenu: [
      // No roles: those undo typing only. The page sees the keys first; the menu gets what it left alone.
      { label: labels.undo, accelerator: 'CmdOrCtrl+Z', click: actions.undo },
      { label: labels.redo, accelerator: 'CmdOrCtrl+Shift+Z', click: actions.redo },
      { type: 'separator' },
      { role: 'cut', label: labels.cut },
      { role: 'copy', label: labels.copy },
      { role: 'paste', label: labels.paste },
      { role: 'pasteAndMatchStyle', label: labels.pastePlain },
      { role: 'selectAll', label: labels.selectAll },
    ],
  }
}

function viewMenu({ labels, developing }: MenuOptions): MenuItemConstructorOptions {
  const developer: Items = [
    { type: 'separator' },
    { role: 'reload', label: labels.reload },
    { role: 'toggleDevTools', label: labels.developerTools },
  ]
  return {
    label: labels.view,
    submenu: [
      { role: 'resetZoom', label: labels.actualSize },
      { role: 'zoomIn', label: labels.zoomIn },
      { role: 'zoomOut', label: labels.zoomOut },
      { type: 'separator' },
      { role: 'togglefullscreen', label: labels.fullScreen },
      ...(developing ? developer : []),
    ],
  }
}

/** All that the align layer can do to a bead or a pair, group by group as in the window's own menu. */
function alignMenu({ labels, actions, isMac }: MenuOptions): MenuItemConstructorOptions {
  const line = (choice: AlignMenuChoice, chord: string | undefined): MenuItemConstructorOptions => ({
    label: labels.alignLines[choice],
    click: () => actions.align(choice),
    // The page hears these keys itself; most are letters, which must stay letters where text is typed. So they are
    // shown only, and not even that on macOS, where a key that is shown is a key that is taken.
    ...(isMac || chord === undefined
      ? {}
      : { accelerator: acceleratorOf(chord), registerAccelerator: false }),
  })
  const groups = ALIGN_GROUPS.map((group) =>
    operationsIn(group, 'pair').map(({ id, chords }) => line(id, chords[0])),
  )
  return {
    label: labels.align,
    submenu: [line('open', 'KeyA'), ...groups.flatMap((lines): Items => [{ type: 'separator' }, ...lines])],
  }
}

function windowMenu({ labels }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: labels.window,
    role: 'window',
    submenu: [
      { role: 'minimize', label: labels.minimize },
      { role: 'close', label: labels.close },
    ],
  }
}

function helpMenu({ labels, actions, isMac }: MenuOptions): MenuItemConstructorOptions {
  const about: Items = isMac ? [] : [{ label: labels.about, click: actions.about }]
  return { label: labels.help, role: 'help', submenu: about }
}
