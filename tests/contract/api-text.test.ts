import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '../../src/shared/domain/ids.ts'
import { connectByChannel, connectByHttp, connectDirectly, type Connection } from './connections.ts'
import { importTwo, selectQuote } from './library-texts.ts'

const CHINESE = '江边札记\n\n与会者强调，要尊重多样文明。去年出口额达到6100亿元。\n\n𠮷祥照相馆😀开门了。'
const CORRECTED = '江边札记\n\n与会者强调，要尊重多样的文明。去年出口额达到6100亿元。\n\n今天没有别的事。'
const ENGLISH = 'Riverside Notes\n\nThe tea was good. Exports reached 610 billion yuan.\n\nThe studio opened.'

const transports = [
  ['direct call', connectDirectly],
  ['structured-clone channel', connectByChannel],
  ['real HTTP', connectByHttp],
] as const

describe.each(transports)('a text that changes, over %s', (_name, connect) => {
  let here: Connection

  beforeEach(async () => {
    here = await connect()
  })
  afterEach(async () => {
    await here.close()
    expect(here.test.log, 'incidents').toEqual([])
  })

  const importBoth = (): Promise<[ArticleId, ArticleId]> =>
    importTwo(here, [
      ['江边.txt', CHINESE],
      ['riverside.txt', ENGLISH],
    ])
  const textOf = async (articleId: ArticleId): Promise<string[]> =>
    (await here.api.articles.blocks({ articleId })).map((block) =>
      block.segments.map((segment) => segment.text).join(''),
    )

  it('is divided, joined and named, keeps its former state, and takes it back', async () => {
    const [, articleId] = await importBoth()
    const before = await textOf(articleId)
    const [, tea] = await here.api.articles.blocks({ articleId })
    const segmentId = tea?.segments[1]?.id
    if (tea === undefined || segmentId === undefined) throw new Error('two sentences expected')
    const { blockId } = await here.api.articles.splitBlock({ segmentId, offset: 0 })
    expect(await textOf(articleId)).toHaveLength(4)
    await here.api.articles.setBlockKind({ blockIds: [blockId], kind: 'heading', level: 9 })
    const heading = (await here.api.articles.blocks({ articleId })).find((block) => block.id === blockId)
    expect(heading).toMatchObject({ kind: 'heading', level: 6 })
    const [revision] = await here.api.articles.revisions({ articleId })
    if (revision === undefined) throw new Error('a revision expected')
    expect(revision).toMatchObject({ number: 1, reason: 'edit', blockCount: 3, segmentCount: 4 })
    const compared = await here.api.articles.compareRevision({ articleId, revisionId: revision.id })
    expect(compared.rows.length).toBeGreaterThan(1)
    await here.api.articles.joinBlocks({ blockId: tea.id })
    expect(await textOf(articleId)).toEqual(before)
    await here.api.articles.joinBlocks({ blockId: tea.id })
    expect((await textOf(articleId)).at(-1)).toBe(
      'The tea was good. Exports reached 610 billion yuan. The studio opened.',
    )
    const { articles } = here.api
    expect(await articles.restoreRevision({ articleId, revisionId: revision.id })).toEqual({
      ok: 0,
      moved: 0,
      lost: 0,
      doubts: [],
    })
    expect(await textOf(articleId)).toEqual(before)
    await expect
      .poll(() => here.events.flatMap((event) => (event.name === 'changed' ? event.entities : [])))
      .toContain('revision')
  })

  it('comes anew from a file; what is in doubt is listed, settled, taken off and put back', async () => {
    const [articleId, other] = await importBoth()
    const select = (quote: string) => selectQuote(here, articleId, quote)
    await here.api.annotations.create({ selection: await select('多样文明'), color: 1 })
    await here.api.annotations.create({ selection: await select('照相馆😀开门'), color: 2 })
    const to = await selectQuote(here, other, 'The studio')
    const link = await here.api.links.create({ pairId: null, from: await select('𠮷祥照相馆😀'), to })
    const grantId = await here.upload('江边.txt', new TextEncoder().encode(CORRECTED))
    const planned = await here.api.articles.compareFile({ articleId, grantId })
    expect(planned).toMatchObject({ ok: 1, moved: 0, lost: 2, changes: { changed: 1, added: 1, removed: 1 } })
    expect(await here.api.articles.revisions({ articleId })).toEqual([])

    const { revisionId, ...done } = await here.api.articles.updateFromFile({ articleId, grantId })
    expect(done).toEqual({ ok: 1, moved: 0, lost: 2, doubts: planned.doubts })
    expect((await here.api.articles.revisions({ articleId }))[0]).toMatchObject({ id: revisionId })
    expect(
      (await here.api.annotations.list({ articleIds: [articleId] })).map(({ spans }) => spans[0]?.exact),
    ).toContain('多样的文明')
    const doubts = await here.api.annotations.inDoubt({})
    expect(doubts.map(({ kind, state, was }) => [kind, state, was])).toEqual([
      ['highlight', 'lost', '照相馆😀开门'],
      ['link', 'lost', '𠮷祥照相馆😀'],
    ])
    const selection = await select('没有别的事')
    const [lost] = doubts
    if (lost?.kind !== 'highlight') throw new Error('a highlight expected')
    const { id: highlightId, spanId } = lost
    expect(await here.raw('annotations.settle', { spans: [{ highlightId, spanId }] })).toMatchObject({
      error: { code: 'conflict', details: { reason: 'nothing' } },
    })
    await here.api.annotations.attach({ highlightId, spanId, selection })
    const attached = await here.api.links.attach({ linkId: link.id, role: 'from', selection })
    expect(attached.from).toMatchObject({ state: 'ok', exact: '没有别的事' })
    expect(await here.api.annotations.inDoubt({})).toEqual([])
    const gone = { articleId, grantId }
    expect(await here.raw('articles.updateFromFile', gone)).toMatchObject({ error: { code: 'forbidden' } })

    // A span and an end that are moved by one edit are settled, and taken off, in one step.
    const blocks = await here.api.articles.blocks({ articleId })
    const today = blocks.at(-1)?.segments[0]
    if (today === undefined) throw new Error('a sentence expected')
    const text = '今天来了一位客人。'
    await here.api.articles.editSegment({ segmentId: today.id, expected: today.text, text })
    const anchors = { spans: [{ highlightId, spanId }], ends: [{ linkId: link.id, role: 'from' as const }] }
    expect((await here.api.annotations.inDoubt({})).map(({ kind, state }) => [kind, state])).toEqual([
      ['highlight', 'moved'],
      ['link', 'moved'],
    ])
    await here.api.annotations.settle(anchors)
    expect(await here.api.annotations.inDoubt({})).toEqual([])
    await here.api.history.undo({})
    await here.api.annotations.detach(anchors)
    expect(
      (await here.api.annotations.inDoubt({})).map(({ kind, state, was }) => [kind, state, was]),
    ).toEqual([
      ['highlight', 'lost', null],
      ['link', 'lost', null],
    ])
    await here.api.history.undo({})
    expect((await here.api.annotations.inDoubt({})).every(({ state }) => state === 'moved')).toBe(true)
    expect(await here.raw('annotations.settle', {})).toMatchObject({ error: { code: 'invalid_input' } })
  })
})
