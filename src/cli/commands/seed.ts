import type { Command } from '../command.ts'

export const seedCommand: Command = {
  usage: '',
  summary: 'adds the sample texts and their pairs, aligned',
  details: [],
  options: {},
  words: [0, 0],
  async run({ api }, { output }) {
    const added = await api.samples.add({})
    output.answer(added, () => [
      `Added ${added.articleIds.length} sample texts and ${added.pairIds.length} pairs. See them with: duizhao list`,
    ])
  },
}
