import { describe, expect, it } from 'vitest'
import { createEditingService } from '../../src/core/alignment/editing.service.ts'
import { createReviewingService } from '../../src/core/alignment/reviewing.service.ts'
import { createReaderService } from '../../src/core/reader/reader.service.ts'
import { BEAD_FILTERS, type BeadFilter } from '../../src/shared/domain/bead.ts'
import type { BeadId } from '../../src/shared/domain/ids.ts'
import { dumpAll, openAlignedStore, segmentName } from '../fixtures/open-aligned-store.ts'

const bead = (number: number): BeadId => `b${number}` as BeadId

/** Eight rows: 1 and 8 sure, 2 verified though unsure, 3 2:1, 4 and 5 one-sided, 6 without a figure, 7 for review. */
function open() {
  const lefts = ['一。', '二。', '三。', '三之二。', '四。', '六𠮷。', '七。', '八。']
  const rights = ['One.', 'Two.', 'Three.', 'Five.', 'Six.', 'Seven.', 'Eight.']
  const library = openAlignedStore({ left: [lefts], right: [rights] }, [
    [1, 1],
    [1, 1],
    [2, 1],
    [1, 0],
    [0, 1],
    [1, 1],
    [1, 1],
    [1, 1],
  ])
  const { store } = library
  store.write({ label: null, scope: '', origin: null }, (db) => {
    for (const [id, confidence] of [0.95, 0.3, 0.6, 0.2, 0.9, null, 0.7, 0.97].entries()) {
      db.run('UPDATE beads SET confidence = ? WHERE id = ?', [confidence, bead(id + 1)])
    }
    db.run("UPDATE beads SET status = 'verified' WHERE id = 'b2'")
    db.run("UPDATE beads SET review = 1 WHERE id = 'b7'")
  })
  const context = { store, now: () => 2 }
  return {
    ...library,
    reader: createReaderService(context),
    reviewing: createReviewingService(context),
    editing: createEditingService(context),
  }
}

const ROWS: Readonly<Record<BeadFilter, number[]>> = {
  all: [1, 2, 3, 4, 5, 6, 7, 8],
  uncertain: [3, 4, 6, 7],
  'not-one-to-one': [3, 4, 5],
  unverified: [1, 3, 4, 5, 6, 7, 8],
  review: [7],
  'one-sided': [4, 5],
}

describe('rows of some kinds of beads', () => {
  it.each(BEAD_FILTERS)('%s: opened, read, located and searched alike', (filter) => {
    const { store, pairId, reader, reviewing } = open()
    const target = { kind: 'pair', pairId, filter } as const
    const expected = ROWS[filter]
    expect(reader.open(target).rowCount).toBe(expected.length)
    const rows = reader.rows(target, 0, 100)
    expect(rows.map((row) => row.bead?.number)).toEqual(expected)
    expect(rows.map((row) => row.bead?.id)).toEqual(expected.map(bead))
    expect(rows.map((row) => row.index)).toEqual(expected.map((_, index) => index))
    expect(reader.rows(target, 1, 1)).toEqual(rows.slice(1, 2))
    const texts = rows.flatMap((row) => [...row.left, ...row.right].flatMap((run) => run.segments))
    const length = reader.open(target).chunks.reduce((sum, { left, right }) => sum + left + right, 0)
    expect(length).toBe(texts.reduce((sum, { text }) => sum + [...text].length, 0))
    for (const row of rows) {
      for (const segment of [...row.left, ...row.right].flatMap((run) => run.segments)) {
        expect(reader.locate(target, segment.id)).toBe(row.index)
      }
    }
    expect(reader.find(target, '。', 100).hits.map((hit) => hit.rowIndex)).toEqual(
      rows.flatMap((row) => row.left.flatMap((run) => run.segments.map(() => row.index))),
    )
    // All the way round, in both directions, and back to where one began.
    for (const direction of ['forward', 'backward'] as const) {
      const seen: number[] = []
      let from: BeadId | null = null
      for (const _ of expected) {
        const place = reviewing.next(pairId, { from, filter, direction })
        seen.push((place?.rowIndex ?? -1) + 1)
        from = place?.beadId ?? null
      }
      expect(seen).toEqual(direction === 'forward' ? expected : expected.toReversed())
      const round = reviewing.next(pairId, { from, filter, direction })
      expect(round?.beadId).toBe(bead((direction === 'forward' ? expected[0] : expected.at(-1)) ?? 0))
    }
    store.close()
  })

  it('an article alone: the heights of its chunks hold all of its text', () => {
    const blocks = Array.from({ length: 45 }, () => ['桥。'])
    const { store, articles } = openAlignedStore({ left: blocks, right: [] }, [[45, 0]])
    const reader = createReaderService({ store, now: () => 2 })
    const { chunks } = reader.open({ kind: 'article', articleId: articles.left })
    expect(chunks.map(({ left }) => left)).toEqual([40, 40, 10])
    store.close()
  })

  it('what is filtered out is not found, but one’s place in the text is kept', () => {
    const { store, pairId, reader } = open()
    const all = { kind: 'pair', pairId } as const
    const target = { ...all, filter: 'one-sided' } as const
    expect(() => reader.locate(target, segmentName('left', 1))).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    )
    reader.remember(target, segmentName('left', 8), 1, null)
    expect(reader.open(target).position).toBeNull()
    expect(reader.open(all).position).toMatchObject({ rowIndex: 7, offset: 1 })
    expect(reader.recent(5)).toMatchObject([{ target: all, rowIndex: 7 }])
    store.close()
  })
})

