import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Selection } from '../../src/shared/contract/schemas/annotation.ts'
import type { ArticleId } from '../../src/shared/domain/ids.ts'
import { connectByChannel, connectByHttp, connectDirectly, type Connection } from './connections.ts'
import { importTwo, selectQuote } from './library-texts.ts'

const CHINESE = '江边札记\n\n与会者强调，要尊重多样文明，增进相互信任。\n\n𠮷祥照相馆😀开门了。'
const ENGLISH =
  'Riverside Notes\n\nThe tea was good.\n\nSeveral speakers called for respect for diverse civilizations and for mutual trust.'

const transports = [
  ['direct call', connectDirectly],
  ['structured-clone channel', connectByChannel],
  ['real HTTP', connectByHttp],
] as const

describe.each(transports)('links and terms over %s', (_name, connect) => {
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
  const select = (articleId: ArticleId, quote: string): Promise<Selection> =>
    selectQuote(here, articleId, quote)

  it('suggests, accepts, draws, finds, projects and marks', async () => {
    const [left, right] = await importBoth()
    const { id: pairId } = await here.api.pairs.create({
      leftArticleId: left,
      rightArticleId: right,
      kind: 'comparable',
    })
    const suggesting = await here.api.links.suggest({ pairId })
    expect(await here.test.settled(suggesting.jobId)).toMatchObject({ state: 'done', kind: 'links', pairId })
    const { suggestions } = await here.api.links.suggestions({ pairId })
    const [first] = suggestions ?? []
    if (first === undefined) throw new Error('a suggestion expected')
    const { score, reasons } = first
    const [leftSegmentId, rightSegmentId] = [first.left.segmentId, first.right.segmentId]
    await here.api.links.decide({ pairId, leftSegmentId, rightSegmentId, accept: true, score, reasons })
    const from = await select(left, '𠮷祥照相馆😀')
    await here.api.links.create({ pairId, from, to: await select(right, 'tea') })
    expect((await here.api.links.list({ pairId })).map((link) => link.from.exact.slice(0, 3))).toEqual([
      '与会者',
      '𠮷祥',
    ])

    const finding = await here.api.links.findCounterparts({ selection: await select(left, '尊重多样文明') })
    await here.test.settled(finding.jobId)
    const { counterparts } = await here.api.links.counterparts({ jobId: finding.jobId })
    expect(counterparts?.[0]?.segmentId).toBe(rightSegmentId)

    const aligning = await here.api.alignment.start({ pairId })
    await here.test.settled(aligning.jobId)
    const { span } = await here.api.alignment.project({ pairId, selection: await select(left, '江边札记') })
    expect(span === null || span.articleId === right).toBe(true)
    const rows = await here.api.reader.rows({ target: { kind: 'pair', pairId }, from: 0, limit: 10 })
    const beadIds = rows.flatMap((row) => row.bead?.id ?? [])
    expect(await here.api.alignment.evidence({ pairId, beadIds })).toHaveLength(beadIds.length)
  })

  it('tells the windows of links and terms', async () => {
    const forms = [
      { language: 'zh-Hans', form: '多样文明' },
      { language: 'en', form: 'diverse civilizations' },
    ]
    const { id } = await here.api.terms.create({ forms })
    await expect
      .poll(() => here.events.flatMap((event) => (event.name === 'changed' ? event.entities : [])))
      .toContain('term')
    await here.api.terms.remove({ termIds: [id] })
    expect(await here.api.terms.list({})).toEqual([])
    expect(await here.raw('terms.create', { forms: [forms[0]] })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    })
  })
})
