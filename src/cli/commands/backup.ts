import type { Command } from '../command.ts'

export const backupCommand: Command = {
  usage: '',
  summary: 'writes a verified copy of the library into its folder “backups”',
  details: [],
  options: {},
  words: [0, 0],
  async run({ api }, { output }) {
    const backup = await api.library.backup({})
    output.answer(backup, () => [backup.path])
  },
}
