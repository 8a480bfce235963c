import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEditingService } from '../../src/core/alignment/editing.service.ts'
import { createAnnotationsService } from '../../src/core/annotations/annotations.service.ts'
import { createMirrorsService } from '../../src/core/annotations/mirrors.service.ts'
import { createOverlapsService } from '../../src/core/annotations/overlaps.service.ts'
import { readSegmentTexts } from '../../src/core/articles/text.repo.ts'
import { createSegmentsService } from '../../src/core/articles/segments.service.ts'
import { insertHighlightNote } from '../../src/core/notes/notes.repo.ts'
import type { Annotation, Selection } from '../../src/shared/contract/schemas/annotation.ts'
import type { Side } from '../../src/shared/domain/article.ts'
import type { BeadId, HighlightId, NoteId } from '../../src/shared/domain/ids.ts'
import { snapToGraphemes } from '../../src/shared/text/graphemes.ts'
import { dumpAll, openAlignedStore, segmentName } from '../fixtures/open-aligned-store.ts'

const ZH = [['桥是给人走的。', '𠮷祥照相馆😀开门了。', '镜子也是。'], ['完。']]
const EN = [
  ['A bridge is for walking. ', 'The Jixiang 😀 photo shop opened. ', 'So are mirrors. ', 'The end.'],
]

function open() {
  const library = openAlignedStore({ left: ZH, right: EN }, [
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
  ])
  const context = { store: library.store, now: () => 2 }
  const annotations = createAnnotationsService(context)
  /** A stretch of one side, by segment number and offset. */
  const select = (side: Side, from: readonly [number, number], to: readonly [number, number]): Selection => {
    const articleId = library.articles[side]
    const texts = readSegmentTexts(library.store.read, articleId).map(({ text }) => text)
    const exact = texts
      .slice(from[0] - 1, to[0])
      .map((text, at, { length }) =>
        text.slice(at === 0 ? from[1] : 0, at === length - 1 ? to[1] : undefined),
      )
      .join('')
    return {
      articleId,
      startSegmentId: segmentName(side, from[0]),
      startOffset: from[1],
      endSegmentId: segmentName(side, to[0]),
      endOffset: to[1],
      exact,
    }
  }
  return {
    ...library,
    annotations,
    mirrors: createMirrorsService(context),
    overlaps: createOverlapsService(context),
    note: (highlightId: HighlightId, body: string) =>
      library.store.write({ label: null, scope: '', origin: null }, (db) =>
        insertHighlightNote(db, { id: `note of ${highlightId}` as NoteId, highlightId, body, at: 1 }),
      ),
    segments: createSegmentsService(context),
    editing: createEditingService(context),
    select,
    highlight: (
      side: Side,
      from: readonly [number, number],
      to: readonly [number, number],
      tags: string[] = [],
    ) => annotations.create(select(side, from, to), 1, tags, null),
    get: (id: HighlightId) => annotations.get([id])[0],
  }
}

const exacts = (annotation: Annotation | undefined) =>
  annotation?.spans.map(({ role, exact, state }) => `${role} ${exact} ${state}`)

const code = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
  return 'no error'
}

