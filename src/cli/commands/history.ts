import type { HistoryEntry } from '../../shared/contract/schemas/history.ts'
import type { Command } from '../command.ts'

export const undoCommand: Command = {
  usage: '',
  summary: 'takes the last step back',
  details: ['Steps are kept across restarts; the app’s and the command line’s are one history.'],
  options: {},
  words: [0, 0],
  async run({ api }, { output }) {
    const { undone } = await api.history.undo({})
    output.answer({ undone }, () => [
      undone === null ? 'There is nothing to undo.' : `Undone: ${describe(undone)}`,
    ])
  },
}

export const redoCommand: Command = {
  usage: '',
  summary: 'takes the last undo back',
  details: [],
  options: {},
  words: [0, 0],
  async run({ api }, { output }) {
    const { redone } = await api.history.redo({})
    output.answer({ redone }, () => [
      redone === null ? 'There is nothing to redo.' : `Redone: ${describe(redone)}`,
    ])
  },
}

function describe({ label }: HistoryEntry): string {
  const count = label.count > 1 ? ` ×${label.count}` : ''
  return `${label.kind}${count}${label.subject === '' ? '' : ` “${label.subject}”`}`
}
