import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading, Row } from '../../../src/shared/contract/schemas/reader.ts'
import type { ArticleSummary } from '../../../src/shared/contract/schemas/article.ts'
import type { ArticleId, BlockId, SegmentId } from '../../../src/shared/domain/ids.ts'
import type { Mark } from '../../../src/shared/domain/text.ts'
import { formatQuote } from '../../../src/renderer/features/reading/bilingual-quote.ts'
import { facingText } from '../../../src/renderer/features/reading/counterparts.ts'
import { nestMarks, type MarkNode } from '../../../src/renderer/features/reading/mark-pieces.ts'
import { movePlace, wordFrom } from '../../../src/renderer/features/reading/move-place.ts'
import { columnWidth, layoutFor } from '../../../src/renderer/features/reading/reading-layout.ts'
import { RowSource } from '../../../src/renderer/features/reading/row-source.ts'
import { SectionHeights } from '../../../src/renderer/features/reading/section-heights.ts'
import { partsOf, toPlainText, toSelection } from '../../../src/renderer/features/reading/selected-text.ts'

const seg = (id: string): SegmentId => id as SegmentId
const ARTICLE = 'zh' as ArticleId

/** One row per pair of texts: a block of its own on either side, its sentences divided by `|`. */
function rowsOf(texts: readonly (readonly [string, string])[], aligned = true): Row[] {
  return texts.map(([left, right], index) => ({
    index,
    bead: aligned ? { id: `b${index}`, confidence: 0.9, status: 'auto' } : null,
    left: runsOf(`l${index}`, left),
    right: runsOf(`r${index}`, right),
  })) as Row[]
}

function runsOf(name: string, text: string): Row['left'] {
  if (text === '') return []
  const segments = text.split('|').map((each, at) => ({ id: seg(`${name}.${at}`), text: each, marks: [] }))
  const blockId = name as BlockId
  return [{ blockId, kind: 'paragraph', level: 0, speakerId: null, starts: true, ends: true, segments }]
}

function sourceOf(rows: readonly Row[], chunkSize = 2, calls: [number, number][] = []): RowSource {
  const chunks = Array.from({ length: Math.ceil(rows.length / chunkSize) }, () => ({ left: 0, right: 0 }))
  const reading = { left: { id: ARTICLE }, right: { id: 'en' }, rowCount: rows.length, chunkSize, chunks }
  return new RowSource(reading as unknown as Reading, (from, limit) => {
    calls.push([from, limit])
    return Promise.resolve(rows.slice(from, from + limit))
  })
}

const TEXTS = [
  ['一二。|三四。', 'One two. |Three four.'],
  ['', 'Only here.'],
  ['五👨‍👩‍👧六。', 'Five.'],
  ['七。', ''],
] as const

describe('SectionHeights', () => {
  it('finds sections by distance, and distances by section', () => {
    const heights = new SectionHeights([10, 20, 30])
    expect([heights.indexAt(-5), heights.indexAt(9.9), heights.indexAt(10), heights.indexAt(999)]).toEqual([
      0, 0, 1, 2,
    ])
    heights.measure(0, 50)
    expect([heights.topOf(1), heights.topOf(3), heights.total]).toEqual([50, 100, 100])
  })

  it('keeps what stands on the page when everything else is estimated anew', () => {
    const heights = new SectionHeights([10, 10, 10])
    heights.measure(1, 77)
    heights.reestimate([5, 5, 5], new Set([1]))
    expect(heights.total).toBe(87)
  })
})

describe('RowSource', () => {
  it('fetches what is missing together, and nothing twice', async () => {
    const calls: [number, number][] = []
    const source = sourceOf(rowsOf(TEXTS), 1, calls)
    await Promise.all([source.load(1), source.load(1)])
    await source.loadRange(0, 3)
    await source.loadRange(0, 3)
    expect(calls).toEqual([
      [1, 1],
      [0, 1],
      [2, 2],
    ])
    expect(source.home(seg('l0.1'))).toMatchObject({ rowIndex: 0, side: 'left', place: 1 })
  })
})

