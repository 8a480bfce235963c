import { DuizhaoError } from '../../shared/domain/error.ts'
import type { Command } from '../command.ts'
import { findArticle } from '../references.ts'

export const linksCommand: Command = {
  usage: 'ARTICLE ARTICLE',
  summary: 'lists passages of two articles that say the same thing',
  details: [
    'In any order, best first, each with its score from 0 to 1 and what the two passages share.',
    'The articles need not be a pair, and nothing is stored.',
  ],
  options: {},
  words: [2, 2],
  async run(session, { words: [first = '', second = ''], output }) {
    const { api } = session
    const left = await findArticle(api, first)
    const right = await findArticle(api, second)
    if (left.id === right.id) {
      throw new DuizhaoError(
        'invalid_input',
        'An article cannot be compared with itself. Choose two articles.',
      )
    }
    const { jobId } = await api.links.compare({ leftArticleId: left.id, rightArticleId: right.id })
    await session.finished(jobId, 'comparing')
    const { suggestions } = await api.links.compared({ jobId })
    const facts = (suggestions ?? []).map(({ left: a, right: b, score, reasons }) => ({
      a,
      b,
      score,
      reasons,
    }))
    output.answer(facts, () =>
      facts.length === 0
        ? ['Nothing was found that surely says the same.']
        : facts.flatMap(({ a, b, score, reasons }) => [
            `${score.toFixed(2)}  ${oneLine(a.text)}`,
            `      ${oneLine(b.text)}`,
            `      ${reasons.map(({ from, to }) => `${from} = ${to}`).join(' · ')}`,
          ]),
    )
  },
}

const oneLine = (text: string): string => text.trim().replace(/\s+/gu, ' ')
