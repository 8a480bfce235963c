import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestCore } from '../fixtures/open-test-core.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'

const missing = (): string => join(tempFolder(), 'none.bin.br')

function damaged(): string {
  const path = join(tempFolder(), 'zh-en.bin.br')
  writeFileSync(path, 'no lexicon')
  return path
}

it.each([
  ['missing', missing],
  ['damaged', damaged],
])('aligns by what is left, and says so, where the file of the lexicon is %s', async (_what, lexiconPath) => {
  const library = await openTestCore(tempFolder(), lexiconPath())
  const [left, right] = await library.importTexts([
    { name: 'zh.txt', text: '桥与镜子\n\n桥建于1912年。\n\n它长300米。\n' },
    { name: 'en.txt', text: 'A Bridge and a Mirror\n\nIt was built in 1912.\n\nIt is 300 metres long.\n' },
  ])
  if (left === undefined || right === undefined) throw new Error('two articles expected')
  const pair = await library.api.pairs.create({
    leftArticleId: left,
    rightArticleId: right,
    kind: 'parallel',
  })
  const { jobId } = await library.api.alignment.start({ pairId: pair.id })
  expect(await library.settled(jobId)).toMatchObject({ state: 'done', error: null, warning: 'no-lexicon' })
  expect((await library.api.pairs.get({ pairId: pair.id })).beadCount).toBeGreaterThan(1)
})

it('has nothing to warn of where the lexicon is there', async () => {
  const library = await openTestCore()
  const [left, right] = await library.importTexts([
    { name: 'zh.txt', text: '桥是给人走的。' },
    { name: 'en.txt', text: 'Bridges are for walking.' },
  ])
  if (left === undefined || right === undefined) throw new Error('two articles expected')
  const pair = await library.api.pairs.create({
    leftArticleId: left,
    rightArticleId: right,
    kind: 'parallel',
  })
  const { jobId } = await library.api.alignment.start({ pairId: pair.id })
  expect(await library.settled(jobId)).toMatchObject({ state: 'done', warning: null })
})