describe('a mirror', () => {
  it('is a second span on the other side, one step to make, to move, to take off, and back', () => {
    const { store, mirrors, highlight, select, get } = open()
    const { id } = highlight('left', [2, 0], [2, 6])
    const before = dumpAll(store)
    expect(exacts(mirrors.mirror(id, select('right', [2, 4], [2, 25]), null))).toEqual([
      'primary 𠮷祥照相馆 ok',
      'mirror Jixiang 😀 photo shop ok',
    ])
    const mirrored = dumpAll(store)
    const spanId = get(id)?.spans[1]?.id
    mirrors.mirror(id, select('right', [2, 4], [2, 14]), null)
    expect(exacts(get(id))?.[1]).toBe('mirror Jixiang 😀 ok')
    expect(get(id)?.spans[1]?.id).toBe(spanId)
    mirrors.unmirror([id], null)
    expect(exacts(get(id))).toEqual(['primary 𠮷祥照相馆 ok'])
    expect(store.history(3).map(({ label }) => label.kind)).toEqual([
      'highlight.unmirror',
      'highlight.mirror',
      'highlight.mirror',
    ])
    for (let step = 0; step < 2; step += 1) store.undo(null)
    expect(dumpAll(store)).toBe(mirrored)
    store.undo(null)
    expect(dumpAll(store)).toBe(before)
    for (let step = 0; step < 3; step += 1) store.redo(null)
    expect(exacts(get(id))).toEqual(['primary 𠮷祥照相馆 ok'])
    expect(store.check()).toEqual([])
    store.close()
  })

  it('is only for the other article of a pair that is in the library', () => {
    const { store, mirrors, highlight, select } = open()
    const { id } = highlight('left', [1, 0], [1, 1])
    expect(code(() => mirrors.mirror(id, select('left', [2, 0], [2, 3]), null))).toBe('invalid_input')
    expect(code(() => mirrors.unmirror([id], null))).toBe('conflict')
    const stale = { ...select('right', [1, 2], [1, 8]), exact: 'bridges' }
    expect(code(() => mirrors.mirror(id, stale, null))).toBe('conflict')
    store.write({ label: null, scope: '', origin: null }, (db) => db.run('UPDATE pairs SET deleted_at = 1'))
    expect(code(() => mirrors.mirror(id, select('right', [1, 2], [1, 8]), null))).toBe('invalid_input')
    store.close()
  })

  it('stays with its words when either text is edited and when the beads change', () => {
    const { store, mirrors, segments, editing, highlight, select, get, pairId } = open()
    const { id } = highlight('left', [2, 0], [2, 6])
    mirrors.mirror(id, select('right', [2, 4], [2, 25]), null)
    segments.edit(
      segmentName('right', 2),
      EN[0]?.[1] ?? '',
      'Last week the Jixiang 😀 photo shop opened. ',
      null,
    )
    segments.edit(segmentName('left', 2), ZH[0]?.[1] ?? '', '上周𠮷祥照相馆😀开门了。', null)
    editing.edit(pairId, { kind: 'merge-next', beadId: 'b1' as BeadId }, null)
    editing.edit(pairId, { kind: 'unmatch', beadId: 'b1' as BeadId }, null)
    segments.split(segmentName('right', 2), 22, null)
    expect(exacts(get(id))).toEqual(['primary 𠮷祥照相馆 ok', 'mirror Jixiang 😀 photo shop ok'])
    expect(get(id)?.spans[1]?.parts.length).toBe(2)
    store.close()
  })
})

describe('dividing a highlight', () => {
  it('never cuts a character, keeps note and mirror with the first, tags with both; one step', () => {
    const { store, mirrors, overlaps, note, highlight, select, get } = open()
    const { id } = highlight('left', [1, 2], [2, 8], ['治理/安全'])
    mirrors.mirror(id, select('right', [1, 0], [2, 10]), null)
    note(id, '记一笔')
    const before = dumpAll(store)
    // Between the two halves of 𠮷, which goes back to before it.
    const [first, second] = overlaps.split(id, { segmentId: segmentName('left', 2), offset: 1 }, null)
    expect([exacts(first)?.[0], exacts(second)]).toEqual([
      'primary 给人走的。 ok',
      ['primary 𠮷祥照相馆😀 ok'],
    ])
    expect(second.spans[0]?.prefix.endsWith('给人走的。')).toBe(true)
    expect([first.id, first.note?.body, first.spans.length]).toEqual([id, '记一笔', 2])
    expect([second.note, second.tagIds, second.color]).toEqual([null, first.tagIds, 1])
    expect(store.history(1)[0]?.label.kind).toBe('highlight.split')
    store.undo(null)
    expect(dumpAll(store)).toBe(before)
    expect(get(second.id)).toBeUndefined()
    store.close()
  })

  it('is refused at its edges, elsewhere, and while it is in doubt', () => {
    const { store, overlaps, highlight } = open()
    const { id } = highlight('left', [1, 0], [1, 3])
    const at = (number: number, offset: number) =>
      code(() => overlaps.split(id, { segmentId: segmentName('left', number), offset }, null))
    expect([at(1, 0), at(1, 3), at(1, 5), at(2, 3), at(9, 1)]).toEqual(Array(5).fill('invalid_input'))
    store.write({ label: null, scope: '', origin: null }, (db) => db.run("UPDATE spans SET state = 'moved'"))
    expect(at(1, 1)).toBe('conflict')
    store.close()
  })
})

