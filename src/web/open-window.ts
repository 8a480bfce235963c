import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './find-browser.ts'

/** A browser that ends sooner never showed the page: it failed, or handed it to another that ran already. */
const SHORTEST_VISIT_MS = 3000

export interface OpenedWindow {
  /** Resolves when the user closed the window; never, where we cannot know. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

/**
 * Shows the page: in a window of its own where a browser of the Chromium family is found, otherwise in the
 * default browser. Null when this session has no screen, or the browser would refuse to start.
 */
export async function openWindow(url: string): Promise<OpenedWindow | null> {
  if (!hasScreen()) return null
  const browser = findBrowser()
  return browser === null ? openDefaultBrowser(url) : openAppWindow(browser, url)
}

function hasScreen(): boolean {
  const { env, platform } = process
  if (platform === 'win32') return true
  // Browsers keep their sandbox on, and as root it does not start.
  if (process.getuid?.() === 0) return false
  if (platform === 'darwin') return env['SSH_CONNECTION'] === undefined
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

async function openAppWindow(browser: string, url: string): Promise<OpenedWindow> {
  // A profile of its own, gone afterwards: the texts read here leave no trace in the user's browser,
  // its extensions don't see them, and nothing in the window can reach any machine but this one.
  const profile = await mkdtemp(join(tmpdir(), 'duizhao-window-'))
  await writePreferences(profile)
  const child = spawn(browser, [...appWindowFlags(profile), `--app=${url}`], { stdio: 'ignore' })
  const startedAt = Date.now()
  const exited = exitOf(child)
  const closed = async (): Promise<void> => {
    await exited
    if (Date.now() - startedAt < SHORTEST_VISIT_MS) await new Promise<never>(() => undefined)
  }
  return {
    closed: closed(),
    close: async () => {
      child.kill()
      await exited
      await rm(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Flags for a window that talks to us and to nobody else. */
export function appWindowFlags(profile: string): string[] {
  return [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-domain-reliability',
    '--disable-features=Translate,MediaRouter,OptimizationHints',
    // Whatever else a browser would fetch: no name resolves, and no proxy resolves it instead.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--no-proxy-server',
    '--window-size=1280,860',
  ]
}

async function writePreferences(profile: string): Promise<void> {
  const folder = join(profile, 'Default')
  await mkdir(folder, { recursive: true })
  const preferences = {
    browser: { enable_spellchecking: false },
    credentials_enable_service: false,
    safebrowsing: { enabled: false },
    search: { suggest_enabled: false },
    translate: { enabled: false },
  }
  await writeFile(join(folder, 'Preferences'), JSON.stringify(preferences))
}

function openDefaultBrowser(url: string): OpenedWindow {
  const [command, args] = defaultOpener(url)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
  return { closed: new Promise(() => undefined), close: async () => undefined }
}

function defaultOpener(url: string): [string, string[]] {
  if (process.platform === 'darwin') return ['open', [url]]
  if (process.platform === 'win32') return ['explorer.exe', [url]]
  return ['xdg-open', [url]]
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
}
