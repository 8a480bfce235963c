import { beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from '../../src/shared/contract/client.ts'
import type { Selection } from '../../src/shared/contract/schemas/annotation.ts'
import type { LinkSuggestion } from '../../src/shared/contract/schemas/link.ts'
import type { ArticleId, PairId } from '../../src/shared/domain/ids.ts'
import { openTestCore, type TestCore } from '../fixtures/open-test-core.ts'

/** Two reports of one event, neither a translation of the other. */
const CHINESE = `# 江边论坛札记

今年的论坛在临江举行。
与会者强调，要尊重多样文明，增进相互信任。
去年全省出口额达到6100亿元，比上年增长3.5%。
𠮷田先生😀带来了三百张老照片。
`
const ENGLISH = `# Notes from the Riverside

Exports of the province reached 610 billion yuan last year, up 3.5 percent from the year before.
The weather was fine, and the tea was good.
Several speakers called for respect for diverse civilizations and for mutual trust.
`

interface Prepared {
  readonly test: TestCore
  readonly left: ArticleId
  readonly right: ArticleId
  readonly pairId: PairId
}

let here: Prepared

beforeEach(async () => {
  const test = await openTestCore()
  const [left, right] = await test.importTexts([
    { name: 'zh.md', text: CHINESE },
    { name: 'en.md', text: ENGLISH },
  ])
  if (left === undefined || right === undefined) throw new Error('two articles expected')
  const pair = await test.api.pairs.create({ leftArticleId: left, rightArticleId: right, kind: 'comparable' })
  here = { test, left, right, pairId: pair.id }
})

async function select(articleId: ArticleId, quote: string): Promise<Selection> {
  for (const block of await here.test.api.articles.blocks({ articleId })) {
    for (const { id, text } of block.segments) {
      const start = text.indexOf(quote)
      if (start < 0) continue
      const ends = {
        startSegmentId: id,
        startOffset: start,
        endSegmentId: id,
        endOffset: start + quote.length,
      }
      return { articleId, ...ends, exact: quote }
    }
  }
  throw new Error(`“${quote}” is not in the article`)
}

async function suggest(): Promise<LinkSuggestion[]> {
  const { jobId } = await here.test.api.links.suggest({ pairId: here.pairId })
  expect((await here.test.settled(jobId)).state).toBe('done')
  return suggested()
}

async function suggested(): Promise<LinkSuggestion[]> {
  const { suggestions } = await here.test.api.links.suggestions({ pairId: here.pairId })
  if (suggestions === null) throw new Error('suggestions expected')
  return suggestions
}

/** What shows of the library's links and terms. */
async function state(): Promise<unknown> {
  const { api } = here.test
  return [await api.links.list({}), await api.terms.list({})]
}

/** Does something, takes it back and does it again; each time everything is as it was. */
async function isOneStep(work: () => Promise<unknown>): Promise<void> {
  const { api } = here.test
  const before = await state()
  await work()
  const after = await state()
  expect(after).not.toEqual(before)
  await api.history.undo({})
  expect(await state()).toEqual(before)
  await api.history.redo({})
  expect(await state()).toEqual(after)
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof ApiError) return error.code
    throw error
  }
  return 'no error'
}

describe('links', () => {
  it('are drawn between two selections of a pair, whichever comes first', async () => {
    const { api } = here.test
    const [zh, en] = [await select(here.left, '𠮷田先生😀'), await select(here.right, 'the tea was good')]
    const link = await api.links.create({ pairId: here.pairId, from: en, to: zh })
    expect(link).toMatchObject({ status: 'accepted', score: null, reasons: [] })
    expect([link.from.exact, link.to.exact]).toEqual(['𠮷田先生😀', 'the tea was good'])
    expect(await codeOf(api.links.create({ pairId: here.pairId, from: zh, to: en }))).toBe('conflict')
    expect(await api.links.list({ pairId: here.pairId })).toEqual([link])
    expect(await api.links.list({ articleId: here.right })).toEqual([link])
  })

  it('need no pair, but two articles', async () => {
    const { api } = here.test
    const [one, other] = [await select(here.left, '临江'), await select(here.right, 'weather')]
    await api.links.create({ pairId: null, from: one, to: other })
    expect(await codeOf(api.links.create({ pairId: null, from: one, to: one }))).toBe('invalid_input')
    expect(await api.links.list({})).toHaveLength(1)
    expect(await api.links.list({ pairId: here.pairId })).toEqual([])
  })

  it('are hidden with their article and come back with it', async () => {
    const { api } = here.test
    const [one, other] = [await select(here.left, '临江'), await select(here.right, 'weather')]
    await api.links.create({ pairId: here.pairId, from: one, to: other })
    await api.articles.remove({ articleIds: [here.right] })
    expect(await api.links.list({})).toEqual([])
    await api.articles.restore({ articleIds: [here.right] })
    expect(await api.links.list({})).toHaveLength(1)
    await api.pairs.remove({ pairIds: [here.pairId] })
    expect(await api.links.list({})).toEqual([])
  })

  it('are one step each to draw and to remove', async () => {
    const { api } = here.test
    const [one, other] = [await select(here.left, '临江'), await select(here.right, 'weather')]
    await isOneStep(() => api.links.create({ pairId: here.pairId, from: one, to: other }))
    const [link] = await api.links.list({})
    if (link === undefined) throw new Error('a link expected')
    await isOneStep(() => api.links.remove({ linkIds: [link.id] }))
    expect((await api.history.list({})).map((entry) => entry.label.kind).slice(0, 2)).toEqual([
      'link.remove',
      'link.create',
    ])
  })
})

