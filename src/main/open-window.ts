import { BrowserWindow, screen } from 'electron'
import { lockDownContents } from './lock-down.ts'
import { APP_URL } from './policies/app-origin.ts'
import { FIRST_SIZE, loadWindowState, saveWindowState, SMALLEST, visibleBounds } from './window-state.ts'

const MOST_RELOADS = 3

export interface WindowOptions {
  readonly preloadPath: string
  readonly iconPath: string
  readonly statePath: string
  readonly log: (line: string) => void
}

/** The app's one window, where it was the last time, not yet loaded. */
export function openWindow({ preloadPath, iconPath, statePath, log }: WindowOptions): BrowserWindow {
  const state = loadWindowState(statePath)
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...(visibleBounds(state, screens) ?? FIRST_SIZE),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: '对照 Duizhao',
    icon: iconPath,
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      // A hidden page still saves what was typed last.
      backgroundThrottling: false,
    },
  })
  lockDownContents(window.webContents)
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    saveWindowState(statePath, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  })
  let reloads = 0
  window.webContents.on('render-process-gone', (_event, details) => {
    log(`page ended: ${details.reason}`)
    // All that was saved is in the library, so that loading the page again loses nothing. A page that
    // ends over and over stays ended.
    if (details.reason === 'clean-exit' || window.isDestroyed() || reloads >= MOST_RELOADS) return
    reloads += 1
    window.webContents.reload()
  })
  return window
}

/** Loads the page into the window. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(APP_URL)
}
