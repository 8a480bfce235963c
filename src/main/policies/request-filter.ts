import { isAppUrl } from './app-origin.ts'

/** Whether Chromium may load a URL at all. `devtools` is set while the developer tools may be used. */
export function isRequestAllowed(text: string, { devtools }: { readonly devtools: boolean }): boolean {
  const url = URL.parse(text)
  if (url === null) return false
  switch (url.protocol) {
    case 'app:':
      return isAppUrl(text)
    case 'blob:':
      // What the page made in memory: pictures, downloads.
      return isAppUrl(url.pathname)
    case 'data:':
      // Carries its content with it; what may use it is the content security policy's business.
      return true
    case 'devtools:':
      return devtools
    default:
      return false
  }
}
