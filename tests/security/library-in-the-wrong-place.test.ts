import { describe, expect, it } from 'vitest'
import { libraryPath } from '../../src/serving/library-path.ts'
import { parseWindowState, visibleBounds } from '../../src/main/window-state.ts'

const at = (
  platform: NodeJS.Platform,
  env: Record<string, string> = {},
  home = platform === 'win32' ? 'C:\\Users\\li' : '/home/li',
): string => libraryPath({ platform, env, home })

describe('the library', () => {
  it.each([
    ['linux', {}, '/home/li/.local/share/duizhao/library'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/duizhao/library'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/li/.local/share/duizhao/library'],
    ['darwin', {}, '/home/li/Library/Application Support/Duizhao/library'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/home/li/Library/Application Support/Duizhao/library'],
    ['win32', { APPDATA: 'D:\\Roaming' }, 'D:\\Roaming\\Duizhao\\library'],
    ['win32', {}, 'C:\\Users\\li\\AppData\\Roaming\\Duizhao\\library'],
  ] as const)('is where the platform keeps such things: %s %j', (platform, env, expected) => {
    expect(at(platform, env)).toBe(expected)
  })

  it('does not follow the working directory by a relative XDG_DATA_HOME', () => {
    expect(at('linux', { XDG_DATA_HOME: '../elsewhere' })).toBe('/home/li/.local/share/duizhao/library')
  })

  it.each(['linux', 'darwin'] as const)('is where DUIZHAO_LIBRARY says, on %s', (platform) => {
    expect(at(platform, { DUIZHAO_LIBRARY: '/mnt/文库' })).toBe('/mnt/文库')
    expect(at(platform, { DUIZHAO_LIBRARY: '' })).not.toBe('')
  })
})

describe('a window state that someone wrote', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]

  it.each([
    '',
    'null',
    '[]',
    '{',
    '{"bounds":{"x":"0"}}',
    '{"bounds":{"x":1e999,"y":0,"width":1,"height":1}}',
  ])('is taken for none: %j', (text) =>
    expect(parseWindowState(text)).toEqual({ bounds: null, maximized: false }),
  )

  it.each([
    [{ x: 5000, y: 0, width: 1000, height: 700 }],
    [{ x: -990, y: 0, width: 1000, height: 700 }],
    [{ x: 0, y: -500, width: 1000, height: 700 }],
    [{ x: 0, y: 1070, width: 1000, height: 700 }],
    [{ x: 0, y: 0, width: 1, height: 1 }],
  ])('puts no window where nobody can reach it: %j', (bounds) => {
    expect(visibleBounds({ bounds, maximized: false }, screens)).toBeNull()
  })

  it('is kept where it can be reached', () => {
    const state = parseWindowState('{"bounds":{"x":-200,"y":10,"width":1000,"height":700},"maximized":true}')
    expect(state.maximized).toBe(true)
    expect(visibleBounds(state, screens)).toEqual({ x: -200, y: 10, width: 1000, height: 700 })
  })
})
