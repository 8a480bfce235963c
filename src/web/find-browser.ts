import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'

export interface BrowserSearch {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (path: string) => boolean
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
]

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']

const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
]

/** A browser of the Chromium family, which can show the page in a window of its own; null when there is none. */
export function findBrowser(search: BrowserSearch = realSearch()): string | null {
  return candidates(search).find((path) => search.exists(path)) ?? null
}

function candidates({ platform, env }: BrowserSearch): string[] {
  if (platform === 'darwin') return MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? [])
    return WINDOWS_PATHS.flatMap((steps) => roots.map((root) => win32.join(root, ...steps)))
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

function realSearch(): BrowserSearch {
  return { platform: process.platform, env: process.env, exists: existsSync }
}
