import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CAPTURED_TABLES } from '../../src/core/store/tables.ts'
import { ApiError } from '../../src/shared/contract/client.ts'
import type { ArticleId, BlockId, PairId } from '../../src/shared/domain/ids.ts'
import { openTestCore, type TestCore } from '../fixtures/open-test-core.ts'

const ZH = `桥边的论坛

让渡口重新亮起来

临江市文化馆馆长 顾闻笛

渡口从前是一座城的客厅。人们在这里等船，也在这里等消息。

今天我们修桥，也要把渡口留下来。𠮷😀

把声音留在河上

青山联合会副秘书长 萨米尔·努尔

我小时候听过船夫唱歌。那些歌没有写在纸上。唱的人老了，歌就没有了。`
const EN = `A Forum by the Bridge

Light the Ferry Landing Again

Gu Wendi, Director of the Linjiang House of Culture

The landing was once the parlour of the town. People waited here for boats and for news.

We build a bridge today, and we should keep the landing too. 😀

Keep the Voices on the River

Samir Nur, Deputy Secretary-General of the Qingshan Union

When I was small I heard the boatmen sing. Those songs were never put on paper. The singers grew old and the songs were gone.`

interface Library extends TestCore {
  readonly zh: ArticleId
  readonly en: ArticleId
  readonly pairId: PairId
  dump(): string
  /** Who is said to speak, block by block. */
  spoken(articleId: ArticleId): Promise<string[]>
}

async function openLibrary(): Promise<Library> {
  const library = await openTestCore()
  const { api } = library
  const [zh, en] = await library.importTexts([
    { name: 'zh.txt', text: ZH },
    { name: 'en.txt', text: EN },
  ])
  if (zh === undefined || en === undefined) throw new Error('not imported')
  const { id: pairId } = await api.pairs.create({ leftArticleId: zh, rightArticleId: en, kind: 'parallel' })
  const { jobId } = await api.alignment.start({ pairId })
  await library.settled(jobId)
  return {
    ...library,
    zh,
    en,
    pairId,
    dump: () => dumpOf(library.libraryPath),
    async spoken(articleId) {
      const { speakers } = await api.articles.get({ articleId })
      const names = new Map(speakers.map(({ id, names: own }) => [id, own.map(({ name }) => name).join('=')]))
      const blocks = await api.articles.blocks({ articleId })
      return blocks.map(({ speakerId }) => (speakerId === null ? '' : (names.get(speakerId) ?? '?')))
    },
  }
}

/** Everything the user made, in a fixed order: equal dumps, equal libraries. */
function dumpOf(folder: string): string {
  const database = new Database(join(folder, 'library.sqlite'), { readonly: true })
  try {
    return Object.keys(CAPTURED_TABLES)
      .map((table) => {
        const rows = database.prepare(`SELECT * FROM ${table}`).all()
        return `${table}\n${rows
          .map((row) => JSON.stringify(row))
          .toSorted()
          .join('\n')}`
      })
      .join('\n')
  } finally {
    database.close()
  }
}

/** Does it, takes it back and does it again: each time the library is to the letter what it was. */
async function undoes(library: Library, work: () => Promise<unknown>): Promise<void> {
  const before = library.dump()
  await work()
  const after = library.dump()
  expect(after).not.toBe(before)
  await library.api.history.undo({})
  expect(library.dump()).toBe(before)
  await library.api.history.redo({})
  expect(library.dump()).toBe(after)
}

async function nobodySpeaks(library: Library, ...articleIds: readonly ArticleId[]): Promise<void> {
  for (const articleId of articleIds) {
    const { first, last } = await ends(library, articleId)
    await library.api.speakers.assign({ articleId, fromBlockId: first, toBlockId: last, speakerId: null })
  }
}

async function ends({ api }: TestCore, articleId: ArticleId): Promise<{ first: BlockId; last: BlockId }> {
  const blocks = await api.articles.blocks({ articleId })
  const [first, last] = [blocks[0]?.id, blocks.at(-1)?.id]
  if (first === undefined || last === undefined) throw new Error('no blocks')
  return { first, last }
}

const byName = async ({ api }: TestCore, name: string) => {
  const found = (await api.speakers.list({})).find(({ names }) => names.some((each) => each.name === name))
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  return found
}

const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
  )

