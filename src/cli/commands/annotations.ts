import { annotationFacts, annotationLines } from '../annotation-facts.ts'
import type { Command } from '../command.ts'
import { findArticle, findTag } from '../references.ts'

export const annotationsCommand: Command = {
  usage: '[--article ARTICLE] [--tag TAG]',
  summary: 'the highlights of the library, an article or a tag, in reading order',
  details: [],
  options: { article: { type: 'string' }, tag: { type: 'string' } },
  words: [0, 0],
  async run({ api }, { options, output }) {
    const article = options.text('article')
    const tag = options.text('tag')
    const tagId = tag === null ? null : (await findTag(api, tag)).id
    const articleIds = article === null ? null : [(await findArticle(api, article)).id]
    const everywhere = async () => (await api.articles.list({})).map(({ id }) => id)
    const found = await api.annotations.list({
      ...(tagId === null ? {} : { tagId }),
      ...(articleIds === null && tagId !== null ? {} : { articleIds: articleIds ?? (await everywhere()) }),
    })
    const tags = await api.tags.list({})
    const covered = await api.annotations.texts({ highlightIds: found.map(({ id }) => id) })
    const texts = new Map(covered.map(({ highlightId, text }) => [highlightId, text]))
    const facts = found.map((annotation) =>
      annotationFacts(annotation, tags, texts.get(annotation.id) ?? null),
    )
    output.answer(facts, () =>
      facts.flatMap((one, at) => [...(at === 0 ? [] : ['']), ...annotationLines(one)]),
    )
  },
}
