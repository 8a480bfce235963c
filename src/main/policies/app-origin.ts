export const APP_SCHEME = 'app'
const APP_HOST = 'duizhao'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const APP_URL = `${APP_ORIGIN}/`

/** Whether a URL is one of the app's own. Parsed, because prefixes lie: `app://duizhao.evil/`. */
export function isAppUrl(text: string): boolean {
  const url = URL.parse(text)
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  )
}