describe('a selection', () => {
  it('is read from the model over rows that have nothing on its side', async () => {
    const source = sourceOf(rowsOf(TEXTS))
    await source.loadRange(0, 1)
    const parts = partsOf(source, {
      side: 'left',
      start: { segmentId: seg('l0.1'), offset: 1 },
      end: { segmentId: seg('l3.0'), offset: 1 },
    })
    expect(toSelection(ARTICLE, parts ?? [])).toEqual({
      articleId: ARTICLE,
      startSegmentId: 'l0.1',
      startOffset: 1,
      endSegmentId: 'l3.0',
      endOffset: 1,
      exact: '四。五👨‍👩‍👧六。七',
    })
    expect(toPlainText(parts ?? [])).toBe('四。\n五👨‍👩‍👧六。\n七')
  })

  it('asks for rows that are not here', () => {
    expect(
      partsOf(sourceOf(rowsOf(TEXTS)), {
        side: 'left',
        start: { segmentId: seg('l0.0'), offset: 0 },
        end: { segmentId: seg('l3.0'), offset: 1 },
      }),
    ).toBeNull()
  })

  it('cuts no character in two and leaves out white space at its ends', async () => {
    const source = sourceOf(rowsOf(TEXTS))
    await source.loadRange(0, 1)
    const family = partsOf(source, {
      side: 'left',
      start: { segmentId: seg('l2.0'), offset: 3 },
      end: { segmentId: seg('l2.0'), offset: 5 },
    })
    expect(toSelection(ARTICLE, family ?? [])?.exact).toBe('👨‍👩‍👧')
    const spaced = partsOf(source, {
      side: 'right',
      start: { segmentId: seg('r0.0'), offset: 3 },
      end: { segmentId: seg('r0.1'), offset: 0 },
    })
    expect(toSelection('en' as ArticleId, spaced ?? [])?.exact).toBe('two.')
    const nothing = partsOf(source, {
      side: 'right',
      start: { segmentId: seg('r0.0'), offset: 8 },
      end: { segmentId: seg('r0.1'), offset: 0 },
    })
    expect(toSelection('en' as ArticleId, nothing ?? [])).toBeNull()
  })
})

describe('movePlace', () => {
  it('goes by paragraphs, which may go over several rows, and finds words but not what is between them', async () => {
    const rows = rowsOf([...TEXTS])
    // The first block of the left side goes on in the third row.
    const [first, third] = [rows[0]?.left[0], rows[2]?.left[0]]
    if (first === undefined || third === undefined) throw new Error('runs expected')
    Object.assign(third, { blockId: first.blockId, starts: false })
    const source = sourceOf(rows, 1)
    await source.load(0)
    const at = (id: string, offset: number) => ({ segmentId: seg(id), offset })
    expect(await movePlace(source, 'left', at('l0.0', 1), 'block', 'on')).toEqual(at('l2.0', 11))
    expect(await movePlace(source, 'left', at('l2.0', 11), 'block', 'on')).toEqual(at('l3.0', 2))
    expect(await movePlace(source, 'left', at('l2.0', 3), 'block', 'back')).toEqual(at('l0.0', 0))
    expect(await movePlace(source, 'left', at('l0.0', 0), 'block', 'back')).toBeNull()
    expect(wordFrom('“A 𠮷 😀 bridge.”', 0, true)).toMatchObject({ start: 1, end: 2 })
    expect(wordFrom('“A 𠮷 😀 bridge.”', 5, true)).toMatchObject({ start: 9, end: 15 })
    expect(wordFrom('A bridge.', 4, false)).toMatchObject({ start: 2, end: 8 })
    expect(wordFrom('“。”', 0, false)).toBeNull()
  })

  it('goes over whole characters, sentences and rows, loading them as it goes', async () => {
    const source = sourceOf(rowsOf(TEXTS), 1)
    await source.load(0)
    const at = (segmentId: string, offset: number): { segmentId: SegmentId; offset: number } => ({
      segmentId: seg(segmentId),
      offset,
    })
    expect(await movePlace(source, 'left', at('l0.1', 3), 'character', 'on')).toEqual(at('l2.0', 1))
    expect(await movePlace(source, 'left', at('l2.0', 1), 'character', 'on')).toEqual(at('l2.0', 9))
    expect(await movePlace(source, 'left', at('l2.0', 0), 'segment', 'back')).toEqual(at('l0.1', 0))
    expect(await movePlace(source, 'left', at('l0.0', 0), 'character', 'back')).toBeNull()
  })
})

describe('what faces a quote', () => {
  const article = {
    title: '桥',
    language: 'zh-Hans',
    author: null,
    source: '日报',
    date: '2025',
  } as ArticleSummary
  const english = {
    ...article,
    title: 'A Bridge',
    language: 'en',
    source: 'Daily',
    author: 'Gu',
  } as ArticleSummary

  it('is cited with both sources', async () => {
    const source = sourceOf(rowsOf(TEXTS))
    await source.loadRange(0, 1)
    const facing = facingText(source, [seg('l0.0'), seg('l0.1')])
    expect(formatQuote({ text: '一二。', article }, { text: facing, article: english })).toBe(
      '“一二。”（《桥》，日报，2025）\n\n“One two. Three four.” (Gu, A Bridge, Daily, 2025)',
    )
  })

  it('is nothing before the pair is aligned', async () => {
    const source = sourceOf(rowsOf(TEXTS, false))
    await source.loadRange(0, 1)
    expect(facingText(source, [seg('l0.0')])).toBe('')
  })
})

describe('the layout', () => {
  it('stacks where two columns are too narrow, and never splits an article alone', () => {
    expect(layoutFor('facing', true, 1000)).toBe('facing')
    expect(layoutFor('facing', true, 700)).toBe('stacked')
    expect(layoutFor('facing', false, 1000)).toBe('single')
    expect(columnWidth('facing', 3000, 480)).toBe(480)
  })
})

