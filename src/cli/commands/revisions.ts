import type { Client } from '../../shared/contract/client.ts'
import type { ComparedRow, Revision } from '../../shared/contract/schemas/revision.ts'
import type { ArticleId } from '../../shared/domain/ids.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { Command, CommandInput } from '../command.ts'
import { counted } from '../counted.ts'
import { outcomeFacts, outcomeLines } from '../doubt-facts.ts'
import { findArticle } from '../references.ts'
import { UsageError } from '../usage-error.ts'

export const revisionsCommand: Command = {
  usage: 'ARTICLE [--compare N | --restore N]',
  summary: 'former states of an article’s text',
  details: [
    'A revision is kept before each update and restore, and before edits that begin a while after the last.',
    '--compare: what differs between revision N and the text as it is.',
    '--restore: makes revision N the text again, as one step; the present text is kept as a revision.',
  ],
  options: { compare: { type: 'string' }, restore: { type: 'string' } },
  words: [1, 1],
  async run({ api }, input) {
    const { words, options, output } = input
    if (options.text('compare') !== null && options.text('restore') !== null) {
      throw new UsageError('Give --compare or --restore, not both.')
    }
    const { id: articleId } = await findArticle(api, words[0] ?? '')
    if (options.text('compare') !== null) {
      await compare(api, articleId, input)
      return
    }
    if (options.text('restore') !== null) {
      await restore(api, articleId, input)
      return
    }
    const revisions = await api.articles.revisions({ articleId })
    output.answer(revisions, () =>
      revisions.map(
        ({ number, madeAt, reason, segmentCount, characterCount }) =>
          `${String(number).padStart(4)}  ${new Date(madeAt).toISOString()}  before ${reason.padEnd(7)}  ${counted(segmentCount, 'sentence')}, ${counted(characterCount, 'character')}`,
      ),
    )
  },
}

async function compare(api: Client, articleId: ArticleId, { options, output }: CommandInput): Promise<void> {
  const revision = await findRevision(api, articleId, options.integer('compare', 1, 1_000_000, 1))
  const comparison = await api.articles.compareRevision({ articleId, revisionId: revision.id })
  output.answer({ number: revision.number, ...comparison }, () => comparison.rows.flatMap(rowLines))
}

async function restore(api: Client, articleId: ArticleId, { options, output }: CommandInput): Promise<void> {
  const revision = await findRevision(api, articleId, options.integer('restore', 1, 1_000_000, 1))
  const outcome = await api.articles.restoreRevision({ articleId, revisionId: revision.id })
  output.answer({ number: revision.number, ...outcomeFacts(outcome) }, () => [
    `Revision ${revision.number} is the text again.`,
    ...outcomeLines(outcome),
  ])
}

async function findRevision(api: Client, articleId: ArticleId, number: number): Promise<Revision> {
  const revision = (await api.articles.revisions({ articleId })).find((one) => one.number === number)
  if (revision !== undefined) return revision
  throw new DuizhaoError(
    'not_found',
    `This article has no revision ${number}. See which there are without --compare.`,
  )
}

function rowLines(row: ComparedRow): string[] {
  switch (row.status) {
    case 'same':
      return [`  ${row.after.text}`]
    case 'changed':
      return [`- ${row.before.text}`, `+ ${row.after.text}`]
    case 'removed':
      return [`${row.moved ? '<' : '-'} ${row.before.text}`]
    case 'added':
      return [`${row.moved ? '>' : '+'} ${row.after.text}`]
    case 'skipped':
      return [`… ${counted(row.count, 'paragraph')}`]
  }
}
