import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBeads } from '../../src/core/alignment/beads.repo.ts'
import { createEditingService } from '../../src/core/alignment/editing.service.ts'
import { createReviewingService } from '../../src/core/alignment/reviewing.service.ts'
import { readAnchorsIn, type StoredAnchor } from '../../src/core/annotations/carried-anchors.repo.ts'
import { insertHighlight, insertSpan } from '../../src/core/annotations/annotations.repo.ts'
import { createSegmentsService } from '../../src/core/articles/segments.service.ts'
import { readSegmentTexts } from '../../src/core/articles/text.repo.ts'
import { insertLink } from '../../src/core/links/links.repo.ts'
import type { BeadOperationInput } from '../../src/shared/contract/schemas/alignment.ts'
import type { Side } from '../../src/shared/domain/article.ts'
import { DuizhaoError } from '../../src/shared/domain/error.ts'
import type { BeadId, HighlightId, LinkId, SegmentId, SpanId } from '../../src/shared/domain/ids.ts'
import { anchorAt } from '../../src/shared/text/create-anchor.ts'
import { indexAnchorText, type AnchorText } from '../../src/shared/text/anchor-text.ts'
import { dumpAll, openAlignedStore, type AlignedStore } from '../fixtures/open-aligned-store.ts'

/** What texts are made of: 𠮷, emoji of one and of many code points, letters with combining marks, white space. */
const grapheme = fc.constantFrom(
  '桥',
  '镜',
  '。',
  '𠮷',
  '😀',
  '👨‍👩‍👧',
  '🇨🇳',
  'e\u0301',
  'a',
  'b',
  ' ',
  '，',
  '治理',
)
const sentence = fc
  .array(grapheme, { minLength: 1, maxLength: 12 })
  .map((graphemes) => graphemes.join(''))
  .filter((text) => text.trim() !== '')
const text = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })

/** A stretch of an article by share of its length, for whatever there is. */
const stretch = fc.record({
  side: fc.constantFrom<Side>('left', 'right'),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 25 }),
})

const action = fc.record({
  kind: fc.constantFrom(
    'pull',
    'push',
    'shift',
    'pop',
    'merge-previous',
    'merge-next',
    'insert',
    'unmatch',
    'swap',
    'split',
    'pinpoint',
    'move',
    'edit-text',
    'edit-text',
    'split-text',
    'join-text',
    'verify',
    'review',
  ),
  side: fc.constantFrom<Side>('left', 'right'),
  bead: fc.nat(50),
  segment: fc.nat(50),
  other: fc.nat(50),
  offset: fc.nat(14),
  removed: fc.nat(4),
  added: fc.array(grapheme, { maxLength: 4 }),
})
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never

const world = fc.record({
  left: text,
  right: text,
  cuts: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 8 }),
  marked: fc.array(stretch, { maxLength: 5 }),
  linked: fc.array(fc.tuple(stretch, stretch), { maxLength: 2 }),
})
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never

/** Shapes that take all of both texts: what the cuts leave over is the last bead. */
function shapeOf({ left, right, cuts }: World): [number, number][] {
  const rest = [left.flat().length, right.flat().length]
  const shape: [number, number][] = []
  for (const cut of cuts) {
    const taken: [number, number] = [Math.min(cut[0], rest[0] ?? 0), Math.min(cut[1], rest[1] ?? 0)]
    if (taken[0] + taken[1] === 0) continue
    shape.push(taken)
    rest[0] = (rest[0] ?? 0) - taken[0]
    rest[1] = (rest[1] ?? 0) - taken[1]
  }
  if ((rest[0] ?? 0) + (rest[1] ?? 0) > 0) shape.push([rest[0] ?? 0, rest[1] ?? 0])
  return shape
}

function textOf({ store, articles }: AlignedStore, side: Side): AnchorText {
  return { articleId: articles[side], segments: readSegmentTexts(store.read, articles[side]) }
}

