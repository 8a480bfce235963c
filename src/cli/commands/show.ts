import type { Client } from '../../shared/contract/client.ts'
import type { ArticleId, SpeakerId } from '../../shared/domain/ids.ts'
import { blockText, type Block } from '../../shared/domain/text.ts'
import type { Command } from '../command.ts'
import { findArticle } from '../references.ts'

/** Blocks asked for at once. */
const PAGE = 10_000

interface SpeakerFacts {
  readonly name: string
  readonly role: string | null
}

export const showCommand: Command = {
  usage: 'ARTICLE',
  summary: 'an article: its blocks, speakers and sentences',
  details: ['Offsets are UTF-16 code units within the text of the block.'],
  options: {},
  words: [1, 1],
  async run({ api }, { words: [reference = ''], output }) {
    const { id } = await findArticle(api, reference)
    const { article, speakers } = await api.articles.get({ articleId: id })
    const blocks = await allBlocks(api, id)
    const speakerById = new Map<SpeakerId, SpeakerFacts>(
      speakers.flatMap(({ id: speakerId, names }) => {
        const known = names.find((name) => name.language === article.language) ?? names[0]
        return known === undefined ? [] : [[speakerId, { name: known.name, role: known.role }]]
      }),
    )
    const facts = {
      id,
      title: article.title,
      language: article.language,
      date: article.date,
      place: article.place,
      source: article.source,
      author: article.author,
      kind: article.kind,
      titleGuessed: article.titleGuessed,
      blocks: blocks.map((block) => blockFacts(block, speakerById)),
    }
    output.answer(facts, () => [
      facts.title,
      [facts.kind, facts.language, facts.date, facts.place, facts.source, facts.author]
        .filter(Boolean)
        .join(' · '),
      ...facts.blocks.flatMap(({ kind, speaker, text }) => [
        '',
        `[${kind}]${speaker === null ? '' : ` ${speaker.name}${speaker.role === null ? '' : ` (${speaker.role})`}`}`,
        text,
      ]),
    ])
  },
}

async function allBlocks(api: Client, articleId: ArticleId): Promise<Block[]> {
  const blocks: Block[] = []
  for (;;) {
    const page = await api.articles.blocks({ articleId, from: blocks.length, limit: PAGE })
    blocks.push(...page)
    if (page.length < PAGE) return blocks
  }
}

function blockFacts(block: Block, speakerById: ReadonlyMap<SpeakerId, SpeakerFacts>) {
  let start = 0
  return {
    id: block.id,
    kind: block.kind,
    level: block.level,
    text: blockText(block),
    speaker: block.speakerId === null ? null : (speakerById.get(block.speakerId) ?? null),
    segments: block.segments.map((segment) => {
      const facts = { id: segment.id, start, end: start + segment.text.length, text: segment.text }
      start = facts.end
      return facts
    }),
  }
}
