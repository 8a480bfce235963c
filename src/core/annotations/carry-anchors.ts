import { CONTEXT_LENGTH } from '../../shared/domain/anchor.ts'
import type { ArticleId, SegmentId } from '../../shared/domain/ids.ts'
import type { AnchorText } from '../../shared/text/anchor-text.ts'
import { moveAnchorThroughEdit, type MovedAnchor } from '../../shared/text/move-anchor.ts'
import {
  findSegment,
  readNeighbours,
  readSegmentsBetween,
  type PlacedSegment,
} from '../articles/text.repo.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import { readAnchorsIn, writeAnchor, type StoredAnchor } from './carried-anchors.repo.ts'

type SegmentText = AnchorText['segments'][number]

/** The text around a coming edit, as it stands, with every anchor that the edit may concern. */
export interface AnchorsAround {
  readonly before: AnchorText
  readonly anchors: readonly StoredAnchor[]
}

/**
 * To be read before neighbouring segments of an article are edited. An anchor is concerned when it has a part in
 * them or so near by that their text is in its context. A long highlight brings all of its text with it.
 */
export function readAnchorsAround(
  db: ReadDb,
  articleId: ArticleId,
  edited: readonly SegmentId[],
): AnchorsAround {
  const places = edited.flatMap((id) => findSegment(db, id) ?? [])
  const near = withContext(db, articleId, places)
  const anchors = readAnchorsIn(
    db,
    near.map((segment) => segment.id),
  )
  const ends = anchors.flatMap(({ parts }) => [parts[0]?.segmentId, parts.at(-1)?.segmentId])
  const reached = ends.flatMap((id) => (id === undefined ? [] : (findSegment(db, id) ?? [])))
  return {
    before: { articleId, segments: withContext(db, articleId, [...places, ...reached]) },
    anchors,
  }
}

/**
 * Carries the anchors to the text as it is now. `replaced` says what stands for an edited segment: the segments
 * that its text is in now. To be called when those exist and the edited ones have not been deleted yet. A lost
 * anchor keeps its quote and has no parts.
 */
export function carryAnchors(
  db: WriteDb,
  { before, anchors }: AnchorsAround,
  replaced: ReadonlyMap<SegmentId, readonly SegmentText[]>,
): void {
  const after: AnchorText = {
    articleId: before.articleId,
    segments: before.segments.flatMap((segment) => replaced.get(segment.id) ?? [segment]),
  }
  for (const anchor of anchors) {
    writeAnchor(db, anchor, carried(anchor, moveAnchorThroughEdit(anchor, before, after)))
  }
}

/**
 * A stored anchor as a change of the text leaves it. What waits to be looked at goes on waiting when a change leaves it
 * alone, with the quote it had when it began to wait. A lost one has no parts and keeps its quote.
 */
export function carried(anchor: StoredAnchor, moved: MovedAnchor): StoredAnchor {
  const state = moved.state === 'ok' && anchor.state !== 'ok' ? 'moved' : moved.state
  const { exact, prefix, suffix } = moved.anchor
  return {
    owner: anchor.owner,
    articleId: anchor.articleId,
    parts: state === 'lost' ? [] : moved.anchor.parts,
    exact,
    prefix,
    suffix,
    state,
    was: state === 'ok' ? null : (anchor.was ?? anchor.exact),
  }
}

/** From the first to the last of some segments, with enough on either side for a context. */
function withContext(db: ReadDb, articleId: ArticleId, segments: readonly PlacedSegment[]): SegmentText[] {
  const ordered = segments.toSorted((a, b) => a.blockPosition - b.blockPosition || a.position - b.position)
  const [first, last] = [ordered[0], ordered.at(-1)]
  if (first === undefined || last === undefined) return []
  return [
    ...readNeighbours(db, articleId, first, 'before', CONTEXT_LENGTH),
    ...readSegmentsBetween(db, articleId, first, last),
    ...readNeighbours(db, articleId, last, 'after', CONTEXT_LENGTH),
  ]
}