describe('suggestions', () => {
  it('propose what says the same, in any order, with reasons', async () => {
    expect(await here.test.api.links.suggestions({ pairId: here.pairId })).toEqual({ suggestions: null })
    const found = await suggest()
    const pairs = found.map(({ left, right }) => [
      left.text.trim().slice(0, 6),
      right.text.trim().slice(0, 16),
    ])
    expect(pairs).toHaveLength(2)
    expect(pairs).toContainEqual(['与会者强调，', 'Several speakers'])
    expect(pairs).toContainEqual(['去年全省出口', 'Exports of the p'])
    const reasons = found.flatMap((suggestion) => suggestion.reasons)
    expect(reasons).toContainEqual({ kind: 'word', from: '文明', to: 'civilizations' })
    expect(reasons).toContainEqual({ kind: 'number', from: '6100亿', to: '610 billion' })
    expect(found.every(({ score }) => score >= 0.7 && score <= 1)).toBe(true)
  })

  it('that were decided do not come again, until that is taken back', async () => {
    const { api } = here.test
    const [first, second] = await suggest()
    if (first === undefined || second === undefined) throw new Error('two suggestions expected')
    const decide = ({ left, right, score, reasons }: LinkSuggestion, accept: boolean) =>
      api.links.decide({
        pairId: here.pairId,
        leftSegmentId: left.segmentId,
        rightSegmentId: right.segmentId,
        accept,
        score,
        reasons,
      })
    await isOneStep(() => decide(first, true))
    const dismissed = await decide(second, false)
    expect(dismissed.status).toBe('dismissed')
    expect(await suggested()).toEqual([])
    expect(await suggest()).toEqual([])
    // Only what was accepted is a link.
    expect((await api.links.list({ pairId: here.pairId })).map((link) => link.score)).toEqual([first.score])
    await api.history.undo({})
    expect(await suggested()).toEqual([second])
    // Turned down first, taken after all.
    await decide(second, false)
    await decide(second, true)
    expect(await api.links.list({ pairId: here.pairId })).toHaveLength(2)
  })

  it('of a text that was changed are dropped', async () => {
    const { api } = here.test
    const [first] = await suggest()
    if (first === undefined) throw new Error('a suggestion expected')
    const { segmentId, text } = first.left
    await api.articles.editSegment({ segmentId, expected: text, text: `${text.trim()}另外` })
    expect((await suggested()).map(({ left }) => left.segmentId)).not.toContain(segmentId)
  })

  it('compare articles that are no pair', async () => {
    const { api } = here.test
    await api.pairs.remove({ pairIds: [here.pairId] })
    const { jobId } = await api.links.compare({ leftArticleId: here.right, rightArticleId: here.left })
    await here.test.settled(jobId)
    const { suggestions } = await api.links.compared({ jobId })
    expect(suggestions?.map(({ left }) => left.text.slice(0, 7)).toSorted()).toEqual(['Exports', 'Several'])
  })
})

describe('counterparts', () => {
  it('are found in articles of other languages', async () => {
    const { api } = here.test
    const { jobId } = await api.links.findCounterparts({ selection: await select(here.left, '尊重多样文明') })
    expect((await here.test.settled(jobId)).state).toBe('done')
    const { counterparts } = await api.links.counterparts({ jobId })
    expect(counterparts?.[0]).toMatchObject({
      articleId: here.right,
      title: 'Notes from the Riverside',
      reasons: expect.arrayContaining([{ kind: 'word', from: '多样', to: 'diverse' }]) as unknown,
    })
    expect(counterparts?.[0]?.text).toContain('diverse civilizations')
    const again = await api.links.findCounterparts({
      selection: await select(here.right, 'diverse civilizations'),
    })
    await here.test.settled(again.jobId)
    const found = await api.links.counterparts({ jobId: again.jobId })
    expect(found.counterparts?.map(({ text }) => text.trim().slice(0, 5))).toEqual(['与会者强调'])
  })

  it('of a removed article are not found, and an unknown job is refused', async () => {
    const { api } = here.test
    await api.articles.remove({ articleIds: [here.right] })
    const { jobId } = await api.links.findCounterparts({ selection: await select(here.left, '尊重多样文明') })
    await here.test.settled(jobId)
    expect(await api.links.counterparts({ jobId })).toEqual({ counterparts: [] })
    const other = jobId.replaceAll(/\d/gu, '0') as typeof jobId
    expect(await codeOf(api.links.counterparts({ jobId: other }))).toBe('not_found')
  })
})