describe('checking', () => {
  it('counts kinds, an empty row in the sum alone', () => {
    const { store, pairId, reviewing, editing } = open()
    const counts = { oneToOne: 5, other: 1, oneSided: 2, verified: 1, uncertain: 4, review: 1 }
    expect(reviewing.counts(pairId)).toEqual({ total: 8, ...counts })
    editing.edit(pairId, { kind: 'insert', beadId: bead(1) }, null)
    expect(reviewing.counts(pairId)).toEqual({ total: 9, ...counts })
    store.close()
  })

  it('what a person made or marked is not uncertain: not counted, not shown, not gone to', () => {
    const { store, pairId, reader, reviewing, editing } = open()
    editing.edit(pairId, { kind: 'unmatch', beadId: bead(4) }, null)
    editing.edit(pairId, { kind: 'merge-next', beadId: bead(6) }, null)
    expect(reviewing.counts(pairId).uncertain).toBe(1)
    const target = { kind: 'pair', pairId, filter: 'uncertain' } as const
    expect(reader.rows(target, 0, 100).map((row) => row.bead?.id)).toEqual([bead(3)])
    const next = { from: bead(3), filter: 'uncertain', direction: 'forward' } as const
    expect(reviewing.next(pairId, next)).toMatchObject({ beadId: bead(3) })
    store.close()
  })

  it('goes to the least sure, then to the next but where one is', () => {
    const { store, pairId, reviewing } = open()
    const lowest = (from: BeadId | null) =>
      reviewing.next(pairId, { from, filter: 'lowest', direction: 'forward' })?.beadId
    expect(lowest(null)).toBe(bead(4))
    expect(lowest(bead(4))).toBe(bead(3))
    reviewing.verify(pairId, { kind: 'all' }, true, null)
    expect(lowest(bead(4))).toBeUndefined()
    store.close()
  })

  it('verifies some, up to one, or all, as one step each, and never an empty row', () => {
    const { store, pairId, reviewing, editing } = open()
    const verified = () => reviewing.counts(pairId).verified
    expect(reviewing.verify(pairId, { kind: 'beads', beadIds: [bead(1), bead(2)] }, true, null)).toBe(1)
    editing.edit(pairId, { kind: 'insert', beadId: bead(3) }, null)
    expect(reviewing.verify(pairId, { kind: 'up-to', beadId: bead(4) }, true, null)).toBe(2)
    expect(store.history(1)[0]).toMatchObject({
      label: { kind: 'bead.verify', subject: '四。', count: 2 },
      scope: 'pair:pair',
    })
    expect(verified()).toBe(4)
    expect(reviewing.verify(pairId, { kind: 'all' }, true, null)).toBe(4)
    expect(verified()).toBe(8)
    expect(reviewing.verify(pairId, { kind: 'all' }, false, null)).toBe(8)
    store.undo(null)
    expect(verified()).toBe(8)
    store.close()
  })

  it('verifies what a filter shows, and nothing between', () => {
    const { store, pairId, reviewing } = open()
    const verify = (choice: Parameters<typeof reviewing.verify>[1]) =>
      reviewing.verify(pairId, choice, true, null)
    expect(verify({ kind: 'up-to', beadId: bead(6), filter: 'uncertain' })).toBe(3)
    const verified = store.read.all<{ id: string }>(
      "SELECT id FROM beads WHERE status = 'verified' ORDER BY position",
    )
    expect(verified.map(({ id }) => id)).toEqual(['b2', 'b3', 'b4', 'b6'])
    expect(verify({ kind: 'all', filter: 'review' })).toBe(1)
    store.close()
  })

  it('removes an empty row that is verified, keeps its note, and leaves nothing unverified', () => {
    const { store, pairId, reviewing, editing } = open()
    reviewing.verify(pairId, { kind: 'all' }, true, null)
    const { beadId } = editing.edit(pairId, { kind: 'insert', beadId: bead(1) }, null)
    store.write({ label: null, scope: '', origin: null }, (db) =>
      db.run("INSERT INTO notes (id, body, bead_id, created_at, updated_at) VALUES ('n', 'x', ?, 1, 1)", [
        beadId,
      ]),
    )
    const before = dumpAll(store)
    const { total } = reviewing.counts(pairId)
    expect(reviewing.verify(pairId, { kind: 'beads', beadIds: [beadId] }, true, null)).toBe(0)
    const counts = reviewing.counts(pairId)
    expect([counts.total, counts.verified]).toEqual([total - 1, total - 1])
    expect(reviewing.next(pairId, { from: null, filter: 'unverified', direction: 'forward' })).toBeNull()
    expect(store.read.value("SELECT bead_id FROM notes WHERE id = 'n'")).not.toBe(beadId)
    store.undo(null)
    expect(dumpAll(store)).toBe(before)
    store.close()
  })

  it('names a row that is not there', () => {
    const { store, pairId, reviewing, editing } = open()
    const none = 'none' as BeadId
    const missing = expect.objectContaining({ code: 'not_found' })
    expect(() => reviewing.verify(pairId, { kind: 'up-to', beadId: none }, true, null)).toThrow(missing)
    expect(() => reviewing.review(pairId, none, true, null)).toThrow(missing)
    expect(() => editing.edit(pairId, { kind: 'insert', beadId: none }, null)).toThrow(missing)
    expect(store.history(9)).toEqual([])
    store.close()
  })
})
