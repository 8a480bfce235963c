import { DuizhaoError } from '../../shared/domain/error.ts'
import type { SegmentId } from '../../shared/domain/ids.ts'
import { keptShare } from '../../shared/text/kept-share.ts'
import { doubtBeadsOf, takeOutOfBeads } from '../alignment/bead-membership.repo.ts'
import { carryAnchors, readAnchorsAround } from '../annotations/carry-anchors.ts'
import type { AreaContext } from '../area-context.ts'
import { shorten } from '../history/shorten.ts'
import type { WriteDb } from '../store/handles.ts'
import { keepRevision } from './keep-revision.ts'
import { refuseLockedArticle } from './segment-lock.ts'
import { joinMarks, moveMarks } from './segment-marks.ts'
import {
  addToCounts,
  deleteSegment,
  moveReadingPositions,
  readNextOfBlock,
  updateSegment,
  type StoredSegment,
} from './segments.repo.ts'
import { splitSegment } from './split-segment.ts'

/** An edit that keeps this much of a sentence leaves what it says much as it was. */
const LIGHT = 0.5

export interface SegmentsService {
  /**
   * Replaces a segment's text; highlights, notes, links and marks move with it. Its beads lose their
   * figure; a verified one stays verified when at least half of the text is kept, else it waits for review.
   * Throws `not_found`, and `conflict` when the stored text is not `expected` or the side is locked.
   */
  edit(id: SegmentId, expected: string, text: string, origin: string | null): void
  /** Divides a segment at an offset in UTF-16 code units. Throws as `splitSegment` does, and `conflict` for a lock. */
  split(id: SegmentId, offset: number, origin: string | null): SegmentId
  /** Joins a segment with the next of its block. Throws `not_found`, `conflict`. */
  join(id: SegmentId, origin: string | null): void
}

/** A revision may have been kept. */
const touches = ['revision'] as const

export function createSegmentsService({ store, now }: AreaContext): SegmentsService {
  function writeText(db: WriteDb, segment: StoredSegment, text: string): void {
    const { id, articleId } = segment
    keepRevision(db, articleId, 'edit', now())
    const around = readAnchorsAround(db, articleId, [id])
    updateSegment(db, id, text, moveMarks(segment.marks, segment.text, text))
    carryAnchors(db, around, new Map([[id, [{ id, text }]]]))
    doubtBeadsOf(db, id, keptShare(segment.text, text) >= LIGHT)
    addToCounts(db, articleId, { segments: 0, characters: text.length - segment.text.length, at: now() })
  }

  function writeJoined(db: WriteDb, first: StoredSegment, second: StoredSegment): void {
    keepRevision(db, first.articleId, 'edit', now())
    const around = readAnchorsAround(db, first.articleId, [first.id, second.id])
    const text = first.text + second.text
    updateSegment(db, first.id, text, joinMarks(first.marks, second.marks, first.text.length))
    carryAnchors(
      db,
      around,
      new Map([
        [first.id, [{ id: first.id, text }]],
        [second.id, []],
      ]),
    )
    takeOutOfBeads(db, second.id, first.id)
    moveReadingPositions(db, second.id, { id: first.id, offset: first.text.length })
    deleteSegment(db, second.id)
    addToCounts(db, first.articleId, { segments: -1, characters: 0, at: now() })
  }

  return {
    edit(id, expected, text, origin) {
      const segment = refuseLockedArticle(store.read, id)
      if (segment.text !== expected) {
        throw new DuizhaoError('conflict', 'The text has changed since it was shown. Look at it again.', {
          reason: 'changed',
        })
      }
      if (text === expected) return
      const label = { kind: 'text.edit', subject: shorten(text), count: 1 } as const
      store.write({ label, scope: `article:${segment.articleId}`, origin, touches }, (db) =>
        writeText(db, segment, text),
      )
    },

    split(id, offset, origin) {
      const segment = refuseLockedArticle(store.read, id)
      const label = { kind: 'text.split', subject: shorten(segment.text), count: 1 } as const
      return store.write({ label, scope: `article:${segment.articleId}`, origin, touches }, (db) =>
        splitSegment(db, id, offset, now()),
      )
    },

    join(id, origin) {
      const first = refuseLockedArticle(store.read, id)
      const second = readNextOfBlock(store.read, first)
      if (second === null) {
        throw new DuizhaoError(
          'conflict',
          'This is the last sentence of its paragraph: none follows to join.',
          { reason: 'edge' },
        )
      }
      const label = { kind: 'text.join', subject: shorten(first.text), count: 1 } as const
      store.write({ label, scope: `article:${first.articleId}`, origin, touches }, (db) =>
        writeJoined(db, first, second),
      )
    },
  }
}
