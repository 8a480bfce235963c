import { describe, expect, it } from 'vitest'
import { answerWindowOpen, isNavigationAllowed } from '../../src/main/policies/navigation.ts'
import { isPermissionGranted } from '../../src/main/policies/permissions.ts'
import { isRequestAllowed } from '../../src/main/policies/request-filter.ts'
import { isTrustedSender, type SenderFacts } from '../../src/main/policies/trusted-sender.ts'

const FOREIGN_URLS = [
  'https://evil.example/',
  'http://127.0.0.1:8080/',
  'http://app/duizhao',
  'file:///etc/passwd',
  'app://evil/',
  'app://duizhao.evil/',
  'app://evil/app://duizhao/',
  'app://duizhao@evil/',
  'app://user:password@duizhao/',
  'app://duizhao:8080/',
  'app:duizhao/',
  'apps://duizhao/',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'about:blank',
  'vbscript:x',
  'smb://evil/share',
  'ms-msdt:/id',
  'ws://evil.example/',
  'ftp://evil.example/',
  'view-source:app://duizhao/',
  'blob:https://evil.example/0b9e5b1c',
  'filesystem:https://evil.example/temporary/',
  'not a url',
  '',
]

describe('a message from a frame that is not our page', () => {
  const OWN = 7
  const page: SenderFacts = {
    frame: { url: 'app://duizhao/#/reader', origin: 'app://duizhao', isMainFrame: true },
    webContentsId: OWN,
  }
  const changed = (change: Partial<NonNullable<SenderFacts['frame']>>): SenderFacts => ({
    ...page,
    frame: page.frame === null ? null : { ...page.frame, ...change },
  })

  it('is told apart from one of our page', () => expect(isTrustedSender(page, OWN)).toBe(true))
  it('is refused: a frame inside the page', () =>
    expect(isTrustedSender(changed({ isMainFrame: false }), OWN)).toBe(false))
  it('is refused: another window', () =>
    expect(isTrustedSender({ ...page, webContentsId: 8 }, OWN)).toBe(false))
  it('is refused: a frame that is gone', () =>
    expect(isTrustedSender({ ...page, frame: null }, OWN)).toBe(false))
  it.each(['https://evil.example', 'null', '', 'app://evil', 'app://duizhao.evil', 'app://duizhao/'])(
    'is refused: origin %j',
    (origin) => expect(isTrustedSender(changed({ origin }), OWN)).toBe(false),
  )
  it.each(FOREIGN_URLS)('is refused: address %j', (url) =>
    expect(isTrustedSender(changed({ url }), OWN)).toBe(false),
  )
})

describe('navigation away from the page', () => {
  it.each(FOREIGN_URLS)('is denied: %j', (url) => expect(isNavigationAllowed(url, true)).toBe(false))
  it.each(['app://duizhao/assets/main.js', 'app://duizhao/other.html'])(
    'is denied: %j, which is no page',
    (url) => expect(isNavigationAllowed(url, true)).toBe(false),
  )
  it('is denied to frames altogether', () => expect(isNavigationAllowed('app://duizhao/', false)).toBe(false))
  it.each(['app://duizhao/', 'app://duizhao/index.html', 'app://duizhao/#/reader'])(
    'does not deny a reload: %j',
    (url) => expect(isNavigationAllowed(url, true)).toBe(true),
  )
})

describe('a new window', () => {
  it('is denied', () => expect(answerWindowOpen()).toEqual({ action: 'deny' }))
})

describe('a permission', () => {
  it.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'clipboard-read',
    'display-capture',
    'usb',
    'hid',
    'serial',
    'fileSystem',
    'storage-access',
    'local-network-access',
    'unknown',
    '',
  ])('is denied to our own page: %s', (name) =>
    expect(isPermissionGranted(name, 'app://duizhao/')).toBe(false),
  )
  it.each(['https://evil.example', 'app://evil', 'app://duizhao.evil', 'null', ''])(
    'to copy is denied to %j',
    (origin) => expect(isPermissionGranted('clipboard-sanitized-write', origin)).toBe(false),
  )
  it.each(['app://duizhao', 'app://duizhao/'])('to copy is granted to our page as %j', (origin) =>
    expect(isPermissionGranted('clipboard-sanitized-write', origin)).toBe(true),
  )
})

describe('a request to the network', () => {
  const harmless = new Set(['data:text/html,<script>alert(1)</script>'])
  it.each(FOREIGN_URLS.filter((url) => !harmless.has(url)))('is cancelled: %j', (url) => {
    expect(isRequestAllowed(url, { devtools: false })).toBe(false)
    expect(isRequestAllowed(url, { devtools: true })).toBe(false)
  })
  it('is cancelled: developer tools in a packaged app', () => {
    const url = 'devtools://devtools/bundled/inspector.html'
    expect(isRequestAllowed(url, { devtools: false })).toBe(false)
    expect(isRequestAllowed(url, { devtools: true })).toBe(true)
  })
  it.each(['app://duizhao/assets/main.js', 'blob:app://duizhao/0b9e5b1c', 'data:image/png;base64,AA=='])(
    'is not what this is: %j',
    (url) => expect(isRequestAllowed(url, { devtools: false })).toBe(true),
  )
})