describe('nestMarks', () => {
  const mark = fc.record({
    kind: fc.constantFrom('emphasis' as const, 'strong' as const, 'code' as const, 'link' as const),
    start: fc.integer({ min: -2, max: 12 }),
    end: fc.integer({ min: -2, max: 14 }),
  })

  it('shows every code unit once, in order, under just its marks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.array(mark, { maxLength: 5 }), (length, marks) => {
        const seen: { at: number; marks: Mark[] }[] = []
        const walk = (nodes: readonly MarkNode[], around: Mark[]): void => {
          for (const node of nodes) {
            if (node.kind === 'mark') walk(node.children, [...around, node.mark])
            else for (let at = node.start; at < node.end; at += 1) seen.push({ at, marks: around })
          }
        }
        walk(nestMarks(length, marks), [])
        expect(seen.map(({ at }) => at)).toEqual(Array.from({ length }, (_, at) => at))
        for (const { at, marks: here } of seen) {
          const wanted = marks.filter((each) => each.start <= at && at < Math.min(length, each.end))
          expect(here.map(({ kind }) => kind).toSorted()).toEqual(wanted.map(({ kind }) => kind).toSorted())
        }
      }),
    )
  })
})

describe('RowSource, renewed', () => {
  const READING = { left: { id: ARTICLE }, right: { id: 'en' }, aligned: true, chunkSize: 2 }

  /** A source over rows that a test can change, and answers that it lets through when it likes. */
  function renewable(texts: readonly (readonly [string, string])[]) {
    const library = { rows: rowsOf(texts), waiting: [] as (() => void)[], held: false }
    const readingOf = (): Reading =>
      ({
        ...READING,
        rowCount: library.rows.length,
        chunks: Array.from({ length: Math.ceil(library.rows.length / 2) }, () => ({ left: 0, right: 0 })),
      }) as unknown as Reading
    const source = new RowSource(readingOf(), async (from, limit) => {
      const answer = structuredClone(library.rows.slice(from, from + limit))
      if (library.held) await new Promise<void>((resolve) => library.waiting.push(resolve))
      return answer
    })
    return { library, readingOf, source }
  }

  const SIX = ['一。', '二。', '三。', '四。', '五。', '六。'].map((text) => [text, `${text}en`] as const)

  it('keeps what has not changed as the same objects, and what has changed as new ones', async () => {
    const { library, readingOf, source } = renewable(SIX)
    await source.loadRange(0, 2)
    const [first, third] = [source.rows(0), source.row(2)]
    library.rows = library.rows.map((row) =>
      row.index === 2 ? ({ ...row, bead: { ...row.bead, status: 'verified' } } as Row) : row,
    )
    expect(await source.renew(readingOf(), 0, 2)).toBe(true)
    expect(source.rows(0)).toBe(first)
    expect(source.row(2)).not.toBe(third)
    expect(source.row(2)?.bead?.status).toBe('verified')
    // Its sentences are the same all the same.
    expect(source.row(2)?.left[0]?.segments[0]).toBe(third?.left[0]?.segments[0])
  })

  it('forgets what it has not fetched again', async () => {
    const { readingOf, source } = renewable(SIX)
    await source.loadRange(0, 2)
    await source.renew(readingOf(), 0, 0)
    expect([source.rows(0)?.length, source.rows(1), source.rows(2)]).toEqual([2, null, null])
    expect(source.home(seg('l5.0'))).toBeNull()
  })

  it('finds out where the text ends now, with the reading of before', async () => {
    const { library, readingOf, source } = renewable(SIX)
    const before = readingOf()
    library.rows = rowsOf(SIX.slice(0, 5))
    await source.renew(before, 0, 2)
    expect(source.reading.rowCount).toBe(5)
  })

  it('lets the latest of two renewals win, and no row asked for before it in', async () => {
    const { library, readingOf, source } = renewable(SIX)
    library.held = true
    const early = source.load(2)
    const first = source.renew(readingOf(), 0, 0)
    library.rows = rowsOf([...SIX.slice(0, 4), ['新。', 'new'], ['六。', '六。en']])
    const second = source.renew(readingOf(), 0, 0)
    library.held = false
    for (const release of library.waiting.toReversed()) release()
    expect(await Promise.all([first, second])).toEqual([false, true])
    expect((await early)[0]?.left[0]?.segments[0]?.text).toBe('新。')
  })

  it('takes no rows of another kind: those of a pair that is no longer aligned', async () => {
    const { library, readingOf, source } = renewable(SIX)
    await source.load(0)
    library.rows = rowsOf(SIX, false)
    expect(await source.renew(readingOf(), 0, 0)).toBe(false)
    expect(source.row(0)?.bead).not.toBeNull()
  })
})
