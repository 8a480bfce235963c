import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, dialog, ipcMain, protocol, session, type BrowserWindow } from 'electron'
import { createCore } from '../core/core.ts'
import type { Core } from '../core/core-types.ts'
import { appPaths, type AppPaths } from '../serving/app-paths.ts'
import { libraryPath } from '../serving/library-path.ts'
import { openingFailure } from '../serving/opening-failure.ts'
import { keepMenu } from './app-menu.ts'
import { serveApp } from './app-protocol.ts'
import { openIncidentLog } from './incident-log.ts'
import { lockDownSession, silenceChromium } from './lock-down.ts'
import { loadPage, openWindow } from './open-window.ts'
import { connectPage } from './page-channels.ts'
import { createPageRequests } from './page-requests.ts'
import { APP_SCHEME } from './policies/app-origin.ts'
import { closeQuietly } from './quiet-close.ts'
import { systemLanguage } from './ui-language.ts'

app.setName('Duizhao')
// Chromium's own files beside the library, not among them; before anything asks for this path.
app.setPath('userData', join(app.getPath('appData'), 'Duizhao', 'window'))
app.enableSandbox()
silenceChromium(app)
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      dialog.showErrorBox('Duizhao', error instanceof Error ? error.message : String(error))
      app.exit(1)
    })
} else {
  app.quit()
}

async function start(): Promise<void> {
  const log = openIncidentLog(join(app.getPath('logs'), 'duizhao.log'))
  const paths = appPaths()
  const library = chosenLibrary()
  const core = await openCore(library, paths, log)
  if (core === null) {
    app.exit(1)
    return
  }
  lockDownSession(session.defaultSession, { devtools: !app.isPackaged })
  protocol.handle(APP_SCHEME, (request) =>
    serveApp(paths.rendererRoot, {
      method: request.method,
      url: request.url,
      initiatorOrigin: initiatorOf(request),
    }),
  )
  app.setAboutPanelOptions({
    applicationName: 'Duizhao 对照',
    applicationVersion: paths.version,
    copyright: 'MIT',
  })

  const window = openWindow({
    preloadPath: paths.preloadPath,
    iconPath: paths.iconPath,
    statePath: join(app.getPath('userData'), 'window.json'),
    log,
  })
  const disconnect = connectPage(ipcMain, window.webContents, core, pageRequests(core, window))
  closeQuietly(window, async () => {
    disconnect()
    await core.close()
  })
  // One library, one window: without it there is nothing left to do, on macOS as elsewhere.
  app.on('window-all-closed', () => app.quit())
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  await keepMenu({ core, window, libraryPath: library, log })
  await loadPage(window)
}

/** Opens the library, or tells the user why it can't be and gives null. */
async function openCore(library: string, paths: AppPaths, log: (line: string) => void): Promise<Core | null> {
  try {
    return await createCore({
      libraryPath: library,
      seedsPath: paths.seedsPath,
      lexiconPath: paths.lexiconPath,
      workerUrl: paths.workerUrl,
      version: paths.version,
      dailyBackup: true,
      log,
    })
  } catch (error) {
    const { title, message, advice } = openingFailure(
      error,
      systemLanguage(app.getPreferredSystemLanguages()),
      library,
    )
    log(`library not opened: ${error instanceof Error ? error.name : 'unknown'}`)
    await dialog.showMessageBox({ type: 'error', title, message: title, detail: `${message}\n\n${advice}` })
    return null
  }
}

function chosenLibrary(): string {
  const { values } = parseArgs({
    args: process.argv.slice(app.isPackaged ? 1 : 2),
    options: { library: { type: 'string' } },
    // Chromium's own switches are in there too.
    strict: false,
  })
  if (typeof values.library === 'string') return resolve(values.library)
  return libraryPath({ env: process.env, platform: process.platform, home: homedir() })
}

function pageRequests(core: Core, window: BrowserWindow): ReturnType<typeof createPageRequests> {
  return createPageRequests({
    core,
    showFileDialog: async () => {
      const chosen = await dialog.showOpenDialog(window, { properties: ['openFile', 'multiSelections'] })
      return chosen.filePaths
    },
    showDirectoryDialog: async () => {
      const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
      return chosen.filePaths[0] ?? null
    },
  })
}

/** Electron adds who asked to the standard's request; absent for requests of the browser itself. */
function initiatorOf(request: object): string | undefined {
  const initiator = 'initiatorOrigin' in request ? request.initiatorOrigin : undefined
  return typeof initiator === 'string' ? initiator : undefined
}