describe('who speaks', () => {
  it('is suggested where nobody does, and confirmed in one step that can be undone', async () => {
    const library = await openLibrary()
    const { api, zh } = library
    expect(await api.speakers.suggest({ articleId: zh })).toEqual([])
    await nobodySpeaks(library, zh, library.en)
    const suggested = await api.speakers.suggest({ articleId: zh })
    expect(
      suggested.map(({ name, rule, blockCount, evidence }) => [name, rule, blockCount, evidence]),
    ).toEqual([
      ['顾闻笛', 'heading-line', 2, null],
      ['萨米尔·努尔', 'heading-line', 1, null],
    ])
    // They are known from the import.
    expect(suggested.map(({ speakerId }) => speakerId === null)).toEqual([false, false])
    await undoes(library, () =>
      api.speakers.assignRuns({
        runs: suggested.map(({ fromBlockId, toBlockId, name, role }) => ({
          articleId: zh,
          fromBlockId,
          toBlockId,
          speakerId: null,
          name: { name, role },
        })),
      }),
    )
    expect(await library.spoken(zh)).toEqual(['', '', '', '顾闻笛', '顾闻笛', '', '', '萨米尔·努尔'])
    expect(await api.speakers.list({})).toHaveLength(4)
    expect(await api.speakers.suggest({ articleId: zh })).toEqual([])
  })

  it('is the same person in the other language, by name or by place', async () => {
    const library = await openLibrary()
    const { api, zh, en, pairId } = library
    const chinese = [await byName(library, '顾闻笛'), await byName(library, '萨米尔·努尔')]
    const english = [await byName(library, 'Gu Wendi'), await byName(library, 'Samir Nur')]
    const twins = await api.speakers.twins({ pairId })
    expect(twins.map(({ speakerId, otherId, evidence }) => [speakerId, otherId, evidence])).toEqual([
      [chinese[0]?.id, english[0]?.id, 'pinyin'],
      [chinese[1]?.id, english[1]?.id, 'sound'],
    ])

    // Without speakers of their own, the English words are proposed to be theirs.
    await nobodySpeaks(library, en)
    await api.speakers.remove({ speakerIds: english.map(({ id }) => id) })
    const suggested = await api.speakers.suggest({ articleId: en })
    expect(
      suggested.map(({ name, speakerId, evidence, addsName }) => [name, speakerId, evidence, addsName]),
    ).toEqual([
      ['Gu Wendi', chinese[0]?.id, 'pinyin', true],
      ['Samir Nur', chinese[1]?.id, 'sound', true],
    ])
    await undoes(library, () =>
      api.speakers.assignRuns({
        runs: suggested.map(({ fromBlockId, toBlockId, speakerId, name, role }) => ({
          articleId: en,
          fromBlockId,
          toBlockId,
          speakerId,
          name: { name, role },
        })),
      }),
    )
    expect(new Set(await library.spoken(en))).toEqual(
      new Set(['', 'Gu Wendi=顾闻笛', 'Samir Nur=萨米尔·努尔']),
    )
    expect(await api.speakers.twins({ pairId })).toEqual([])
    expect((await library.spoken(zh))[3]).toBe('Gu Wendi=顾闻笛')
  })

  it('is proposed from what the words face, where the text itself says nothing', async () => {
    const library = await openTestCore()
    const { api } = library
    const said = EN.split('\n\n').filter((_, index) => ![1, 2, 5, 6].includes(index))
    const heard = ZH.split('\n\n').filter((_, index) => ![1, 2, 5, 6].includes(index))
    const [zh, en] = await library.importTexts([
      { name: 'zh.txt', text: heard.join('\n\n') },
      { name: 'en.txt', text: said.join('\n\n') },
    ])
    if (zh === undefined || en === undefined) throw new Error('not imported')
    const { id: pairId } = await api.pairs.create({ leftArticleId: zh, rightArticleId: en, kind: 'parallel' })
    await library.settled((await api.alignment.start({ pairId })).jobId)
    const blocks = await api.articles.blocks({ articleId: zh })
    const [from, to] = [blocks[1]?.id, blocks[2]?.id]
    if (from === undefined || to === undefined) throw new Error('no blocks')
    const speaker = await api.speakers.create({ names: [{ language: 'zh-Hans', name: '顾闻笛' }] })
    await api.speakers.assign({ articleId: zh, fromBlockId: to, toBlockId: from, speakerId: speaker.id })
    const suggested = await api.speakers.suggest({ articleId: en })
    expect(
      suggested.map(({ name, rule, blockCount, speakerId }) => [name, rule, blockCount, speakerId]),
    ).toEqual([['顾闻笛', 'facing', 2, speaker.id]])
  })

  it('can be renamed in both languages, merged and removed, each undone to the letter', async () => {
    const library = await openLibrary()
    const { api, zh, en } = library
    const gu = await byName(library, '顾闻笛')
    const english = await byName(library, 'Gu Wendi')
    await api.annotations.createByQuote({ articleId: zh, quote: '渡口从前是一座城的客厅', color: 3 })
    await api.annotations.createByQuote({ articleId: en, quote: 'the parlour of the town', color: 3 })
    expect(await byName(library, '顾闻笛')).toMatchObject({
      blockCount: 2,
      articleCount: 1,
      highlightCount: 1,
    })

    const preview = await api.speakers.previewMerge({ speakerIds: [english.id], intoId: gu.id })
    expect(preview).toMatchObject({ merged: { blockCount: 4, articleCount: 2, highlightCount: 2 }, lost: [] })
    await undoes(library, () => api.speakers.merge({ speakerIds: [english.id], intoId: gu.id }))
    expect(await byName(library, 'Gu Wendi')).toEqual(preview.merged)
    await undoes(library, () =>
      api.speakers.update({
        speakerId: gu.id,
        names: [
          { language: 'zh-Hans', name: '顾闻笛', role: '馆长' },
          { language: 'en', name: 'Gu Wen-di', role: '' },
        ],
      }),
    )
    expect((await byName(library, '顾闻笛')).names).toEqual([
      { language: 'en', name: 'Gu Wen-di', role: null },
      { language: 'zh-Hans', name: '顾闻笛', role: '馆长' },
    ])
    const { names } = await api.speakers.update({
      speakerId: gu.id,
      names: [{ language: 'zh-Hans', name: '顾闻笛' }],
    })
    expect(names).toEqual([{ language: 'zh-Hans', name: '顾闻笛', role: null }])
    // The words stay when who said them goes.
    const texts = async () => (await api.articles.blocks({ articleId: zh })).map(({ segments }) => segments)
    const before = await texts()
    await undoes(library, () => api.speakers.remove({ speakerIds: [gu.id] }))
    expect(await texts()).toEqual(before)
    expect(await library.spoken(zh)).toEqual(['', '', '', '', '', '', '', '萨米尔·努尔'])
  })

  it('tells what a merge would lose', async () => {
    const { api } = await openTestCore()
    const one = await api.speakers.create({ names: [{ language: 'en', name: 'Ann Lee' }] })
    const other = await api.speakers.create({
      names: [
        { language: 'en', name: 'A. Lee', role: 'Dean' },
        { language: 'zh-Hans', name: '李安' },
      ],
    })
    const { merged, lost } = await api.speakers.previewMerge({ speakerIds: [other.id], intoId: one.id })
    expect(merged.names.map(({ name }) => name)).toEqual(['Ann Lee', '李安'])
    expect(lost).toEqual([{ language: 'en', name: 'A. Lee', role: 'Dean' }])
  })

  it('leaves headings to nobody, and runs and ranges tell where who speaks', async () => {
    const library = await openLibrary()
    const { api, zh } = library
    const { first, last } = await ends(library, zh)
    const gu = await byName(library, '顾闻笛')
    const range = await api.speakers.range({ articleId: zh, fromBlockId: first, toBlockId: first })
    expect([range.opening, range.range.blockCount, range.section.blockCount]).toEqual(['桥边的论坛', 1, 1])
    await undoes(library, () =>
      api.speakers.assign({ articleId: zh, fromBlockId: first, toBlockId: last, speakerId: gu.id }),
    )
    expect(await library.spoken(zh)).toEqual(['', '', '', '顾闻笛', '顾闻笛', '', '', '顾闻笛'])
    const runs = await api.speakers.runs({ articleIds: [zh] })
    expect(runs).toHaveLength(2)
    expect(runs.every(({ speakerId, from, to }) => speakerId === gu.id && from <= to)).toBe(true)
  })

  it('refuses what is not there', async () => {
    const library = await openLibrary()
    const { api, zh, en } = library
    const { first } = await ends(library, zh)
    const gu = await byName(library, '顾闻笛')
    expect(
      await code(
        api.speakers.assign({ articleId: en, fromBlockId: first, toBlockId: first, speakerId: gu.id }),
      ),
    ).toBe('not_found')
    expect(await code(api.speakers.merge({ speakerIds: [gu.id], intoId: gu.id }))).toBe('invalid_input')
    expect(await code(api.speakers.create({ names: [{ language: 'en', name: ' ' }] }))).toBe('invalid_input')
    await api.speakers.remove({ speakerIds: [gu.id] })
    expect(await code(api.speakers.update({ speakerId: gu.id, names: gu.names }))).toBe('not_found')
  })
})
