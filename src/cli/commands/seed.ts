import type { Command } from '../command.ts'
import { counted } from '../counted.ts'

export const seedCommand: Command = {
  usage: '',
  summary: 'adds the sample texts and their pairs, translations aligned',
  details: [],
  options: {},
  words: [0, 0],
  async run({ api }, { output }) {
    const added = await api.samples.add({})
    output.answer(added, () => [
      `Added ${counted(added.articleIds.length, 'sample text')} and ${counted(added.pairIds.length, 'pair')}. See them with: duizhao list`,
    ])
  },
}
