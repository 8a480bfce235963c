import { app, dialog, Menu, shell, type BrowserWindow } from 'electron'
import type { Core } from '../core/core-types.ts'
import { MENU_LABELS, type MenuLabels } from './menu-labels.ts'
import { menuTemplate } from './menu-template.ts'
import { tellPage } from './page-channels.ts'
import { redoStep, undoStep } from './page-history.ts'
import { chosenLanguage } from './ui-language.ts'

export interface AppMenuOptions {
  readonly core: Core
  readonly window: BrowserWindow
  readonly libraryPath: string
  readonly log: (line: string) => void
}

/** Shows the native menu in the user's language, and again whenever the settings change. */
export async function keepMenu(options: AppMenuOptions): Promise<void> {
  const { core, log } = options
  core.subscribe((event) => {
    if (event.name === 'changed' && event.entities.includes('setting')) showMenu(options).catch(report(log))
  })
  await showMenu(options)
}

async function showMenu({ core, window, libraryPath, log }: AppMenuOptions): Promise<void> {
  const labels = MENU_LABELS[await chosenLanguage(core, app.getPreferredSystemLanguages())]
  const page = window.webContents
  const template = menuTemplate({
    labels,
    isMac: process.platform === 'darwin',
    developing: !app.isPackaged,
    actions: {
      undo: () => void undoStep(page, core).catch(report(log)),
      redo: () => void redoStep(page, core).catch(report(log)),
      backUp: () => void backUp(core, window, labels).catch(report(log)),
      showLibrary: () => shell.showItemInFolder(libraryPath),
      about: () => app.showAboutPanel(),
      align: (choice) => tellPage(page, { name: 'menu', choice }),
    },
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

async function backUp(core: Core, window: BrowserWindow, labels: MenuLabels): Promise<void> {
  const answer = await core.call('library.backup', {})
  const detail = answer.ok ? pathIn(answer.value) : answer.error.message
  const message = answer.ok ? labels.backedUp : labels.notBackedUp
  await dialog.showMessageBox(window, { type: answer.ok ? 'info' : 'warning', message, detail })
}

function pathIn(value: unknown): string {
  return typeof value === 'object' && value !== null && 'path' in value ? String(value.path) : ''
}

function report(log: (line: string) => void): (error: unknown) => void {
  return (error) => log(`menu: ${error instanceof Error ? error.message : 'unknown'}`)
}
