const STORAGE_KEY = 'duizhao.token'

/**
 * The loopback host's token. It comes in the address once (`#token=…`), moves to the session's storage and
 * out of the address, and never becomes a cookie.
 */
export function takeToken(): string {
  const match = /[#&]token=([^&]+)/u.exec(window.location.hash)
  const token = match?.[1]
  if (token !== undefined) {
    sessionStorage.setItem(STORAGE_KEY, token)
    const route = window.location.hash.replace(/[#&]token=[^&]+/u, '').replace(/^&/u, '#')
    history.replaceState(null, '', `${window.location.pathname}${window.location.search}${route}`)
  }
  return sessionStorage.getItem(STORAGE_KEY) ?? ''
}
