import { describe, expect, it } from 'vitest'
import { readBeads } from '../../src/core/alignment/beads.repo.ts'
import { createReviewingService } from '../../src/core/alignment/reviewing.service.ts'
import { insertHighlight, insertSpan, readAnnotations } from '../../src/core/annotations/annotations.repo.ts'
import { readAnchorsOf } from '../../src/core/annotations/carried-anchors.repo.ts'
import { createDoubtService } from '../../src/core/annotations/doubt.service.ts'
import { createBlocksService } from '../../src/core/articles/blocks.service.ts'
import { EDITING_PAUSE } from '../../src/core/articles/keep-revision.ts'
import { createRevisingService } from '../../src/core/articles/revising.service.ts'
import { createSegmentsService } from '../../src/core/articles/segments.service.ts'
import { readAllBlocks, readSegmentTexts } from '../../src/core/articles/text.repo.ts'
import { createGrants } from '../../src/core/grants.ts'
import { insertLink } from '../../src/core/links/links.repo.ts'
import { createReaderService } from '../../src/core/reader/reader.service.ts'
import type { HighlightId, LinkId, SegmentId, SpanId } from '../../src/shared/domain/ids.ts'
import { anchorQuote } from '../../src/shared/text/quote-anchor.ts'
import { dumpAll, openAlignedStore, segmentName } from '../fixtures/open-aligned-store.ts'
import { tasksHere } from '../fixtures/tasks-here.ts'

const ZH = [
  ['桥是给人走的，也是给人看的。', '𠮷祥照相馆😀今天开门了。'],
  ['镜子里的人看着桥上的人。', '天黑以前他们都回去了。'],
  ['河水慢慢地流过了这座城。'],
]
const EN = [['A bridge. ', 'Open. '], ['A mirror. ', 'At dusk. '], ['A river.']]

function open() {
  const library = openAlignedStore(
    { left: ZH, right: EN },
    Array.from({ length: 5 }, () => [1, 1] as const),
  )
  const { store, pairId } = library
  let time = 1_000_000
  const context = { store, now: () => time }
  const grants = createGrants()
  const articleId = library.articles.left
  const revising = createRevisingService(context, { pool: tasksHere, grants })
  const anchor = (side: 'left' | 'right', quote: string) => {
    const id = library.articles[side]
    const found = anchorQuote({ articleId: id, segments: readSegmentTexts(store.read, id) }, quote)
    if (found === null) throw new Error(`no “${quote}”`)
    return found
  }
  const quietly = (work: Parameters<typeof store.write>[1]) =>
    store.write({ label: null, scope: '', origin: null }, work)
  return {
    ...library,
    articleId,
    revising,
    quietly,
    blocks: createBlocksService(context),
    segments: createSegmentsService(context),
    doubt: createDoubtService(context),
    reviewing: createReviewingService(context),
    reader: createReaderService(context),
    wait: (ms: number) => (time += ms),
    highlight(quote: string) {
      quietly((db) => {
        insertHighlight(db, quote as HighlightId, 1, 1)
        const span = { id: `span ${quote}` as SpanId, highlightId: quote as HighlightId }
        insertSpan(db, { ...span, role: 'primary', anchor: anchor('left', quote) })
      })
    },
    link(quote: string, other: string) {
      const [from, to] = [anchor('left', quote), anchor('right', other)]
      const link = { pairId, status: 'accepted', score: null, reasons: [], from, to, at: 1 } as const
      quietly((db) => insertLink(db, { ...link, id: quote as LinkId }))
    },
    span: (quote: string) => readAnnotations(store.read, [quote as HighlightId])[0]?.spans[0],
    update: (text: string, name = '改.txt') =>
      revising.update(
        articleId,
        grants.addBytes(name, new TextEncoder().encode(text)),
        { metadata: false },
        null,
      ),
    texts: () =>
      readAllBlocks(store.read, articleId).map((block) => block.segments.map((segment) => segment.text)),
    /** Every segment of either side once and in order, or the beads are broken. */
    shape() {
      const beads = readBeads(store.read, pairId)
      for (const side of ['left', 'right'] as const) {
        expect(beads.flatMap((bead) => bead[side])).toEqual(
          readSegmentTexts(store.read, library.articles[side]).map(({ id }) => id),
        )
      }
      return beads.map(({ left, right, status }) => `${left.length}-${right.length} ${status}`)
    },
    /** Every anchor quotes what it covers. */
    checkQuotes() {
      const known = new Map(readSegmentTexts(store.read, articleId).map(({ id, text }) => [id, text]))
      for (const { parts, exact, state } of readAnchorsOf(store.read, articleId)) {
        const covered = parts.map(({ segmentId, start, end }) => known.get(segmentId)?.slice(start, end))
        expect(covered.join('')).toBe(state === 'lost' ? '' : exact)
      }
    },
  }
}

