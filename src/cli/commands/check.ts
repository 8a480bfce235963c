import type { Command } from '../command.ts'
import { EXIT } from '../exit-code.ts'

export const checkCommand: Command = {
  usage: '',
  summary: 'checks that the library is sound',
  details: ['Exits with 5 when it is not.'],
  options: {},
  words: [0, 0],
  async run({ api }, { output }) {
    const { ok, problems } = await api.library.check({})
    output.answer({ ok, problems }, () => (ok ? ['The library is sound.'] : problems))
    if (ok) return EXIT.ok
    if (!output.json)
      output.remark('duizhao: The library is damaged. Restore a copy from its folder “backups”.')
    return EXIT.library
  },
}
