import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, projectNode } from './project.mjs'
import { runLimited } from './run-process.mjs'

const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC_APPS = ['Google Chrome', 'Chromium']
const WINDOWS_PATHS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
const APT_LIMITS = [
  '-o',
  'Acquire::Retries=1',
  '-o',
  'Acquire::http::Timeout=15',
  '-o',
  'Acquire::https::Timeout=15',
]
const MINUTE = 60_000

/** A Chromium on this machine to run the end-to-end tests with, or null. Fetches nothing. */
export async function findChromium() {
  const named = process.env.DUIZHAO_CHROMIUM
  if (named) return existsSync(named) ? named : null
  const { chromium } = await import('@playwright/test')
  return [chromium.executablePath(), ...systemPaths()].find((path) => existsSync(path)) ?? null
}

/** As `findChromium`, but installs one when there is none. Ends within minutes, whatever the network does. */
export async function obtainChromium() {
  const present = await findChromium()
  // One that is named and missing is a mistake to report, not a reason to install another.
  if (present !== null || process.env.DUIZHAO_CHROMIUM) return present
  if (process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium found; installing it with apt-get …')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await runLimited('apt-get', [...APT_LIMITS, 'update'], 3 * MINUTE, { env })
    await runLimited('apt-get', [...APT_LIMITS, 'install', '-y', 'chromium'], 8 * MINUTE, { env, show: true })
  } else {
    console.log('No Chromium found; fetching Playwright’s …')
    const tool = inProject('node_modules', '@playwright', 'test', 'cli.js')
    await runLimited(projectNode(), [tool, 'install', 'chromium'], 8 * MINUTE, { show: true })
  }
  return findChromium()
}

function systemPaths() {
  if (process.platform === 'darwin') {
    return MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    return roots.filter(Boolean).flatMap((folder) => WINDOWS_PATHS.map((path) => join(folder, path)))
  }
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean)
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}
