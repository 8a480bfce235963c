import { COLORS } from '../../shared/domain/highlight.ts'
import { annotationFacts, annotationLines } from '../annotation-facts.ts'
import type { Command, CommandInput } from '../command.ts'
import { counted } from '../counted.ts'
import { EXIT } from '../exit-code.ts'
import { readQuoteLines, type BadLine } from '../quote-lines.ts'
import { findArticle } from '../references.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'

const ONE_QUOTE = ['quote', 'occurrence', 'color', 'note'] as const

export const annotateCommand: Command = {
  usage:
    'ARTICLE --quote TEXT [--occurrence N] [--color 1-8] [--tag PATH]… [--note MARKDOWN]\n' +
    '       duizhao annotate ARTICLE --from FILE.jsonl',
  summary: 'highlights a quote, with tags and a note, or many from a file',
  details: [
    'The quote is looked for in the article’s text; --occurrence says which one is meant (from 1).',
    'Tags are paths such as 治理/安全 and are made when they are new. All of it is one step of the history.',
    '',
    'FILE.jsonl has one JSON object a line: {"quote": …, "occurrence": 1, "color": 3, "tags": ["治理/安全"], "note": …};',
    'only quote must be there. All lines are one step of the history. A line that fails is told by its number and',
    'spoils no other; the exit code is then 4. “-” reads standard input.',
  ],
  options: {
    quote: { type: 'string' },
    occurrence: { type: 'string' },
    color: { type: 'string' },
    tag: { type: 'string', multiple: true },
    note: { type: 'string' },
    from: { type: 'string' },
  },
  words: [1, 1],
  async run(session, input) {
    const from = input.options.text('from')
    return from === null ? annotateOne(session, input) : annotateMany(session, input, from)
  },
}

async function annotateOne(
  { api }: Session,
  { words: [reference = ''], options, output }: CommandInput,
): Promise<void> {
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
  const facts = annotationFacts(annotation, await api.tags.list({}), annotation.spans[0]?.exact ?? null)
  output.answer(facts, () => annotationLines(facts))
}

async function annotateMany(
  { api }: Session,
  { words: [reference = ''], options, output }: CommandInput,
  from: string,
): Promise<number | void> {
  if (ONE_QUOTE.some((name) => options.text(name) !== null) || options.list('tag').length > 0) {
    throw new UsageError('With --from, the file says quote, color, tags and note.')
  }
  const { items, bad } = await readQuoteLines(from)
  const article = await findArticle(api, reference)
  const { created, failed } =
    items.length === 0
      ? { created: [], failed: [] }
      : await api.annotations.createMany({ articleId: article.id, items: items.map(({ item }) => item) })
  const lineOf = (index: number): number => items[index]?.line ?? 0
  const problems: BadLine[] = [
    ...bad,
    ...failed.map(({ index, reason, occurrences }) => ({
      line: lineOf(index),
      reason,
      message:
        reason === 'not_in_text'
          ? 'The quote is not in this article.'
          : `The quote is in this article ${counted(occurrences, 'time')}.`,
    })),
  ].toSorted((a, b) => a.line - b.line)
  for (const { line, message } of problems) output.remark(`line ${line}: ${message}`)
  const made = created.map(({ index, highlightId }) => ({ line: lineOf(index), id: highlightId }))
  output.answer({ articleId: article.id, created: made, failed: problems }, () => [
    `${counted(made.length, 'highlight')} made, ${counted(problems.length, 'line')} failed`,
  ])
  return problems.length > 0 ? EXIT.badInput : undefined
}