describe('terms', () => {
  const forms = [
    { language: 'zh-Hans', form: '老照片' },
    { language: 'en', form: 'tea' },
    { language: 'en', form: 'old photograph' },
  ]

  it('are one step each to make and to remove', async () => {
    const { api } = here.test
    await isOneStep(() => api.terms.create({ forms, note: '𠮷' }))
    const [term] = await api.terms.list({})
    expect(term).toMatchObject({ forms, note: '𠮷' })
    if (term === undefined) throw new Error('a term expected')
    await isOneStep(() => api.terms.remove({ termIds: [term.id] }))
    const chinese = [forms[0], { language: 'zh-Hans', form: '旧照' }].flatMap((form) => form ?? [])
    expect(await codeOf(api.terms.create({ forms: chinese, note: '' }))).toBe('invalid_input')
  })

  it('teach suggestions what says the same', async () => {
    const { api } = here.test
    await api.terms.create({
      forms: [
        { language: 'zh-Hans', form: '全省' },
        { language: 'en', form: 'the province' },
      ],
    })
    const reasons = (await suggest()).flatMap((suggestion) => suggestion.reasons)
    expect(reasons.filter(({ kind }) => kind === 'term')).toEqual([
      { kind: 'term', from: '全省', to: 'the province' },
    ])
  })
})

describe('evidence and projection', () => {
  beforeEach(async () => {
    const { jobId } = await here.test.api.alignment.start({ pairId: here.pairId })
    expect((await here.test.settled(jobId)).state).toBe('done')
  })

  it('marks what the two sides of a bead share, on their segments', async () => {
    const { api } = here.test
    const rows = await api.reader.rows({ target: { kind: 'pair', pairId: here.pairId }, from: 0, limit: 100 })
    const beadIds = rows.flatMap((row) => row.bead?.id ?? [])
    const evidence = await api.alignment.evidence({ pairId: here.pairId, beadIds })
    expect(evidence.map((entry) => entry.beadId)).toEqual(beadIds)
    const texts = new Map(
      rows
        .flatMap((row) => [...row.left, ...row.right].flatMap((run) => run.segments))
        .map(({ id, text }) => [id, text]),
    )
    const marked = evidence.flatMap(({ marks }) =>
      marks.map(({ segmentId, start, end }) => texts.get(segmentId)?.slice(start, end)),
    )
    expect(marked).toContain('6100亿')
    expect(await api.alignment.evidence({ pairId: here.pairId, beadIds: [] })).toEqual([])
  })

  it('projects a selection into the other side of its bead', async () => {
    const { api } = here.test
    const rows = await api.reader.rows({ target: { kind: 'pair', pairId: here.pairId }, from: 0, limit: 100 })
    const together = rows.find((row) => {
      const text = JSON.stringify(row)
      return text.includes('6100亿') && text.includes('610 billion')
    })
    const selection = await select(here.left, '6100亿')
    const { span } = await api.alignment.project({ pairId: here.pairId, selection })
    if (together === undefined) expect(span?.exact).not.toBe('610 billion')
    else expect(span).toMatchObject({ articleId: here.right, exact: '610 billion', confidence: 1 })
    const stranger = await openStranger()
    expect(await codeOf(api.alignment.project({ pairId: here.pairId, selection: stranger }))).toBe(
      'invalid_input',
    )
  })

  async function openStranger(): Promise<Selection> {
    const [other] = await here.test.importTexts([{ name: 'other.md', text: '# 另一篇\n\n无关的话。' }])
    if (other === undefined) throw new Error('an article expected')
    return select(other, '无关的话')
  }
})

it('stops looking for passages when it is told to, and keeps nothing of it', async () => {
  const { test } = here
  const many = (line: (index: number) => string): string =>
    Array.from({ length: 2500 }, (_, index) => line(index)).join('\n\n')
  const [left, right] = await test.importTexts([
    { name: 'long.zh.txt', text: many((index) => `第${index}座桥在临江，长${3 * index + 1000}米。`) },
    {
      name: 'long.en.txt',
      text: many((index) => `Bridge ${index} of Linjiang is ${3 * index + 1000} metres long.`),
    },
  ])
  if (left === undefined || right === undefined) throw new Error('two articles expected')
  const pair = await test.api.pairs.create({ leftArticleId: left, rightArticleId: right, kind: 'comparable' })
  const moving = new Promise<void>((resolve) => {
    const stop = test.core.subscribe((event) => {
      if (event.name !== 'job' || event.job.pairId !== pair.id || event.job.done === 0) return
      stop()
      resolve()
    })
  })
  const { jobId } = await test.api.links.suggest({ pairId: pair.id })
  await moving
  await test.api.jobs.cancel({ jobId })
  expect((await test.settled(jobId)).state).toBe('cancelled')
  expect(await test.api.links.suggestions({ pairId: pair.id })).toEqual({ suggestions: null })
})
