import { serveLibrary } from '../../web/serve-library.ts'
import type { Command } from '../command.ts'

export const serveCommand: Command = {
  usage: '[--port N] [--no-open]',
  summary: 'opens the library in a browser, on this machine only',
  details: ['The address has the key in it: give it to nobody. Ctrl+C stops.'],
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  words: [0, 0],
  async run({ core }, { options, output, paths }) {
    await serveLibrary({
      core,
      port: options.integer('port', 0, 65_535, 0),
      rendererRoot: paths.rendererRoot,
      open: !options.flag('no-open'),
      log: (line) => output.log(line),
      onAddress(url, port) {
        // The address is the last word of its line, for people to click and for programs to read.
        output.answer({ url, port }, () => [`Duizhao is open at ${url}`])
        output.remark('Press Ctrl+C to stop.')
      },
      onNoWindow: () => output.remark('There is no screen here to open a window on: use the address above.'),
    })
  },
}
