import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../src/shared/contract/client.ts'
import type { Selection } from '../../src/shared/contract/schemas/annotation.ts'
import type { ErrorCode } from '../../src/shared/domain/error.ts'
import type {
  ArticleId,
  GrantId,
  HighlightId,
  JobId,
  PairId,
  SegmentId,
} from '../../src/shared/domain/ids.ts'
import { connectByChannel, connectByHttp, connectDirectly, type Connection } from './connections.ts'
import { importTwo, selectQuote } from './library-texts.ts'

const CHINESE =
  '桥与镜子\n\n一位与会者说，媒体是镜子，更是桥。镜子照见社会，桥让人走到对岸。\n\n𠮷祥照相馆😀开门了。'
const ENGLISH =
  'A Bridge and a Mirror\n\nA newspaper is a mirror, but it is a bridge first. A mirror shows, a bridge carries.\n\nThe Jixiang photo shop opened.'

const transports = [
  ['direct call', connectDirectly],
  ['structured-clone channel', connectByChannel],
  ['real HTTP', connectByHttp],
] as const

async function codeOf(work: Promise<unknown>): Promise<ErrorCode | 'no error'> {
  try {
    await work
  } catch (error) {
    if (error instanceof ApiError) return error.code
    throw error
  }
  return 'no error'
}

