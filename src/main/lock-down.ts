import type { App, Session, WebContents } from 'electron'
import { APP_ORIGIN } from './policies/app-origin.ts'
import { answerWindowOpen, isNavigationAllowed } from './policies/navigation.ts'
import { isPermissionGranted } from './policies/permissions.ts'
import { isRequestAllowed } from './policies/request-filter.ts'

/** Chromium's own network habits, off, before it starts: no name resolves, and no proxy resolves it instead. */
export function silenceChromium(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('no-proxy-server')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
}

/** Denies the session all permissions but one, all devices, and all requests but those for our own files. */
export function lockDownSession(session: Session, { devtools }: { readonly devtools: boolean }): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isRequestAllowed(details.url, { devtools }) })
  })
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isPermissionGranted(permission, details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isPermissionGranted(permission, origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
  // Its dictionaries would be fetched.
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) event.preventDefault()
  })
}

/** Keeps a page where it is: no other address, no windows, no guests inside it. */
export function lockDownContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isNavigationAllowed(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(answerWindowOpen)
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
