import type { Selection } from '../../shared/contract/schemas/annotation.ts'
import type { Client } from '../../shared/contract/client.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId } from '../../shared/domain/ids.ts'
import type { Command } from '../command.ts'
import { findArticle, findPair } from '../references.ts'

export const projectCommand: Command = {
  usage: 'PAIR --article ARTICLE --quote TEXT [--occurrence N]',
  summary: 'finds the likely counterpart of a quote on the other side of its bead',
  details: [
    'The quote is looked for in the text of ARTICLE, one of the pair’s; --occurrence says which one is meant (from 1).',
    'The confidence is 1 only where a number, a name, a term or a Latin word is the same on both sides.',
  ],
  options: {
    article: { type: 'string' },
    quote: { type: 'string' },
    occurrence: { type: 'string' },
  },
  words: [1, 1],
  async run({ api }, { words: [reference = ''], options, output }) {
    const quote = options.required('quote')
    const occurrence = options.integer('occurrence', 1, 1_000_000, 1)
    const articleReference = options.required('article')
    const pair = await findPair(api, reference)
    const article = await findArticle(api, articleReference)
    const selection = await select(api, article.id, quote, occurrence)
    const { span } = await api.alignment.project({ pairId: pair.id, selection })
    const facts = { articleId: article.id, quote, span }
    output.answer(facts, () =>
      span === null
        ? ['Nothing speaks for a counterpart.']
        : [`${span.confidence.toFixed(2)}  ${span.exact.trim().replace(/\s+/gu, ' ')}`],
    )
  },
}

/** The selection of an occurrence of a quote, which may reach over several segments. */
async function select(
  api: Client,
  articleId: ArticleId,
  quote: string,
  occurrence: number,
): Promise<Selection> {
  const blocks = await api.articles.blocks({ articleId })
  const segments = blocks.flatMap((block) => block.segments)
  const text = segments.map((segment) => segment.text).join('')
  let start = -1
  for (let found = 0; found < occurrence; found += 1) {
    start = text.indexOf(quote, start + 1)
    if (start < 0) {
      throw new DuizhaoError('invalid_input', 'The quote is not in this article, or not that often.', {
        occurrences: found,
      })
    }
  }
  const end = start + quote.length
  let before = 0
  let first: { id: (typeof segments)[number]['id']; offset: number } | null = null
  for (const segment of segments) {
    const after = before + segment.text.length
    if (first === null && start < after) first = { id: segment.id, offset: start - before }
    if (first !== null && end <= after) {
      return {
        articleId,
        startSegmentId: first.id,
        startOffset: first.offset,
        endSegmentId: segment.id,
        endOffset: end - before,
        exact: quote,
      }
    }
    before = after
  }
  throw new DuizhaoError('invalid_input', 'The quote is not in this article.')
}
