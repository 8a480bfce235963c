import { describe, expect, test } from 'vitest'
import { openTestCore } from '../fixtures/open-test-core.ts'

const zh = '# 桥与镜子\n\n桥是给人走的。镜子也是。\n\n治理要靠大家。\n'
const en = '# A Bridge and a Mirror\n\nBridges are for walking. So are mirrors.\n'

async function openLibrary() {
  const library = await openTestCore()
  const [left, right] = await library.importTexts([
    { name: 'zh.md', text: zh },
    { name: 'en.md', text: en },
  ])
  if (left === undefined || right === undefined) throw new Error('not imported')
  return { ...library, left, right }
}

describe('a tag and those below it', () => {
  test('lists, counts and exports the same highlights, each once', async () => {
    const { api, left, right } = await openLibrary()
    const annotate = async (quote: string, tagPaths: string[]) =>
      (await api.annotations.createByQuote({ articleId: left, quote, tagPaths })).id
    const both = await annotate('桥是给人走的。', ['治理', '治理/安全/边境'])
    const deep = await annotate('镜子也是。', ['治理/安全/边境', '治理/信息'])
    await annotate('治理要靠大家。', ['镜子'])
    const tags = await api.tags.list({})
    expect(tags.map(({ path, count, totalCount }) => [path, count, totalCount])).toEqual([
      ['治理', 1, 2],
      ['治理/信息', 1, 1],
      ['治理/安全', 0, 2],
      ['治理/安全/边境', 2, 2],
      ['镜子', 1, 1],
    ])
    expect(tags.find((tag) => tag.path === '治理/安全')?.lastUsedAt).toBeNull()
    const [root] = tags
    if (root === undefined) throw new Error('a tag expected')
    expect((await api.annotations.list({ tagId: root.id })).map(({ id }) => id)).toEqual([both, deep])
    expect(await api.annotations.list({ tagId: root.id, articleIds: [right] })).toEqual([])
    const { content } = await api.exports.preview({
      scope: { kind: 'tag', tagId: root.id },
      options: { format: 'markdown', fullText: false },
    })
    expect(content.match(/^> \[!quote\]/gmu)).toHaveLength(root.totalCount)
  })
})

test('what was removed is counted as it is listed: articles, and pairs whose articles are both there', async () => {
  const { api, left, right } = await openLibrary()
  const pair = await api.pairs.create({ leftArticleId: left, rightArticleId: right, kind: 'parallel' })
  const removed = async () => [
    (await api.library.info({})).removedCount,
    (await api.articles.list({ removed: true })).length + (await api.pairs.list({ removed: true })).length,
  ]
  expect(await removed()).toEqual([0, 0])
  await api.pairs.remove({ pairIds: [pair.id] })
  expect(await removed()).toEqual([1, 1])
  await api.articles.remove({ articleIds: [left] })
  expect(await removed()).toEqual([1, 1])
  await api.articles.restore({ articleIds: [left] })
  await api.pairs.restore({ pairIds: [pair.id] })
  expect(await removed()).toEqual([0, 0])
})
