import { describe, expect, it } from 'vitest'
import { readBeads } from '../../src/core/alignment/beads.repo.ts'
import { createEditingService } from '../../src/core/alignment/editing.service.ts'
import { createReviewingService } from '../../src/core/alignment/reviewing.service.ts'
import { insertHighlight, insertSpan, readAnnotations } from '../../src/core/annotations/annotations.repo.ts'
import { readSegment } from '../../src/core/articles/segments.repo.ts'
import { createSegmentsService } from '../../src/core/articles/segments.service.ts'
import { readSegmentTexts } from '../../src/core/articles/text.repo.ts'
import { createReaderService } from '../../src/core/reader/reader.service.ts'
import type { BeadId, HighlightId, SegmentId, SpanId } from '../../src/shared/domain/ids.ts'
import { createAnchor } from '../../src/shared/text/create-anchor.ts'
import { dumpAll, openAlignedStore, segmentName } from '../fixtures/open-aligned-store.ts'

const ZH = [
  [
    { text: '桥是给人走的。', marks: [{ kind: 'strong', start: 0, end: 3 }] },
    { text: '𠮷祥照相馆😀开门了。', marks: [{ kind: 'ruby', start: 0, end: 3, value: 'jí' }] },
    '镜子也是。',
  ],
  ['完。'],
] as const
const EN = [['A bridge. ', 'Open. ', 'A mirror. ', 'The end.']]

function open() {
  const library = openAlignedStore({ left: ZH, right: EN }, [
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
  ])
  const context = { store: library.store, now: () => 2 }
  const one = segmentName('left', 1)
  const two = segmentName('left', 2)
  const three = segmentName('left', 3)
  return {
    ...library,
    one,
    two,
    three,
    segments: createSegmentsService(context),
    editing: createEditingService(context),
    reviewing: createReviewingService(context),
    reader: createReaderService(context),
    text: (id: SegmentId) => readSegment(library.store.read, id)?.text,
    marks: (id: SegmentId) => readSegment(library.store.read, id)?.marks,
    shape: () =>
      readBeads(library.store.read, library.pairId).map(
        ({ left, right, status }) => `${left.length}-${right.length} ${status}`,
      ),
    /** A highlight of a stretch of the left article, from one segment to another. */
    highlight(name: string, from: [SegmentId, number], to: [SegmentId, number]): HighlightId {
      const id = name as HighlightId
      const segmentTexts = readSegmentTexts(library.store.read, library.articles.left)
      const anchor = createAnchor(
        { articleId: library.articles.left, segments: segmentTexts },
        { startSegmentId: from[0], startOffset: from[1], endSegmentId: to[0], endOffset: to[1] },
      )
      library.store.write({ label: null, scope: '', origin: null }, (db) => {
        insertHighlight(db, id, 1, 1)
        insertSpan(db, { id: `${name}-span` as SpanId, highlightId: id, role: 'primary', anchor })
      })
      return id
    },
    span: (id: HighlightId) => readAnnotations(library.store.read, [id])[0]?.spans[0],
  }
}

const code = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
  return 'no error'
}

