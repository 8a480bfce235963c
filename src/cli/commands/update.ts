import { resolve } from 'node:path'
import type { Comparison } from '../../shared/contract/schemas/revision.ts'
import type { Command } from '../command.ts'
import { outcomeFacts, outcomeLines } from '../doubt-facts.ts'
import { findArticle } from '../references.ts'

export const updateCommand: Command = {
  usage: 'ARTICLE FILE [--dry-run] [--metadata]',
  summary: 'brings an article up to date from a corrected file',
  details: [
    'Highlights, notes, links, rows and speakers move to the new text; the old one is kept as a revision.',
    'What can’t be placed for certain is counted as moved or lost and listed. All of it is one step of the history.',
    '--dry-run tells what would happen and changes nothing. --metadata takes title, date and so on from the file too.',
  ],
  options: { 'dry-run': { type: 'boolean' }, metadata: { type: 'boolean' } },
  words: [2, 2],
  async run({ api, core }, { words: [reference = '', path = ''], options, output }) {
    const { id: articleId } = await findArticle(api, reference)
    const grantId = core.grants.addFile(resolve(path))
    const request = { articleId, grantId, options: { metadata: options.flag('metadata') } }
    if (options.flag('dry-run')) {
      const { changes, ...outcome } = await api.articles.compareFile(request)
      const counts = countsOf(changes)
      output.answer({ ...outcomeFacts(outcome), dryRun: true, revisionId: null, changes: counts }, () => [
        'Nothing was changed. The update would give:',
        `paragraphs: ${counts.changed} changed, ${counts.added} added, ${counts.removed} removed, ${counts.moved} moved`,
        ...outcomeLines(outcome),
      ])
      return
    }
    const { revisionId, ...outcome } = await api.articles.updateFromFile(request)
    output.answer({ ...outcomeFacts(outcome), dryRun: false, revisionId }, () => [
      revisionId === null
        ? 'The text is the same already.'
        : 'Updated. The text as it was is kept as a revision.',
      ...outcomeLines(outcome),
    ])
  },
}

/** How many paragraphs differ, without their text. */
export function countsOf({ changed, added, removed, moved }: Comparison): Omit<Comparison, 'rows'> {
  return { changed, added, removed, moved }
}
