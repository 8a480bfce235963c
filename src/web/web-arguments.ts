import { parseArgs } from 'node:util'

export interface WebArguments {
  readonly port: number
  readonly open: boolean
  readonly library: string | null
  readonly help: boolean
}

export const WEB_USAGE = `Duizhao in a browser, on this machine only.

  --library <folder>  the library to open
  --port <number>     the port to listen on; a free one when not given
  --no-open           print the address without opening a window
  --help              this text`

/** Reads the command line of the loopback host. Throws a sentence about what is wrong with it. */
export function parseWebArguments(args: readonly string[]): WebArguments {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      port: { type: 'string' },
      open: { type: 'boolean', default: true },
      library: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const port = values.port ?? '0'
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535)
    throw new Error(`--port takes a number up to 65535: ${port}`)
  return { port: Number(port), open: values.open, library: values.library ?? null, help: values.help }
}