describe('merging highlights', () => {
  it('covers all, unites tags, joins notes in reading order and mirrors; the first listed stays; one step', () => {
    const { store, mirrors, overlaps, note, highlight, select } = open()
    const later = highlight('left', [2, 2], [2, 6], ['b'])
    const earlier = highlight('left', [1, 0], [2, 3], ['a', 'b'])
    const third = highlight('left', [3, 0], [3, 2], ['c'])
    mirrors.mirror(later.id, select('right', [2, 14], [2, 25]), null)
    mirrors.mirror(earlier.id, select('right', [1, 2], [1, 8]), null)
    note(later.id, '后')
    note(earlier.id, '前')
    note(third.id, '末')
    const before = dumpAll(store)
    const merged = overlaps.merge([later.id, earlier.id, third.id], null)
    expect(merged.id).toBe(later.id)
    expect(exacts(merged)).toEqual([
      'primary 桥是给人走的。𠮷祥照相馆😀开门了。镜子 ok',
      'mirror bridge is for walking. The Jixiang 😀 photo shop ok',
    ])
    expect([merged.note?.body, merged.tagIds.length]).toEqual(['前\n\n后\n\n末', 3])
    expect(store.history(1)[0]?.label).toMatchObject({ kind: 'highlight.merge', count: 3 })
    const after = dumpAll(store)
    store.undo(null)
    expect(dumpAll(store)).toBe(before)
    store.redo(null)
    expect(dumpAll(store)).toBe(after)
    expect(store.check()).toEqual([])
    store.close()
  })

  it('takes over the only note and the only mirror as they are', () => {
    const { store, mirrors, overlaps, note, highlight, select } = open()
    const kept = highlight('left', [1, 0], [1, 3])
    const other = highlight('left', [1, 2], [1, 5])
    note(other.id, '记')
    const mirror = mirrors.mirror(other.id, select('right', [1, 2], [1, 8]), null).spans[1]
    const noteId = store.read.value('SELECT id FROM notes')
    const merged = overlaps.merge([kept.id, other.id], null)
    expect(merged.note).toMatchObject({ id: noteId, body: '记' })
    expect(merged.spans[1]).toEqual(mirror)
    store.close()
  })

  it('is refused over two texts, and for a single one', () => {
    const { store, overlaps, highlight } = open()
    const one = highlight('left', [1, 0], [1, 3])
    const other = highlight('right', [1, 0], [1, 3])
    expect(code(() => overlaps.merge([one.id, other.id], null))).toBe('invalid_input')
    expect(code(() => overlaps.merge([one.id, one.id], null))).toBe('invalid_input')
    store.close()
  })

  it('is what dividing undoes: the same span, note, mirror and tags, wherever it was divided', () => {
    const library = open()
    const { store, mirrors, overlaps, note, annotations, highlight, select, get } = library
    const place = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(12))
    const snap = ([number, at]: readonly [number, number]): [number, number] => {
      const text = ZH[0]?.[number - 1] ?? ''
      const offset = Math.min(at, text.length)
      return [number, snapToGraphemes(text, { start: offset, end: offset }).start]
    }
    fc.assert(
      fc.property(place, place, place, fc.boolean(), (a, b, at, reversed) => {
        const [from, to] = [snap(a), snap(b)].toSorted((x, y) => x[0] - y[0] || x[1] - y[1])
        if (from === undefined || to === undefined || select('left', from, to).exact === '') return
        const { id } = highlight('left', from, to, ['x', 'y'])
        mirrors.mirror(id, select('right', [1, 2], [1, 8]), null)
        note(id, '记')
        const whole = get(id)
        const start = dumpAll(store)
        try {
          const [first, second] = overlaps.split(
            id,
            { segmentId: segmentName('left', at[0]), offset: at[1] },
            null,
          )
          const [one, other] = [first.spans[0]?.exact, second.spans[0]?.exact]
          expect(`${one}${other}`).toBe(whole?.spans[0]?.exact)
          annotations.tag([second.id], ['z'], null)
          const merged = overlaps.merge(reversed ? [second.id, first.id] : [first.id, second.id], null)
          const bare = (annotation: Annotation | undefined) =>
            annotation?.spans.map(({ role, parts, exact, prefix, suffix }) => ({
              role,
              parts,
              exact,
              prefix,
              suffix,
            }))
          expect(bare(merged)).toEqual(bare(whole))
          expect([merged.note, merged.color]).toEqual([whole?.note, whole?.color])
          expect(merged.tagIds.length).toBe(3)
          expect(annotations.list({}).length).toBe(1)
          for (let step = 0; step < 3; step += 1) store.undo(null)
        } catch (error) {
          if (
            code(() => {
              throw error
            }) !== 'invalid_input'
          )
            throw error
        }
        expect(dumpAll(store)).toBe(start)
        annotations.remove([id], null)
      }),
      { numRuns: 100 },
    )
    store.close()
  })
})

describe('tags given with a new highlight', () => {
  it('come in the same step and go with it', () => {
    const { store, highlight } = open()
    const before = dumpAll(store)
    const { tagIds } = highlight('left', [1, 0], [1, 1], ['桥是给人走的'])
    expect(tagIds.length).toBe(1)
    expect(store.history(9).map(({ label }) => label.kind)).toEqual(['highlight.create'])
    store.undo(null)
    expect(dumpAll(store)).toBe(before)
    store.close()
  })
})