function anchorOf(
  library: AlignedStore,
  { side, from, length }: typeof stretch extends fc.Arbitrary<infer V> ? V : never,
) {
  const index = indexAnchorText(textOf(library, side))
  const start = Math.floor(from * index.text.length)
  return anchorAt(index, { start, end: Math.min(index.text.length, start + length) })
}

function open(made: World): AlignedStore {
  const library = openAlignedStore(made, shapeOf(made))
  library.store.write({ label: null, scope: '', origin: null }, (db) => {
    for (const [index, place] of made.marked.entries()) {
      const anchor = anchorOf(library, place)
      if (anchor === null) continue
      const highlightId = `h${index}` as HighlightId
      insertHighlight(db, highlightId, 1, 1)
      insertSpan(db, { id: `s${index}` as SpanId, highlightId, role: 'primary', anchor })
    }
    for (const [index, [one, two]] of made.linked.entries()) {
      const [from, to] = [anchorOf(library, one), anchorOf(library, two)]
      if (from === null || to === null) continue
      const link = { pairId: null, status: 'accepted', score: null, reasons: [], at: 1 } as const
      insertLink(db, { ...link, id: `k${index}` as LinkId, from, to })
    }
    for (const { id } of readBeads(db, library.pairId)) {
      db.run('INSERT INTO notes (id, body, bead_id, created_at, updated_at) VALUES (?, ?, ?, 1, 1)', [
        `note-${id}`,
        `about ${id}`,
        id,
      ])
    }
  })
  return library
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The text with some of its characters replaced; null when nothing would be left. */
function edited(before: string, { offset, removed, added }: Action): string | null {
  const graphemes = [...segmenter.segment(before)].map((piece) => piece.segment)
  graphemes.splice(Math.min(offset, graphemes.length), removed, ...added)
  const after = graphemes.join('')
  return after.trim() === '' ? null : after
}

/** Does one thing as a window would ask for it; answers false where it was refused. */
function act(library: AlignedStore, taken: Action): boolean {
  const context = { store: library.store, now: () => 2 }
  const segments = createSegmentsService(context)
  const reviewing = createReviewingService(context)
  const beads = readBeads(library.store.read, library.pairId)
  const pick = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % items.length]
  const beadId = pick(beads, taken.bead)?.id ?? ('none' as BeadId)
  const own = readSegmentTexts(library.store.read, library.articles[taken.side])
  const segment = pick(own, taken.segment)
  const segmentId = segment?.id ?? ('none' as SegmentId)
  const edit = (operation: BeadOperationInput): void => {
    createEditingService(context).edit(library.pairId, operation, null)
  }
  try {
    switch (taken.kind) {
      case 'pull':
      case 'push':
      case 'shift':
      case 'pop':
        edit({ kind: taken.kind, beadId, side: taken.side })
        break
      case 'merge-previous':
      case 'merge-next':
      case 'insert':
      case 'unmatch':
      case 'swap':
        edit({ kind: taken.kind, beadId })
        break
      case 'split':
        edit({ kind: 'split', segmentId, offset: taken.offset })
        break
      case 'pinpoint': {
        const [left, right] = [textOf(library, 'left').segments, textOf(library, 'right').segments]
        edit({
          kind: 'pinpoint',
          left: pick(left, taken.segment)?.id ?? segmentId,
          right: pick(right, taken.other)?.id ?? segmentId,
        })
        break
      }
      case 'move':
        edit({ kind: 'move', segmentId, beadId })
        break
      case 'edit-text': {
        const after = edited(segment?.text ?? '', taken)
        if (after === null) return false
        segments.edit(segmentId, segment?.text ?? '', after, null)
        break
      }
      case 'split-text':
        segments.split(segmentId, taken.offset, null)
        break
      case 'join-text':
        segments.join(segmentId, null)
        break
      case 'verify':
        reviewing.verify(library.pairId, { kind: 'beads', beadIds: [beadId] }, taken.other % 3 > 0, null)
        break
      case 'review':
        reviewing.review(library.pairId, beadId, true, null)
        break
    }
    return true
  } catch (error) {
    if (error instanceof DuizhaoError && ['conflict', 'invalid_input'].includes(error.code)) return false
    throw error
  }
}