const file = (blocks: readonly (readonly string[])[]) => blocks.map((block) => block.join('')).join('\n\n')

describe('bringing a text up to date from a file', () => {
  it('carries highlights, links, beads, speakers and readers along, as one step that is taken back exactly', async () => {
    const library = open()
    const { store, pairId } = library
    for (const quote of ['给人看', '照相馆😀今天', '看着桥上的人。天黑以前', '他们都回去了', '慢慢地流过']) {
      library.highlight(quote)
    }
    library.link('镜子里的人', 'A mirror')
    library.reviewing.verify(pairId, { kind: 'all' }, true, null)
    library.quietly((db) => {
      db.run("INSERT INTO speakers (id, created_at) VALUES ('who', 1)")
      db.run("UPDATE blocks SET speaker_id = 'who', kind = 'quote' WHERE article_id = 'left'")
      db.run("INSERT INTO notes (id, body, bead_id, created_at, updated_at) VALUES ('n', 'x', 'b4', 1, 1)")
      db.run("UPDATE beads SET review = 1 WHERE id = 'b4'")
    })
    library.reader.remember({ kind: 'pair', pairId }, segmentName('left', 4), 3, null)
    const before = dumpAll(store)
    const texts = library.texts()

    // A typo mended, a sentence added, one gone, one paragraph moved to the front, all stops half width.
    const corrected = [
      ['河水慢慢地流过了这座城.'],
      ['桥是给人走的，也是给人看的。', '今天没有风。', '𠮷祥照像馆😀今天开门了.'],
      ['镜子里的人看着桥上的人.'],
    ]
    const { revisionId, ...outcome } = await library.update(file(corrected))
    expect(library.texts()).toEqual(corrected)
    // A single sentence that stands elsewhere may have been repeated there: it is shown.
    expect(outcome).toMatchObject({ ok: 3, moved: 2, lost: 1 })
    library.checkQuotes()
    expect(library.span('照相馆😀今天')).toMatchObject({ exact: '照像馆😀今天', state: 'ok' })
    expect(library.span('慢慢地流过')).toMatchObject({
      state: 'moved',
      parts: [{ segmentId: segmentName('left', 5) }],
    })
    expect(library.span('他们都回去了')).toMatchObject({ state: 'lost', exact: '他们都回去了', parts: [] })
    // 今天没有风 came between two beads; the moved paragraph stands alone; what lost its sentence is one-sided.
    expect(library.shape()).toEqual([
      '1-0 auto',
      '1-1 verified',
      '1-0 auto',
      '1-1 verified',
      '1-1 verified',
      '0-1 auto',
      '0-1 auto',
    ])
    expect(store.read.value("SELECT bead_id FROM notes WHERE id = 'n'")).toBe('b4')
    const blocks = readAllBlocks(store.read, library.articleId)
    expect(blocks.map(({ speakerId }) => speakerId)).toEqual(Array(3).fill('who'))
    expect(blocks.map(({ kind }) => kind)[0]).toBe('quote')
    expect(store.read.value('SELECT segment_id FROM reading_positions')).not.toBe(segmentName('left', 4))
    expect(library.reader.open({ kind: 'pair', pairId }).position).not.toBeNull()
    expect(store.check()).toEqual([])

    expect(library.revising.list(library.articleId)).toMatchObject([
      { id: revisionId, number: 1, reason: 'update' },
    ])
    if (revisionId === null) throw new Error('a revision expected')
    // The paragraph at the front reads the same; seen from it, the two others were moved.
    const compared = library.revising.compare(library.articleId, revisionId)
    expect(compared).toMatchObject({ changed: 1, moved: 2, added: 0, removed: 0 })
    expect(store.history(9)[0]?.label.kind).toBe('text.update')
    store.undo(null)
    expect([dumpAll(store), library.texts()]).toEqual([before, texts])
    store.redo(null)
    expect(library.texts()).toEqual(corrected)
    library.shape()
    store.close()
  })

  it('keeps what a person cut, verified and named where the text is the same, and the bytes of every file', async () => {
    const library = open()
    const { store, segments } = library
    const second = segments.split(segmentName('left', 1), 7, null)
    const before = readAllBlocks(store.read, library.articleId)
    const same = await library.update(file(ZH))
    expect(same).toMatchObject({ revisionId: null, doubts: [] })
    expect(readAllBlocks(store.read, library.articleId)).toEqual(before)
    expect(before[0]?.segments[1]?.id).toBe(second)
    expect(store.read.value('SELECT count(*) FROM originals')).toBe(1)
    const steps = store.history(9).length
    await library.update(file(ZH))
    expect(store.history(9)).toHaveLength(steps)
    await library.update(file([...ZH, ['新的一段。']]), '新.txt')
    const name = 'SELECT o.name FROM articles AS a JOIN originals AS o ON o.id = a.original_id WHERE a.id = ?'
    expect(store.read.value(name, [library.articleId])).toBe('新.txt')
    store.undo(null)
    expect(store.read.value(name, [library.articleId])).toBe('改.txt')
    store.close()
  })

  it('is refused for a locked side, aligned texts, and a file with nothing in it', async () => {
    const library = open()
    await expect(library.update(' \n')).rejects.toMatchObject({ code: 'corrupt_file' })
    await expect(library.update('<tmx version="1.4"></tmx>', 'a.tmx')).rejects.toMatchObject({
      code: 'unsupported_format',
    })
    library.reviewing.lock(library.pairId, 'left', null)
    await expect(library.update(file(ZH))).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'locked' },
    })
    const [first] = readAllBlocks(library.store.read, library.articleId)
    if (first === undefined) throw new Error('a block expected')
    for (const work of [
      () => library.blocks.join(first.id, null),
      () => library.blocks.split(segmentName('left', 2), 0, null),
      () => library.blocks.setKind([first.id], 'title', 0, null),
    ]) {
      expect(work).toThrowError(expect.objectContaining({ code: 'conflict' }))
    }
    library.store.close()
  })
})