describe('editing a sentence in place', () => {
  it('takes highlights and marks along, and leaves verified beads verified', () => {
    const library = open()
    const { store, segments, one, two } = library
    const inside = library.highlight('inside', [one, 2], [one, 5])
    const across = library.highlight('across', [one, 4], [two, 3])
    const next = library.highlight('next', [two, 0], [two, 5])
    library.reviewing.verify(library.pairId, { kind: 'all' }, true, null)
    const before = dumpAll(store)

    segments.edit(one, '桥是给人走的。', '石桥从来是给人走的😀。', null)
    expect(library.span(inside)).toMatchObject({ exact: '给人走', state: 'ok', prefix: '石桥从来是' })
    expect(library.span(across)).toMatchObject({ exact: '走的😀。𠮷祥', state: 'ok' })
    // The neighbour was not touched, but what stands before it was.
    expect(library.span(next)).toMatchObject({ exact: '𠮷祥照相', prefix: '石桥从来是给人走的😀。' })
    expect(library.marks(one)).toEqual([{ kind: 'strong', start: 1, end: 6 }])
    expect(library.shape()).toEqual(Array(4).fill('1-1 verified'))
    expect(store.history(1)[0]?.label).toEqual({
      kind: 'text.edit',
      subject: '石桥从来是给人走的😀。',
      count: 1,
    })

    store.undo(null)
    expect(dumpAll(store)).toBe(before)
    store.close()
  })

  it('takes the figure from its beads, and the check too when little of the text is kept, as one step', () => {
    const { store, segments, reviewing, pairId, one, two } = open()
    const state = () =>
      readBeads(store.read, pairId).map(
        ({ status, confidence, review }) => `${status} ${confidence}${review ? ' review' : ''}`,
      )
    store.write({ label: null, scope: '', origin: null }, (db) =>
      db.run('UPDATE beads SET confidence = 0.75'),
    )
    reviewing.verify(
      pairId,
      {
        kind: 'beads',
        beadIds: readBeads(store.read, pairId)
          .slice(1, 3)
          .map(({ id }) => id),
      },
      true,
      null,
    )
    const before = dumpAll(store)
    segments.edit(one, '桥是给人走的。', '桥是让人走的。', null)
    segments.edit(two, '𠮷祥照相馆😀开门了。', '𠮷祥照相馆😀关门了。', null)
    expect(state()).toEqual(['auto null', 'verified null', 'verified 0.75', 'auto 0.75'])
    segments.edit(two, '𠮷祥照相馆😀关门了。', '那里什么也没有。', null)
    expect(state()).toEqual(['auto null', 'auto null review', 'verified 0.75', 'auto 0.75'])
    for (let step = 0; step < 3; step += 1) store.undo(null)
    expect(dumpAll(store)).toBe(before)
    store.close()
  })

  it('leaves what waits to be looked at waiting', () => {
    const { store, segments, one, ...library } = open()
    const id = library.highlight('moved', [one, 0], [one, 3])
    store.write({ label: null, scope: '', origin: null }, (db) => db.run("UPDATE spans SET state = 'moved'"))
    segments.edit(one, '桥是给人走的。', '桥是给人走的！', null)
    expect(library.span(id)).toMatchObject({ exact: '桥是给', state: 'moved' })
    store.close()
  })

  it('says so when a highlight has lost its text, keeps the quote, and gives it back on undo', () => {
    const { store, segments, three, ...library } = open()
    const id = library.highlight('gone', [three, 0], [three, 2])
    const before = library.span(id)
    segments.edit(three, '镜子也是。', '也是。', null)
    expect(library.span(id)).toMatchObject({ exact: '镜子', state: 'lost', parts: [], order: null })
    store.undo(null)
    expect(library.span(id)).toEqual(before)
    store.close()
  })

  it('is refused when the text is another by now, or the side is locked; the other side is free', () => {
    const { store, segments, one, reviewing, pairId, ...library } = open()
    expect(code(() => segments.edit(one, '桥。', '桥！', null))).toBe('conflict')
    reviewing.lock(pairId, 'left', null)
    expect(code(() => segments.edit(one, '桥是给人走的。', '桥！', null))).toBe('conflict')
    expect(code(() => segments.split(one, 2, null))).toBe('conflict')
    expect(code(() => segments.join(one, null))).toBe('conflict')
    expect(code(() => library.editing.edit(pairId, { kind: 'split', segmentId: one, offset: 2 }, null))).toBe(
      'conflict',
    )
    segments.edit(segmentName('right', 1), 'A bridge. ', 'The bridge. ', null)
    reviewing.lock(pairId, null, null)
    segments.edit(one, '桥是给人走的。', '桥！', null)
    expect(library.text(one)).toBe('桥！')
    store.write({ label: null, scope: '', origin: null }, (db) =>
      db.run('UPDATE articles SET deleted_at = 1'),
    )
    expect(code(() => segments.edit(one, '桥！', '桥？', null))).toBe('not_found')
    store.close()
  })
})

