import { COLORS } from '../../shared/domain/highlight.ts'
import { annotationFacts, annotationLines } from '../annotation-facts.ts'
import type { Command } from '../command.ts'
import { findArticle } from '../references.ts'

export const annotateCommand: Command = {
  usage: 'ARTICLE --quote TEXT [--occurrence N] [--color 1-8] [--tag PATH]… [--note MARKDOWN]',
  summary: 'highlights a quote, with tags and a note',
  details: [
    'The quote is looked for in the article’s text; --occurrence says which one is meant (from 1).',
    'Tags are paths such as 治理/安全 and are made when they are new. All of it is one step of the history.',
  ],
  options: {
    quote: { type: 'string' },
    occurrence: { type: 'string' },
    color: { type: 'string' },
    tag: { type: 'string', multiple: true },
    note: { type: 'string' },
  },
  words: [1, 1],
  async run({ api }, { words: [reference = ''], options, output }) {
    const quote = options.required('quote')
    const occurrence = options.integer('occurrence', 1, 1_000_000, 1)
    const number = options.integer('color', 1, 8, 1)
    const color = COLORS.find((candidate) => candidate === number) ?? 1
    const article = await findArticle(api, reference)
    const annotation = await api.annotations.createByQuote({
      articleId: article.id,
      quote,
      occurrence,
      color,
      tagPaths: options.list('tag'),
      note: options.text('note') ?? '',
    })
    const facts = annotationFacts(annotation, await api.tags.list({}))
    output.answer(facts, () => annotationLines(facts))
  },
}