describe('former states of a text', () => {
  it('come back with their ids, and highlights with them; detached ones stay off', async () => {
    const library = open()
    const { store, articleId, revising } = library
    const quotes = ['给人看的', '天黑以前他们', '慢慢地流过']
    for (const quote of quotes) library.highlight(quote)
    const kept = readAllBlocks(store.read, articleId)
    await library.update('全是别的字，一个也不留。')
    expect(quotes.map((quote) => library.span(quote)?.state)).toEqual(['lost', 'lost', 'lost'])
    library.shape()
    // One that a person took off the text is not put back on it.
    library.quietly((db) => db.run("UPDATE spans SET was = NULL WHERE highlight_id = '慢慢地流过'"))
    const [revision] = revising.list(articleId)
    if (revision === undefined) throw new Error('a revision expected')
    const before = dumpAll(store)
    const outcome = await revising.restore(articleId, revision.id, null)
    expect(readAllBlocks(store.read, articleId)).toEqual(kept)
    expect(quotes.map((quote) => library.span(quote)?.state)).toEqual(['moved', 'moved', 'lost'])
    expect(outcome).toMatchObject({ ok: 0, moved: 2, lost: 1 })
    library.checkQuotes()
    library.shape()
    expect(revising.list(articleId).map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'restore'],
      [1, 'update'],
    ])
    const steps = store.history(99).length
    await revising.restore(articleId, revision.id, null)
    expect([store.history(99).length, revising.list(articleId).length]).toEqual([steps, 2])
    store.undo(null)
    expect(dumpAll(store)).toBe(before)
    store.close()
  })

  it('are kept before edits, but not one each; the same state is not kept twice', async () => {
    const { store, articleId, revising, segments, blocks, ...library } = open()
    const one = segmentName('left', 1)
    segments.edit(one, '桥是给人走的，也是给人看的。', '桥。', null)
    segments.edit(one, '桥。', '桥！', null)
    blocks.split(segmentName('left', 2), 0, null)
    expect(revising.list(articleId)).toHaveLength(1)
    library.wait(EDITING_PAUSE)
    segments.edit(one, '桥！', '桥？', null)
    expect(revising.list(articleId).map(({ number }) => number)).toEqual([2, 1])
    store.undo(null)
    // The text is what revision 2 holds.
    const { revisionId } = await library.update('别的。')
    expect([revising.list(articleId).length, revising.list(articleId)[0]?.id]).toEqual([2, revisionId])
    store.close()
  })
})