describe.each(transports)('the API over %s', (_name, connect) => {
  let here: Connection
  const unknown = '00000000-0000-7000-8000-000000000000'

  beforeEach(async () => {
    here = await connect()
  })
  afterEach(async () => {
    await here.close()
    expect(here.test.log, 'incidents').toEqual([])
  })

  const importBoth = (): Promise<[ArticleId, ArticleId]> =>
    importTwo(here, [
      ['桥.txt', CHINESE],
      ['bridge.txt', ENGLISH],
    ])
  const select = (articleId: ArticleId, quote: string): Promise<Selection> =>
    selectQuote(here, articleId, quote)

  it('imports, pairs, aligns and reads', async () => {
    const [left, right] = await importBoth()
    const articles = await here.api.articles.list({})
    expect(new Map(articles.map((article) => [article.id, [article.title, article.language]]))).toEqual(
      new Map([
        [left, ['桥与镜子', 'zh-Hans']],
        [right, ['A Bridge and a Mirror', 'en']],
      ]),
    )
    const pair = await here.api.pairs.create({ leftArticleId: left, rightArticleId: right, kind: 'parallel' })
    const target = { kind: 'pair', pairId: pair.id } as const
    expect((await here.api.reader.open({ target })).aligned).toBe(false)

    const { jobId } = await here.api.alignment.start({ pairId: pair.id })
    expect((await here.test.settled(jobId)).state).toBe('done')
    const reading = await here.api.reader.open({ target })
    expect(reading.aligned).toBe(true)
    const rows = await here.api.reader.rows({ target, from: 0, limit: 100 })
    expect(rows).toHaveLength(reading.rowCount)
    for (const side of ['left', 'right'] as const) {
      const text = rows
        .flatMap((row) => row[side])
        .flatMap((run) => run.segments)
        .map((segment) => segment.text)
        .join('')
      const blocks = await here.api.articles.blocks({ articleId: side === 'left' ? left : right })
      expect(text).toBe(
        blocks
          .flatMap((block) => block.segments)
          .map((segment) => segment.text)
          .join(''),
      )
    }

    const found = await here.api.reader.find({ target, query: '镜子' })
    expect(found.total).toBe(3)
    const hit = found.hits[1]
    if (hit === undefined) throw new Error('a hit expected')
    expect(await here.api.reader.locate({ target, segmentId: hit.segmentId })).toEqual({
      rowIndex: hit.rowIndex,
    })
    await here.api.reader.remember({ target, segmentId: hit.segmentId, offset: 2 })
    expect((await here.api.reader.open({ target })).position).toMatchObject({
      segmentId: hit.segmentId,
      offset: 2,
    })
    expect(await here.api.reader.recent({})).toMatchObject([
      { target, title: '桥与镜子', rowIndex: hit.rowIndex },
    ])
  })

  it('aligns by hand: every kind of operation, checked, filtered, locked, and taken back', async () => {
    const [left, right] = await importBoth()
    const { id: pairId } = await here.api.pairs.create({
      leftArticleId: left,
      rightArticleId: right,
      kind: 'parallel',
    })
    await here.test.settled((await here.api.alignment.start({ pairId })).jobId)
    const target = { kind: 'pair', pairId } as const
    const rows = () => here.api.reader.rows({ target, from: 0, limit: 100 })
    const before = await rows()
    const [first, second] = before
    if (first?.bead === undefined || first.bead === null) throw new Error('a bead expected')
    if (second?.bead === undefined || second.bead === null) throw new Error('a second bead expected')
    const [beadId, nextId] = [first.bead.id, second.bead.id]
    const segmentId = second.left[0]?.segments[0]?.id ?? (unknown as SegmentId)
    const rightId = second.right[0]?.segments[0]?.id ?? (unknown as SegmentId)
    const edit = (operation: Parameters<typeof here.api.alignment.edit>[0]['operation']) =>
      here.api.alignment.edit({ pairId, operation })

    const operations: Parameters<typeof edit>[0][] = [
      { kind: 'pull', beadId: nextId, side: 'right' },
      { kind: 'push', beadId, side: 'left' },
      { kind: 'shift', beadId: nextId, side: 'left' },
      { kind: 'pop', beadId, side: 'right' },
      { kind: 'merge-previous', beadId: nextId },
      { kind: 'merge-next', beadId },
      { kind: 'insert', beadId },
      { kind: 'unmatch', beadId },
      { kind: 'swap', beadId },
      { kind: 'split', segmentId, offset: 2 },
      { kind: 'pinpoint', left: segmentId, right: rightId },
      { kind: 'move', segmentId, beadId },
    ]
    for (const operation of operations) {
      const { place } = await edit(operation)
      const now = await rows()
      expect(now[place.rowIndex]?.bead?.id, operation.kind).toBe(place.beadId)
      if (JSON.stringify(now) === JSON.stringify(before)) continue
      const { undone } = await here.api.history.undo({})
      expect(undone?.label.kind).toMatch(/^bead\./u)
      expect(await rows(), operation.kind).toEqual(before)
    }

    // Nothing stands before the only sentence of its row: there is nothing to part it from.
    await expect(edit({ kind: 'split', segmentId, offset: 0 })).rejects.toMatchObject({ code: 'conflict' })

    expect(
      await here.api.alignment.verify({ pairId, choice: { kind: 'up-to', beadId: nextId }, verified: true }),
    ).toEqual({ count: 2 })
    await here.api.alignment.review({ pairId, beadId, review: true })
    expect(await here.api.alignment.counts({ pairId })).toMatchObject({
      total: before.length,
      verified: 2,
      review: 1,
    })
    const review = { ...target, filter: 'review' } as const
    expect(await here.api.reader.rows({ target: review, from: 0, limit: 9 })).toMatchObject([
      { index: 0, bead: { id: beadId, number: 1, review: true, status: 'verified' } },
    ])
    const { place } = await here.api.alignment.next({ pairId, from: nextId, filter: 'review' })
    expect(place).toEqual({ beadId, rowIndex: 0 })
    await here.api.alignment.lock({ pairId, side: 'left' })
    expect((await here.api.pairs.get({ pairId })).lockedSide).toBe('left')
    const edited = { segmentId, expected: second.left[0]?.segments[0]?.text ?? '', text: '一行。' }
    const attempts: [Promise<unknown>, ErrorCode][] = [
      [edit({ kind: 'merge-next', beadId }), 'conflict'],
      [edit({ kind: 'insert', beadId: unknown as typeof beadId }), 'not_found'],
      [edit({ kind: 'explode', beadId } as never), 'invalid_input'],
      [here.api.articles.editSegment(edited), 'conflict'],
      [here.api.articles.splitSegment({ segmentId, offset: 2 }), 'conflict'],
      [here.api.articles.joinSegments({ segmentId: unknown as SegmentId }), 'not_found'],
      [here.api.alignment.lock({ pairId: unknown as PairId, side: null }), 'not_found'],
      [here.api.alignment.applyLadder({ pairId, ladder: 'no ladder' }), 'invalid_input'],
    ]
    for (const [index, [attempt, code]] of attempts.entries()) {
      expect(await codeOf(attempt), `attempt ${index}`).toBe(code)
    }
    await here.api.alignment.lock({ pairId, side: null })
    for (const text of ['', '  ', '两\n行']) {
      expect(await codeOf(here.api.articles.editSegment({ ...edited, text }))).toBe('invalid_input')
    }
    await here.api.articles.editSegment(edited)
    const { segmentId: half } = await here.api.articles.splitSegment({ segmentId, offset: 1 })
    expect((await here.api.reader.locate({ target, segmentId: half })).rowIndex).toBe(1)
    await here.api.articles.joinSegments({ segmentId })
    const [row] = await here.api.reader.rows({ target, from: 1, limit: 1 })
    expect(row?.left[0]?.segments[0]?.text).toBe('一行。')
    const total = (side: 'left' | 'right') =>
      before.flatMap((one) => one[side].flatMap((run) => run.segments)).length
    await here.api.alignment.verify({ pairId, choice: { kind: 'all' }, verified: false })
    expect(
      await here.api.alignment.applyLadder({ pairId, ladder: `${total('left')}\t${total('right')}\t1` }),
    ).toEqual({ beadCount: 1 })
    expect(await here.api.library.check({})).toEqual({ ok: true, problems: [] })
  })

  it('highlights, tags and notes, one step each, and takes them back one by one', async () => {
    const [left] = await importBoth()
    const highlight = await here.api.annotations.create({
      selection: await select(left, '媒体是镜子，更是桥'),
      color: 3,
    })
    expect(highlight.spans[0]).toMatchObject({
      exact: '媒体是镜子，更是桥',
      state: 'ok',
      role: 'primary',
      suffix: expect.stringMatching(/^。镜子/u) as string,
    })
    await here.api.annotations.tag({ highlightIds: [highlight.id], tagPaths: ['治理/信息', '译法'] })
    for (const body of ['好', '好**比', '好**比喻**']) {
      await here.api.notes.save({
        target: { kind: 'highlight', highlightId: highlight.id },
        body,
        session: 's1',
      })
    }
    const full = await here.api.annotations.list({ articleIds: [left] })
    expect(full).toHaveLength(1)
    expect(full[0]?.note?.body).toBe('好**比喻**')
    const tags = await here.api.tags.list({})
    expect(tags.map((tag) => [tag.path, tag.count, tag.totalCount])).toEqual([
      ['治理', 0, 1],
      ['治理/信息', 1, 1],
      ['译法', 1, 1],
    ])
    expect(
      await here.api.annotations.list({
        tagId: tags.find((tag) => tag.path === '译法')?.id ?? ('' as never),
      }),
    ).toEqual(full)

    expect(await here.api.annotations.list({})).toEqual(full)
    expect(await here.api.annotations.ids({ articleIds: [left] })).toEqual([highlight.id])

    const steps: (string | undefined)[][] = []
    for (let step = 0; step < 3; step += 1) {
      const { undone } = await here.api.history.undo({})
      steps.push([undone?.label.kind, undone?.label.subject])
    }
    expect(steps).toEqual([
      ['note.save', '好比喻'],
      ['highlight.tag', '治理/信息 · 译法'],
      ['highlight.create', '媒体是镜子，更是桥'],
    ])
    expect(await here.api.annotations.list({ articleIds: [left] })).toEqual([])
    expect(await here.api.tags.list({})).toEqual([])
    for (let step = 0; step < 3; step += 1) await here.api.history.redo({})
    expect(await here.api.annotations.list({ articleIds: [left] })).toEqual(full)
    expect(await here.api.history.redo({})).toEqual({ redone: null })

    await here.api.annotations.recolor({ highlightIds: [highlight.id], color: 5 })
    await here.api.annotations.untag({
      highlightIds: [highlight.id],
      tagId: full[0]?.tagIds[0] ?? ('' as never),
    })
    const [now] = await here.api.annotations.get({ highlightIds: [highlight.id] })
    expect(now).toMatchObject({ color: 5, tagIds: [full[0]?.tagIds[1]] })
    await here.api.annotations.remove({ highlightIds: [highlight.id] })
    expect(await here.api.annotations.get({ highlightIds: [highlight.id] })).toEqual([])
    await here.api.history.undo({})
    expect(await here.api.annotations.get({ highlightIds: [highlight.id] })).toEqual([now])
  })

  it('keeps a highlight off the middle of a character', async () => {
    const [left] = await importBoth()
    const whole = await select(left, '𠮷祥照相馆😀')
    const cut = { ...whole, startOffset: whole.startOffset + 1, exact: '𠮷祥照相馆😀'.slice(1) }
    const { spans } = await here.api.annotations.create({ selection: cut, color: 1 })
    expect(spans[0]?.exact).toBe('𠮷祥照相馆😀')
  })

  it('highlights across sentences and paragraphs, and moves an edge', async () => {
    const [left] = await importBoth()
    const from = await select(left, '桥让人')
    const to = await select(left, '𠮷祥')
    const selection = {
      ...from,
      endSegmentId: to.endSegmentId,
      endOffset: to.endOffset,
      exact: '桥让人走到对岸。𠮷祥',
    }
    const created = await here.api.annotations.create({ selection, color: 2 })
    const span = created.spans[0]
    expect(span?.parts).toHaveLength(2)
    const resized = await here.api.annotations.resize({
      highlightId: created.id,
      spanId: span?.id ?? ('' as never),
      selection: from,
    })
    expect(resized.spans[0]).toMatchObject({ exact: '桥让人', state: 'ok' })
    await here.api.history.undo({})
    expect((await here.api.annotations.get({ highlightIds: [created.id] }))[0]?.spans[0]?.exact).toBe(
      selection.exact,
    )
  })

  it('annotates by quote in one step', async () => {
    const [, right] = await importBoth()
    const annotation = await here.api.annotations.createByQuote({
      articleId: right,
      quote: 'mirror',
      occurrence: 2,
      color: 4,
      tagPaths: ['译法/比喻'],
      note: '见 [[桥]]',
    })
    expect(annotation.note?.body).toBe('见 [[桥]]')
    expect(annotation.spans[0]?.prefix).toMatch(/A newspaper is a $|it is a bridge first\. A $/u)
    await here.api.history.undo({})
    expect(await here.api.annotations.list({ articleIds: [right] })).toEqual([])
    expect(await here.api.tags.list({})).toEqual([])
    for (const [quote, occurrence] of [
      ['没有这句话', 1],
      ['mirror', 99],
    ] as const) {
      const attempt = here.api.annotations.createByQuote({ articleId: right, quote, occurrence })
      expect(await codeOf(attempt)).toBe('invalid_input')
    }
  })

  it('corrects metadata, removes and restores articles with all that hangs on them', async () => {
    const [left, right] = await importBoth()
    const pair = await here.api.pairs.create({ leftArticleId: left, rightArticleId: right, kind: 'parallel' })
    await here.api.annotations.createByQuote({ articleId: left, quote: '镜子' })
    await here.api.articles.update({
      articleId: left,
      patch: { title: ' 桥 与  镜子 ', date: '2025-05', place: null },
    })
    expect((await here.api.articles.get({ articleId: left })).article).toMatchObject({
      title: '桥 与 镜子',
      date: '2025-05',
    })
    await here.api.articles.remove({ articleIds: [left] })
    expect((await here.api.articles.list({})).map((article) => article.id)).toEqual([right])
    expect((await here.api.articles.list({ removed: true })).map((article) => article.id)).toEqual([left])
    expect(await here.api.pairs.list({})).toEqual([])
    expect(await codeOf(here.api.reader.open({ target: { kind: 'pair', pairId: pair.id } }))).toBe(
      'not_found',
    )
    await here.api.articles.restore({ articleIds: [left] })
    expect(await here.api.pairs.list({})).toMatchObject([{ id: pair.id, highlightCount: 1 }])
    await here.api.pairs.remove({ pairIds: [pair.id] })
    expect(await here.api.pairs.list({ removed: true })).toHaveLength(1)
    await here.api.pairs.restore({ pairIds: [pair.id] })
    expect(await here.api.pairs.list({})).toHaveLength(1)
  })

  it('tells windows what changed, and whose doing it was', async () => {
    const [left] = await importBoth()
    here.events.length = 0
    const { id } = await here.api.annotations.createByQuote({ articleId: left, quote: '镜子' })
    await vi.waitFor(() =>
      expect(here.events).toContainEqual({
        name: 'changed',
        entities: ['highlight', 'history'],
        ids: { highlight: [id] },
        origin: expect.any(String) as string,
      }),
    )
    await here.api.settings.update({ patch: { fontSize: 22, uiLanguage: 'zh-Hans' } })
    expect(await here.api.settings.get({})).toMatchObject({
      fontSize: 22,
      uiLanguage: 'zh-Hans',
      theme: 'system',
    })
    await vi.waitFor(() =>
      expect(here.events).toContainEqual(expect.objectContaining({ entities: ['setting'] })),
    )
  })

  it('adds the sample texts once, as one step', async () => {
    const { articleIds, pairIds } = await here.api.samples.add({})
    expect(pairIds.length).toBeGreaterThanOrEqual(3)
    const pairs = await here.api.pairs.list({})
    expect(
      pairs.filter((pair) => pair.kind === 'parallel' && pair.beadCount > 15).length,
    ).toBeGreaterThanOrEqual(2)
    expect(pairs.filter((pair) => pair.kind === 'comparable').length).toBeGreaterThanOrEqual(1)
    expect(await codeOf(here.api.samples.add({}))).toBe('conflict')
    await here.api.history.undo({})
    expect(await here.api.articles.list({})).toEqual([])
    await here.api.history.redo({})
    expect(await here.api.articles.list({})).toHaveLength(articleIds.length)
  })

  it('notices a text that is in the library already, and forgets discarded drafts', async () => {
    await importBoth()
    const grantId = await here.upload('again.txt', new TextEncoder().encode(CHINESE))
    const { jobId } = await here.api.imports.read({ grantIds: [grantId] })
    await here.test.settled(jobId)
    const [draft] = await here.api.imports.drafts({ jobId })
    expect(draft).toMatchObject({ status: 'ready', duplicateOf: expect.any(String) as string })
    if (draft === undefined) throw new Error('a draft expected')
    expect((await here.api.imports.draftBlocks({ draftId: draft.id })).map((block) => block.kind)[0]).toBe(
      'title',
    )
    await here.api.imports.discard({ jobId })
    expect(await here.api.imports.drafts({ jobId })).toEqual([])
    expect(await codeOf(here.api.imports.save({ drafts: [{ draftId: draft.id }] }))).toBe('not_found')
  })

  it('reads good files beside bad ones, each with its reason', async () => {
    const files: [string, Uint8Array][] = [
      ['good.txt', new TextEncoder().encode(ENGLISH)],
      ['empty.txt', new Uint8Array()],
      ['binary.txt', Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256)],
    ]
    const grantIds: GrantId[] = []
    for (const [name, bytes] of files) grantIds.push(await here.upload(name, bytes))
    const { jobId } = await here.api.imports.read({ grantIds: [...grantIds, 'never-granted' as GrantId] })
    expect((await here.test.settled(jobId)).state).toBe('done')
    const drafts = await here.api.imports.drafts({ jobId })
    expect(drafts.map((draft) => (draft.status === 'failed' ? draft.error.code : draft.status))).toEqual([
      'ready',
      'corrupt_file',
      'unsupported_format',
      'forbidden',
    ])
    expect(await here.api.articles.list({})).toEqual([])
  })

  it('answers everything that cannot be with a code, and changes nothing', async () => {
    const [left] = await importBoth()
    const highlightId = (await here.api.annotations.createByQuote({ articleId: left, quote: '镜子' })).id
    const good = await select(left, '更是桥')
    const before = await here.api.history.list({})
    const id = unknown
    const attempts: [Promise<unknown>, ErrorCode][] = [
      [here.api.articles.get({ articleId: id as ArticleId }), 'not_found'],
      [here.api.articles.blocks({ articleId: id as ArticleId }), 'not_found'],
      [here.api.articles.remove({ articleIds: [id as ArticleId] }), 'not_found'],
      [here.api.articles.update({ articleId: left, patch: { date: '23 May' } }), 'invalid_input'],
      [here.api.articles.update({ articleId: left, patch: { title: '  ' } }), 'invalid_input'],
      [here.api.pairs.get({ pairId: id as PairId }), 'not_found'],
      [
        here.api.pairs.create({ leftArticleId: left, rightArticleId: left, kind: 'parallel' }),
        'invalid_input',
      ],
      [here.api.alignment.start({ pairId: id as PairId }), 'not_found'],
      [here.api.jobs.cancel({ jobId: id as JobId }), 'not_found'],
      [
        here.api.reader.locate({ target: { kind: 'article', articleId: left }, segmentId: id as SegmentId }),
        'not_found',
      ],
      [here.api.annotations.create({ selection: { ...good, exact: '不是这句' }, color: 1 }), 'conflict'],
      [here.api.annotations.create({ selection: { ...good, endOffset: 9999 }, color: 1 }), 'invalid_input'],
      [
        here.api.annotations.create({ selection: { ...good, startSegmentId: id as SegmentId }, color: 1 }),
        'not_found',
      ],
      [here.api.annotations.create({ selection: good, color: 9 as never }), 'invalid_input'],
      [here.api.annotations.recolor({ highlightIds: [id as HighlightId], color: 1 }), 'not_found'],
      [here.api.annotations.tag({ highlightIds: [highlightId], tagPaths: [' / '] }), 'invalid_input'],
      [
        here.api.notes.save({
          target: { kind: 'highlight', highlightId: id as HighlightId },
          body: 'x',
          session: 's',
        }),
        'not_found',
      ],
      [here.api.tags.remove({ tagId: id as never }), 'not_found'],
    ]
    for (const [index, [attempt, code]] of attempts.entries()) {
      expect(await codeOf(attempt), `attempt ${index}`).toBe(code)
    }
    expect((await here.raw('no.method', {})).ok).toBe(false)
    expect(await here.raw('toString', {})).toMatchObject({ ok: false, error: { code: 'unknown_method' } })
    expect(await here.raw('articles.list', null)).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    })
    expect(await here.api.history.list({})).toEqual(before)
    expect(await here.api.library.check({})).toEqual({ ok: true, problems: [] })
  })

  it('keeps the codebook: nested, renamed, removed, taken back', async () => {
    const [left] = await importBoth()
    const { id } = await here.api.annotations.createByQuote({
      articleId: left,
      quote: '镜子',
      tagPaths: ['治理/安全'],
    })
    const [root, child] = await here.api.tags.list({})
    if (root === undefined || child === undefined) throw new Error('two tags expected')
    expect(child.parentId).toBe(root.id)
    expect(await here.api.tags.create({ path: '治理／安全' })).toMatchObject({ id: child.id })
    await here.api.tags.update({ tagId: root.id, name: '治国', color: 3, description: '说明' })
    expect((await here.api.tags.list({})).map((tag) => tag.path)).toEqual(['治国', '治国/安全'])
    await here.api.tags.create({ path: '译法' })
    const renamed = here.api.tags.update({ tagId: root.id, name: '译法' })
    expect(await codeOf(renamed)).toBe('conflict')
    await here.api.tags.remove({ tagId: root.id })
    expect((await here.api.annotations.get({ highlightIds: [id] }))[0]?.tagIds).toEqual([])
    await here.api.history.undo({})
    expect((await here.api.annotations.get({ highlightIds: [id] }))[0]?.tagIds).toEqual([child.id])
  })

  it('tells of the library and backs it up', async () => {
    await importBoth()
    const backup = await here.api.library.backup({})
    expect(backup.byteLength).toBeGreaterThan(10_000)
    expect(await here.api.library.info({})).toMatchObject({
      articleCount: 2,
      lastBackupAt: expect.any(Number) as number,
    })
  })
})
