import { APP_ORIGIN } from './app-origin.ts'

/**
 * Whether the page gets a permission. Copying a quote is all it needs; this one writes text and pictures
 * to the clipboard after a gesture, and reads nothing.
 */
export function isPermissionGranted(permission: string, requestingOrigin: string): boolean {
  return permission === 'clipboard-sanitized-write' && originOf(requestingOrigin) === APP_ORIGIN
}

/** Electron gives origins now with a slash, now without, now as a whole URL. */
function originOf(text: string): string | null {
  const url = URL.parse(text)
  return url === null ? null : `${url.protocol}//${url.host}`
}