describe('dividing and joining paragraphs', () => {
  it('leave anchors, beads and speakers right, and are taken back exactly', () => {
    const library = open()
    const { store, blocks, articleId } = library
    library.highlight('也是给人看的。𠮷祥')
    library.reviewing.verify(library.pairId, { kind: 'all' }, true, null)
    library.quietly((db) => db.run("UPDATE blocks SET kind = 'quote' WHERE article_id = 'left'"))
    const dumps = [dumpAll(store)]
    const fresh = blocks.split(segmentName('left', 1), 7, null)
    expect(library.texts().slice(0, 2)).toEqual([
      ['桥是给人走的，'],
      ['也是给人看的。', '𠮷祥照相馆😀今天开门了。'],
    ])
    expect(readAllBlocks(store.read, articleId)[1]).toMatchObject({ id: fresh, kind: 'quote' })
    expect(library.span('也是给人看的。𠮷祥')).toMatchObject({ state: 'ok', exact: '也是给人看的。𠮷祥' })
    expect(library.shape()[0]).toBe('2-1 verified')
    library.checkQuotes()
    for (const [segment, offset] of [
      [segmentName('left', 2), 14],
      [segmentName('left', 1), 0],
      [segmentName('left', 5), 0],
    ] as const) {
      expect(() => blocks.split(segment, offset, null)).toThrowError(
        expect.objectContaining({ code: 'conflict' }),
      )
    }
    expect(() => blocks.split(segmentName('left', 2), 1, null)).toThrowError(
      expect.objectContaining({ code: 'invalid_input' }),
    )
    dumps.push(dumpAll(store))
    blocks.join(fresh, null)
    expect(library.texts()[1]).toHaveLength(4)
    blocks.setKind([fresh], 'heading', 0, null)
    expect(readAllBlocks(store.read, articleId)[1]).toMatchObject({ kind: 'heading', level: 1 })
    expect(
      store.read.get('SELECT block_count AS b, segment_count AS s FROM articles WHERE id = ?', [articleId]),
    ).toEqual({ b: 3, s: 6 })
    store.undo(null)
    store.undo(null)
    expect(dumpAll(store)).toBe(dumps[1])
    store.undo(null)
    expect(dumpAll(store)).toBe(dumps[0])
    store.close()
  })

  it('put a space where words need one', () => {
    const { store, blocks, articles } = open()
    const [first] = readAllBlocks(store.read, articles.right)
    store.write({ label: null, scope: '', origin: null }, (db) =>
      db.run("UPDATE segments SET text = 'Open.' WHERE id = ?", [segmentName('right', 2)]),
    )
    if (first === undefined) throw new Error('a block expected')
    blocks.join(first.id, null)
    expect(
      readAllBlocks(store.read, articles.right)[0]
        ?.segments.map(({ text }) => text)
        .join(''),
    ).toBe('A bridge. Open. A mirror. At dusk. ')
    store.close()
  })
})

describe('what is in doubt', () => {
  it('has the quote it was, until somebody says what is right', () => {
    const { store, segments, doubt, span, ...library } = open()
    library.highlight('慢慢地流过')
    library.link('河水慢慢地流过', 'A river')
    const five: SegmentId = segmentName('left', 5)
    segments.edit(five, '河水慢慢地流过了这座城。', '河水很快地奔向了这座城。', null)
    const owner = {
      kind: 'span',
      highlightId: '慢慢地流过' as HighlightId,
      spanId: 'span 慢慢地流过' as SpanId,
    } as const
    const [moved] = doubt.list().filter(({ kind }) => kind === 'highlight')
    expect(moved).toMatchObject({ state: 'moved', was: '慢慢地流过', articleId: library.articleId })
    // Another edit does not change what it was.
    segments.edit(five, '河水很快地奔向了这座城。', '河水很快地流向了这座城。', null)
    expect(doubt.list().find(({ kind }) => kind === 'highlight')?.was).toBe('慢慢地流过')
    const before = dumpAll(store)
    doubt.detach([owner], null)
    expect(span('慢慢地流过')).toMatchObject({ state: 'lost', exact: '慢慢地流过', parts: [] })
    store.undo(null)
    expect(dumpAll(store)).toBe(before)
    doubt.settle([owner], null)
    expect(span('慢慢地流过')).toMatchObject({ state: 'ok' })
    expect(store.read.value("SELECT was FROM spans WHERE highlight_id = '慢慢地流过'")).toBeNull()
    expect(() => doubt.settle([owner], null)).toThrowError(expect.objectContaining({ code: 'conflict' }))
    expect(store.history(1)[0]?.label).toMatchObject({ kind: 'highlight.settle', subject: '慢慢地流过' })
    store.close()
  })
})