describe('dividing and joining sentences', () => {
  it('are each other’s inverse, marks included', () => {
    const { store, segments, one, ...library } = open()
    const across = library.highlight('across', [one, 0], [one, 6])
    const before = library.span(across)
    const second = segments.split(one, 2, null)
    expect([library.text(one), library.text(second)]).toEqual(['桥是', '给人走的。'])
    expect(library.marks(one)).toEqual([{ kind: 'strong', start: 0, end: 2 }])
    expect(library.marks(second)).toEqual([{ kind: 'strong', start: 0, end: 1 }])
    expect(library.span(across)).toMatchObject({ exact: before?.exact, parts: [{ end: 2 }, { end: 4 }] })
    expect(library.shape()).toEqual(['2-1 auto', '1-1 auto', '1-1 auto', '1-1 auto'])
    segments.join(one, null)
    expect(library.marks(one)).toEqual([{ kind: 'strong', start: 0, end: 3 }])
    expect(library.span(across)).toEqual(before)
    expect(library.shape()[0]).toBe('1-1 auto')
    store.close()
  })

  it('never cut a character or a ruby, nor leave a half without text; white space stays before the border', () => {
    const { store, segments, two, ...library } = open()
    // 𠮷祥 has a ruby over its three code units; 😀 begins at 6.
    for (const offset of [0, 1, 2, 7, 99]) {
      expect(
        code(() => segments.split(two, offset, null)),
        String(offset),
      ).toBe('invalid_input')
    }
    const right = segmentName('right', 1)
    expect(code(() => segments.split(right, 9, null))).toBe('invalid_input')
    const second = segments.split(right, 1, null)
    expect([library.text(right), library.text(second)]).toEqual(['A ', 'bridge. '])
    expect(code(() => segments.join(segmentName('left', 4), null))).toBe('conflict')
    store.close()
  })

  it('joining across a border leaves the text in the first bead, and sends readers and notes there', () => {
    const { store, segments, pairId, one, two, ...library } = open()
    const target = { kind: 'pair', pairId } as const
    const [first, second] = readBeads(store.read, pairId)
    store.write({ label: null, scope: '', origin: null }, (db) => {
      db.run('UPDATE bead_segments SET bead_id = ?, position = 1 WHERE segment_id = ?', [
        first?.id ?? '',
        segmentName('right', 2),
      ])
      db.run('UPDATE beads SET review = 1 WHERE id = ?', [second?.id ?? ''])
      db.run("INSERT INTO notes (id, body, bead_id, created_at, updated_at) VALUES ('n', 'x', ?, 1, 1)", [
        second?.id ?? '',
      ])
    })
    library.reader.remember(target, two, 3, null)
    library.reviewing.verify(pairId, { kind: 'all' }, true, null)
    segments.join(one, null)
    expect(library.shape()).toEqual(['1-2 auto', '1-1 verified', '1-1 verified'])
    expect(readBeads(store.read, pairId)[0]).toMatchObject({ id: first?.id, review: true })
    expect(store.read.value('SELECT bead_id FROM notes')).toBe(first?.id)
    expect(library.reader.open(target).position).toMatchObject({ segmentId: one, offset: 7 + 3, rowIndex: 0 })
    // Undone, the sentence is shorter than where the reader was.
    store.undo(null)
    expect(library.reader.open(target).position).toMatchObject({ segmentId: one, offset: 7 })
    store.close()
  })

  it('dividing at the caret in the align layer is one step, in every pair that has the article', () => {
    const { store, editing, pairId, one, ...library } = open()
    store.write({ label: null, scope: '', origin: null }, (db) => {
      db.run("UPDATE pairs SET deleted_at = 1 WHERE id = 'pair'")
      db.run(`INSERT INTO pairs SELECT 'other', kind, left_article_id, right_article_id, aligner, aligned_at, 1, 1,
        NULL, NULL FROM pairs`)
      db.run(
        "INSERT INTO beads (id, pair_id, position, confidence, status) VALUES ('x', 'other', 1024, 0.5, 'verified')",
      )
      db.run(
        "INSERT INTO bead_segments SELECT 'other', segment_id, 'x', side, row_number() OVER (PARTITION BY side ORDER BY segment_id) - 1 FROM bead_segments",
      )
    })
    const before = dumpAll(store)
    const other = 'other' as typeof pairId
    const place = editing.edit(other, { kind: 'split', segmentId: one, offset: 2 }, null)
    expect(place.rowIndex).toBe(1)
    const [kept, own] = readBeads(store.read, other)
    expect(kept).toMatchObject({ id: 'x' as BeadId, left: [one], status: 'auto' })
    expect(own?.left).toHaveLength(4)
    expect(library.shape()[0]).toBe('2-1 auto')
    expect(store.history(9)).toHaveLength(1)
    store.undo(null)
    expect(dumpAll(store)).toBe(before)
    store.close()
  })
})