interface Snapshot {
  readonly texts: Readonly<Record<Side, string>>
  readonly anchors: ReadonlyMap<string, StoredAnchor>
}

function look(library: AlignedStore): Snapshot {
  const [left, right] = [textOf(library, 'left'), textOf(library, 'right')]
  const ids = [...left.segments, ...right.segments].map((segment) => segment.id)
  const anchors = readAnchorsIn(library.store.read, ids)
  return {
    texts: { left: indexAnchorText(left).text, right: indexAnchorText(right).text },
    anchors: new Map(anchors.map((anchor) => [JSON.stringify(anchor.owner), anchor])),
  }
}

/** What must hold at any time. */
function checkLibrary(library: AlignedStore, beadNotes: number): void {
  const { store, pairId, articles } = library
  const beads = readBeads(store.read, pairId)
  const rising = beads.map((bead) => bead.position)
  expect(new Set(rising).size).toBe(rising.length)
  const places = `SELECT count(*) FROM (SELECT count(*) AS members, max(position) AS last FROM bead_segments
    GROUP BY bead_id, side) WHERE members <> last + 1`
  expect(store.read.value(places), 'cells whose places have gaps').toBe(0)
  for (const side of ['left', 'right'] as const) {
    const index = indexAnchorText(textOf(library, side))
    const ids = readSegmentTexts(store.read, articles[side]).map((segment) => segment.id)
    expect(beads.flatMap((bead) => bead[side])).toEqual(ids)
    const stored = readAnchorsIn(store.read, ids).filter((anchor) => anchor.articleId === articles[side])
    for (const anchor of stored) {
      // Parts, quote and context are those that the text as it is now gives.
      const [first, last] = [anchor.parts[0], anchor.parts.at(-1)]
      if (first === undefined || last === undefined)
        throw new Error('an anchor without parts was found by them')
      const start = index.toPosition(first.segmentId, first.start) ?? -1
      const end = index.toPosition(last.segmentId, last.end) ?? -1
      expect(index.text.slice(start, end)).toBe(anchor.exact)
      const { parts, exact, prefix, suffix } = anchor
      expect({ articleId: articles[side], parts, exact, prefix, suffix }).toEqual(
        anchorAt(index, { start, end }),
      )
    }
    expect(
      store.read.get('SELECT segment_count AS count, character_count AS length FROM articles WHERE id = ?', [
        articles[side],
      ]),
    ).toEqual({ count: ids.length, length: index.text.length })
  }
  expect(store.read.value('SELECT count(*) FROM notes WHERE bead_id IS NOT NULL')).toBe(beadNotes)
}

describe('any sequence of aligning by hand and editing text', () => {
  it('keeps beads whole, highlights, links and notes on their text, and can be undone and redone', () => {
    fc.assert(
      fc.property(world, fc.array(action, { minLength: 1, maxLength: 8 }), (made, actions) => {
        const library = open(made)
        const { store } = library
        const notes = store.read.value<number>('SELECT count(*) FROM notes') ?? 0
        checkLibrary(library, notes)
        for (const taken of actions) {
          const [before, state] = [dumpAll(store), look(library)]
          const done = act(library, taken)
          const after = dumpAll(store)
          if (!done) expect(after).toBe(before)
          checkLibrary(library, notes)
          if (taken.kind !== 'edit-text') {
            // Only editing changes text; so every quote is what it was.
            const now = look(library)
            expect(now.texts).toEqual(state.texts)
            for (const [owner, anchor] of state.anchors) {
              expect(now.anchors.get(owner)).toMatchObject({ exact: anchor.exact, state: anchor.state })
            }
          }
          if (after === before) continue
          store.undo(null)
          expect(dumpAll(store)).toBe(before)
          store.redo(null)
          expect(dumpAll(store)).toBe(after)
        }
        expect(store.check()).toEqual([])
        store.close()
      }),
      { numRuns: 200 },
    )
  }, 120_000)
})
