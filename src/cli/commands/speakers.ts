import type { Client } from '../../shared/contract/client.ts'
import type { SpeakerSummary } from '../../shared/contract/schemas/speaker.ts'
import type { ArticleId } from '../../shared/domain/ids.ts'
import { blockText } from '../../shared/domain/text.ts'
import type { Command, CommandInput } from '../command.ts'
import { counted } from '../counted.ts'
import { findArticle, findSpeaker } from '../references.ts'
import { UsageError } from '../usage-error.ts'

export const speakersCommand: Command = {
  usage:
    'list\n' +
    '       duizhao speakers suggest ARTICLE [--confirm]\n' +
    '       duizhao speakers assign ARTICLE --from N --to N (--speaker SPEAKER | --name NAME [--role ROLE] | --nobody)',
  summary: 'who speaks: lists speakers, suggests speeches, says whose words paragraphs are',
  details: [
    'suggest finds runs of paragraphs that look like somebody’s words and are nobody’s yet; --confirm takes all of them.',
    'assign counts paragraphs from 1, headings included, as “duizhao show ARTICLE --json” lists them in blocks.',
    'A SPEAKER is named by any of their names, or by id. --name makes one who is not known yet.',
    'Headings, bylines, captions and credits between them stay nobody’s. Each is one step that can be undone.',
  ],
  options: {
    confirm: { type: 'boolean' },
    from: { type: 'string' },
    to: { type: 'string' },
    speaker: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    nobody: { type: 'boolean' },
  },
  words: [1, 2],
  async run({ api }, input) {
    const [what = '', reference] = input.words
    if (what === 'list') {
      if (reference !== undefined) throw new UsageError(`“speakers list” does not take “${reference}”.`)
      return list(api, input)
    }
    if (what !== 'suggest' && what !== 'assign') {
      throw new UsageError(`“speakers” takes list, suggest or assign, not “${what}”.`)
    }
    if (reference === undefined) throw new UsageError(`“speakers ${what}” needs an ARTICLE.`)
    const { id } = await findArticle(api, reference)
    return what === 'suggest' ? suggest(api, id, input) : assign(api, id, input)
  },
}

async function list(api: Client, { output }: CommandInput): Promise<void> {
  const speakers = await api.speakers.list({})
  output.answer(speakers, () =>
    speakers.length === 0
      ? ['There are no speakers yet. Look for some with: duizhao speakers suggest ARTICLE']
      : speakers.map((speaker) => `${speaker.id}  ${describe(speaker)}`),
  )
}

async function suggest(api: Client, articleId: ArticleId, { options, output }: CommandInput): Promise<void> {
  const suggestions = await api.speakers.suggest({ articleId })
  if (options.flag('confirm') && suggestions.length > 0) {
    await api.speakers.assignRuns({
      runs: suggestions.map(({ fromBlockId, toBlockId, speakerId, addsName, name, role }) => ({
        articleId,
        fromBlockId,
        toBlockId,
        speakerId,
        name: speakerId === null || addsName ? { name, role } : null,
      })),
    })
  }
  output.answer(suggestions, () => [
    ...suggestions.map(
      ({ name, role, blockCount, rule, opening }) =>
        `${role === null ? name : `${name} (${role})`}  ${counted(blockCount, 'paragraph')}, ${rule}: ${opening}`,
    ),
    suggestions.length === 0
      ? 'No speeches were recognised that are nobody’s yet.'
      : options.flag('confirm')
        ? `${speeches(suggestions.length)} confirmed.`
        : `${speeches(suggestions.length)} recognised. Take them with --confirm.`,
  ])
}

async function assign(api: Client, articleId: ArticleId, { options, output }: CommandInput): Promise<void> {
  const [speaker, name] = [options.text('speaker'), options.text('name')]
  const nobody = options.flag('nobody')
  if ([speaker !== null, name !== null, nobody].filter(Boolean).length !== 1) {
    throw new UsageError('Give one of --speaker, --name and --nobody.')
  }
  options.required('from')
  const blocks = await api.articles.blocks({ articleId })
  const from = options.integer('from', 1, blocks.length, 1)
  const to = options.integer('to', from, blocks.length, from)
  const [first, last] = [blocks[from - 1], blocks[to - 1]]
  if (first === undefined || last === undefined) throw new UsageError('The article has no such paragraph.')
  const range = { fromBlockId: first.id, toBlockId: last.id }
  const answer =
    name === null
      ? await api.speakers.assign({
          articleId,
          ...range,
          speakerId: speaker === null ? null : (await findSpeaker(api, speaker)).id,
        })
      : await api.speakers.assignRuns({
          runs: [{ articleId, ...range, speakerId: null, name: { name, role: options.text('role') } }],
        })
  output.answer(answer, () => [
    `${counted(answer.blockCount, 'paragraph')} from “${blockText(first).trim().slice(0, 40)}”`,
  ])
}

function speeches(count: number): string {
  return `${count} ${count === 1 ? 'speech' : 'speeches'}`
}

function describe({ names, blockCount, articleCount, highlightCount }: SpeakerSummary): string {
  const called = names.map(({ name, role }) => (role === null ? name : `${name} (${role})`)).join(' · ')
  const counts = [
    counted(blockCount, 'paragraph'),
    counted(articleCount, 'article'),
    counted(highlightCount, 'highlight'),
  ]
  return `${called}  ${counts.join(', ')}`
}
