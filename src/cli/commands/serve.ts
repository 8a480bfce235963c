import { MAX_TEXT_BYTES } from '../../shared/domain/text-limit.ts'
import { openWindow } from '../../web/open-window.ts'
import { stopSignal } from '../../web/stop-signal.ts'
import { startWebHost } from '../../web/web-host.ts'
import type { Command } from '../command.ts'

export const serveCommand: Command = {
  usage: '[--port N] [--no-open]',
  summary: 'opens the library in a browser, on this machine only',
  details: ['The address has the key in it: give it to nobody. Ctrl+C stops.'],
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  words: [0, 0],
  async run({ core }, { options, output, paths }) {
    const host = await startWebHost({
      core,
      port: options.integer('port', 0, 65_535, 0),
      rendererRoot: paths.rendererRoot,
      uploadLimit: MAX_TEXT_BYTES,
      log: (line) => output.log(line),
    })
    const stopAsked = stopSignal()
    // The address is the last word of its line, for people to click and for programs to read.
    output.answer({ url: host.url, port: host.port }, () => [`Duizhao is open at ${host.url}`])
    const opened = options.flag('no-open') ? null : await openWindow(host.openingUrl()).catch(() => null)
    output.remark('Press Ctrl+C to stop.')
    await Promise.race([stopAsked, ...(opened === null ? [] : [opened.closed])])
    // The page first, so that it can still save what is being typed, then its wire; the library comes last.
    await opened?.close()
    await host.close()
  },
}
