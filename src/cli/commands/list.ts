import type { Command } from '../command.ts'
import { counted } from '../counted.ts'

export const listCommand: Command = {
  usage: '',
  summary: 'the articles of the library',
  details: [],
  options: {},
  words: [0, 0],
  async run({ api }, { output }) {
    const articles = (await api.articles.list({})).map((article) => ({
      id: article.id,
      title: article.title,
      language: article.language,
      date: article.date,
      place: article.place,
      source: article.source,
      kind: article.kind,
      blockCount: article.blockCount,
      segmentCount: article.segmentCount,
      titleGuessed: article.titleGuessed,
    }))
    output.answer(articles, () =>
      articles.length === 0
        ? ['The library is empty. Bring texts in with: duizhao import FILE']
        : articles.map((article) =>
            [
              article.id,
              (article.date ?? '–').padEnd(10),
              article.language.padEnd(7),
              counted(article.segmentCount, 'sentence').padStart(15),
              article.title,
            ].join('  '),
          ),
    )
  },
}
