import { isAppUrl } from './app-origin.ts'

const PAGES: ReadonlySet<string> = new Set(['/', '/index.html'])

/** Whether a frame may load a URL: the window its own page again (a reload), and a frame inside it nothing. */
export function isNavigationAllowed(url: string, isMainFrame: boolean): boolean {
  return isMainFrame && isAppUrl(url) && PAGES.has(new URL(url).pathname)
}

/** The page opens no windows, whatever it asks for. */
export function answerWindowOpen(): { readonly action: 'deny' } {
  return { action: 'deny' }
}
