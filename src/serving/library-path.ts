import { posix, win32 } from 'node:path'

/** What decides where the library is; handed in, so that every platform can be tested on one. */
export interface LibraryPathInputs {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
}

/**
 * The folder of the library that opens when no other is named. All hosts and the command line ask here,
 * so that they open the same one. `DUIZHAO_LIBRARY` overrides the platform's custom.
 */
export function libraryPath({ env, platform, home }: LibraryPathInputs): string {
  const path = platform === 'win32' ? win32 : posix
  const override = env['DUIZHAO_LIBRARY']
  if (override !== undefined && override !== '') return path.resolve(override)
  if (platform === 'win32') {
    return path.join(env['APPDATA'] || path.join(home, 'AppData', 'Roaming'), 'Duizhao', 'library')
  }
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Duizhao', 'library')
  // The XDG specification says to ignore relative paths.
  const dataHome = env['XDG_DATA_HOME']
  const base =
    dataHome !== undefined && path.isAbsolute(dataHome) ? dataHome : path.join(home, '.local', 'share')
  return path.join(base, 'duizhao', 'library')
}
